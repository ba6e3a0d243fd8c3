import PlainText
import Testing

@Suite struct CSVTextTests {
  @Test func `fields are quoted only when they must be`() {
    var table = CSVText(columns: ["a", "b"])
    table.append([.text("x,y"), .text("say \"hi\"")])
    table.append([.text("two\nlines"), .text("cr\r\nlf")])
    table.append([.text("plain; 王芳"), .empty])
    #expect(
      table.text
        == "a,b\n\"x,y\",\"say \"\"hi\"\"\"\n\"two\nlines\",\"cr\r\nlf\"\nplain; 王芳,\n")
  }

  @Test func `numbers keep their sign and words lose their formula`() {
    var table = CSVText(columns: ["n"])
    table.append([.number(-1.5, decimals: 2), .integer(-3), .text("-1"), .plain("-1")])
    #expect(table.text == "n\n-1.50,-3,'-1,-1\n")
  }

  @Test(arguments: [
    "=1+1", "+49 30", "-5", "@SUM(A1)", "\tx", "\r=x", "\n=x", "＝1", "=cmd|'/c calc'!A1", "'=x",
    "''=x",
  ])
  func `a guarded cell starts no formula and comes back`(text: String) {
    let guarded = FormulaGuard.guarded(text)
    #expect(guarded.hasPrefix("'"))
    #expect(FormulaGuard.restored(guarded) == text)
  }

  @Test(arguments: ["", "王芳", "O'Neil", "'quoted'", "a=b", "7-2", "'"])
  func `harmless cells stay as they are`(text: String) {
    #expect(FormulaGuard.guarded(text) == text)
    #expect(FormulaGuard.restored(text) == text)
  }

  @Test func `a combining mark hides neither a quote nor a formula`() {
    var table = CSVText(columns: ["n"])
    table.append([.text("a,\u{301}b\"\u{301}c")])
    #expect(
      table.text.unicodeScalars.elementsEqual("n\n\"a,\u{301}b\"\"\u{301}c\"\n".unicodeScalars))
    #expect(FormulaGuard.guarded("=\u{301}1").unicodeScalars.first == "'")
  }
}
