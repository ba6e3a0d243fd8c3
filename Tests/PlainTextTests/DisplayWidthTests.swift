import PlainText
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("王芳", 4), ("王 a", 4), ("é", 1), ("e\u{301}", 1), ("ﾊ", 1), ("ハ", 2),
    ("（）", 4), ("한국", 4), ("👩‍💻", 2), ("▁▂█", 3), ("—·…", 3), ("𠮷", 2),
  ])
  func `wide characters take two columns`(text: String, columns: Int) {
    #expect(DisplayWidth.columns(of: text) == columns)
  }

  @Test func `padding fills to columns, not to characters`() {
    #expect(DisplayWidth.padded("王芳", to: 6) == "王芳  ")
    #expect(DisplayWidth.padded("1.5", to: 6, alignment: .trailing) == "   1.5")
    #expect(DisplayWidth.padded("longer", to: 3) == "longer")
  }

  @Test(arguments: 0...9)
  func `a cut text never exceeds its width`(width: Int) {
    let text = "欧阳a娜娜z"
    let cut = DisplayWidth.truncated(text, to: width)
    #expect(DisplayWidth.columns(of: cut) <= width)
    if width > 0 { #expect(cut.hasSuffix("…")) }
    #expect(DisplayWidth.truncated(text, to: 10) == text)
  }

  @Test func `nothing that steers a terminal passes`() {
    #expect(DisplayWidth.printable("a\u{1B}[31mb\u{202E}c\n") == "a�[31mb�c�")
    #expect(DisplayWidth.printable("王芳 O'Neil") == "王芳 O'Neil")
  }
}
