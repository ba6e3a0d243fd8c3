import Testing

@testable import PlanFiles

/// A source that hands out a given number of bytes at a time.
struct DrippingSource: ByteSource {
  var bytes: ArraySlice<UInt8>
  let pieceLength: Int

  init(_ text: String, pieceLength: Int) {
    bytes = Array(text.utf8)[...]
    self.pieceLength = pieceLength
  }

  mutating func next() throws(ByteSourceError) -> [UInt8] {
    let piece = bytes.prefix(pieceLength)
    bytes = bytes.dropFirst(pieceLength)
    return Array(piece)
  }
}

@Suite struct DelimitedReaderTests {
  struct Field: Equatable {
    var text: String
    var line: Int
    var column: Int
  }

  private func rows(
    _ text: String, pieceLength: Int = 1 << 20, log: ProblemLog = ProblemLog()
  ) -> [[Field]] {
    var reader = DelimitedReader(
      DrippingSource(text, pieceLength: pieceLength), file: "x.csv", neededFor: "a test", log: log)
    var row = DelimitedRow()
    var rows: [[Field]] = []
    while reader.next(into: &row) {
      rows.append(
        (0..<row.count).map {
          Field(text: row.text(of: $0), line: row.lines[$0], column: row.columns[$0])
        })
    }
    return rows
  }

  private func texts(_ text: String) -> [[String]] {
    rows(text).map { $0.map(\.text) }
  }

  @Test(
    arguments: [
      ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
      ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
      ("a,b\r1,2", [["a", "b"], ["1", "2"]]),
      ("\u{FEFF}a,b\n1,\n", [["a", "b"], ["1", ""]]),
      ("a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
      ("a\tb\n1\t2\n", [["a", "b"], ["1", "2"]]),
      ("sep=;\na;b,c\n", [["a", "b,c"]]),
      ("\"a,b\",c\n\"1\"\"2\",3\n", [["a,b", "c"], ["1\"2", "3"]]),
      ("a,b\n\"one\r\ntwo\",3\n", [["a", "b"], ["one\ntwo", "3"]]),
      ("a,b\n\n\n1,2\n\n", [["a", "b"], ["1", "2"]]),
      ("a\n6\" pipe\n", [["a"], ["6\" pipe"]]),
      ("", []),
      ("\n\n", []),
      ("\"\",\"\"\n", [["", ""]]),
    ] as [(String, [[String]])])
  func readsFields(_ text: String, _ expected: [[String]]) {
    #expect(texts(text) == expected)
  }

  @Test func placesCountCharactersAndLines() {
    let found = rows("工号,姓名\n\"一\n二\",三,四\n")
    #expect(
      found == [
        [Field(text: "工号", line: 1, column: 1), Field(text: "姓名", line: 1, column: 4)],
        [
          Field(text: "一\n二", line: 2, column: 1), Field(text: "三", line: 3, column: 4),
          Field(text: "四", line: 3, column: 6),
        ],
      ])
  }

  @Test(arguments: 1...7)
  func readsTheSameInPiecesOfAnyLength(_ length: Int) {
    let text =
      "工号;姓名;x\r\n\"一\r\n\"\"二\";三;\r\n\r\n1;\"2\" 3;4\n\"open;\n5;6\n"
    let whole = ProblemLog()
    let dripped = ProblemLog()
    #expect(rows(text, pieceLength: length, log: dripped) == rows(text, log: whole))
    #expect(dripped.problems == whole.problems)
    #expect(whole.problems.count == 2)
  }

  @Test func aRowMayBeAsLongAsTheLimitAndNoLonger() {
    let longest = String(repeating: "x", count: DelimitedReader.rowLimit)
    let log = ProblemLog()
    #expect(rows(longest + "\n1\n", log: log).count == 2)
    #expect(log.problems.isEmpty)
    #expect(rows(longest + "x\n1\n", log: log).isEmpty)
    #expect(log.problems.map(\.code) == [.tableRowTooLong])
  }
}
