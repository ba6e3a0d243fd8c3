import Foundation
import PlanFiles
import Testing

@Suite struct OutputFolderTests {
  /// A folder of its own for one test, removed at the end.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("staffopt-output-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: root) }
    try body(root)
  }

  /// Every file below a folder with its text.
  private func contents(of root: String) throws -> [String: String] {
    var found: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root) {
      if let data = FileManager.default.contents(atPath: root + "/" + path) {
        found[path] = String(decoding: data, as: UTF8.self)
      }
    }
    return found
  }

  private let files = [
    OutputFile(path: "roster.csv", contents: "new roster\n"),
    OutputFile(path: "calendars/A.ics", contents: "new A\n"),
  ]

  @Test func `folders are made and nothing else is left`() throws {
    try withFolder { root in
      try OutputFolder(path: root + "/deep/out").write(files)
      #expect(
        try contents(of: root) == [
          "deep/out/roster.csv": "new roster\n", "deep/out/calendars/A.ics": "new A\n",
        ])
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: root + "/deep/out").sorted()
          == ["calendars", "roster.csv"])
    }
  }

  @Test func `a slash at the end is no part of the folder, nothing is the current one`() throws {
    try withFolder { root in
      try OutputFolder(path: root + "/out//").write(files)
      #expect(try contents(of: root).keys.contains("out/roster.csv"))
    }
    #expect(OutputFolder(path: "").path == ".")
    #expect(OutputFolder(path: "/").path == "/")
  }

  @Test func `earlier outputs are replaced, other files stay`() throws {
    try withFolder { root in
      let folder = OutputFolder(path: root)
      try folder.write([
        OutputFile(path: "roster.csv", contents: "old"),
        OutputFile(path: "notes.txt", contents: "mine"),
      ])
      try folder.write(files)
      #expect(
        try contents(of: root) == [
          "roster.csv": "new roster\n", "calendars/A.ics": "new A\n", "notes.txt": "mine",
        ])
    }
  }

  @Test func `a file that cannot be placed takes all others back`() throws {
    try withFolder { root in
      let folder = OutputFolder(path: root)
      try folder.write([OutputFile(path: "roster.csv", contents: "old")])
      // A folder bears the name of the second file.
      try FileManager.default.createDirectory(
        atPath: root + "/report.html", withIntermediateDirectories: false)
      let error = #expect(throws: OutputError.self) {
        try folder.write(files + [OutputFile(path: "report.html", contents: "x")])
      }
      #expect(error?.path == root + "/report.html")
      #expect(error?.reason == .inTheWay)
      #expect(try contents(of: root) == ["roster.csv": "old"])
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: root).sorted()
          == ["report.html", "roster.csv"])
    }
  }

  @Test func `a folder below a file cannot be made and leaves no trace`() throws {
    try withFolder { root in
      try OutputFolder(path: root).write([OutputFile(path: "file", contents: "x")])
      let error = #expect(throws: OutputError.self) {
        try OutputFolder(path: root + "/file/out").write(files)
      }
      #expect(error?.description.contains(root + "/file") == true)
      #expect(try contents(of: root) == ["file": "x"])
    }
  }

  @Test func `a check beforehand says what writing would and leaves no trace`() throws {
    try withFolder { root in
      try OutputFolder(path: root).write([OutputFile(path: "file", contents: "x")])
      #expect(throws: OutputError.self) { try OutputFolder(path: root + "/file").check() }
      #expect(throws: OutputError.self) { try OutputFolder(path: root + "/file/out").check() }
      try OutputFolder(path: root + "/a/b").check()
      #expect(try FileManager.default.subpathsOfDirectory(atPath: root) == ["file"])
    }
  }

  @Test(arguments: ["", "/etc/x", "../x", "a/../../x", "a//b", ".", "a/."])
  func `no output leaves its folder`(path: String) throws {
    try withFolder { root in
      let error = #expect(throws: OutputError.self) {
        try OutputFolder(path: root + "/out").write([OutputFile(path: path, contents: "x")])
      }
      #expect(error?.reason == .badPath)
      let left = try contents(of: root)
      #expect(left == [:])
    }
  }

  @Test func `two outputs may not share a path, capitals aside`() throws {
    try withFolder { root in
      let error = #expect(throws: OutputError.self) {
        try OutputFolder(path: root).write([
          OutputFile(path: "a.ics", contents: ""), OutputFile(path: "A.ics", contents: ""),
        ])
      }
      #expect(error?.reason == .duplicatePath)
    }
  }

  @Test func `calendars of people who left go, other calendars stay`() throws {
    try withFolder { root in
      let folder = OutputFolder(path: root)
      let ours = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//staffopt//roster//EN\r\n"
      try folder.write([
        OutputFile(path: "calendars/gone.ics", contents: ours),
        OutputFile(path: "calendars/A.ics", contents: ours),
        OutputFile(path: "calendars/private.ics", contents: "BEGIN:VCALENDAR\r\n"),
      ])
      try folder.write(files, removing: [CalendarWriter.staleFiles])
      let names = try contents(of: root).keys.sorted()
      #expect(names == ["calendars/A.ics", "calendars/private.ics", "roster.csv"])
    }
  }
}
