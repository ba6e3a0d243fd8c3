import Foundation
import Testing

@testable import PlanFiles

/// The folders of fixtures that the tests read, and folders made from them.
enum Fixture {
  /// A file or folder below `Fixtures`, in the test bundle.
  static func url(_ path: String) -> URL {
    Bundle.module.bundleURL.appendingPathComponent("Fixtures").appendingPathComponent(path)
  }

  /// The same in the sources, for recording.
  static func source(_ path: String) -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fixtures").appendingPathComponent(path)
  }

  /// The names in a folder, sorted.
  static func names(in path: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: url(path).path)
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }

  /// All bytes of a fixture.
  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: url(path)))
  }

  /// True if golden files are to be written instead of compared.
  static var isRecording: Bool {
    ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1"
  }

  /// Compares a text with a golden file below `Fixtures`, or records it.
  static func expectGolden(
    _ text: String, _ path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    if isRecording {
      try Data(text.utf8).write(to: source(path))
      return
    }
    let golden = try? String(contentsOf: url(path), encoding: .utf8)
    #expect(
      text == golden, "\(path) differs; run with RECORD_GOLDENS=1 to record it",
      sourceLocation: sourceLocation)
  }

  /// Calls `body` with a folder that holds the files of some fixture folders,
  /// the later over the earlier, and further texts; removes it afterwards. A
  /// file `NAME.removed` removes the file of that name.
  static func withFolder<Result>(
    of paths: [String], adding texts: [String: String] = [:],
    _ body: (URL) throws -> Result
  ) throws -> Result {
    let manager = FileManager.default
    let parent = manager.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let folder = parent.appendingPathComponent("plan")
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? manager.removeItem(at: parent) }
    for path in paths {
      for name in names(in: path) where name != "expected.txt" {
        let target = folder.appendingPathComponent(
          name.hasSuffix(".removed") ? String(name.dropLast(8)) : name)
        try? manager.removeItem(at: target)
        if name.hasSuffix(".removed") { continue }
        try manager.copyItem(at: url(path).appendingPathComponent(name), to: target)
      }
    }
    for (name, text) in texts {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    return try body(folder)
  }

  /// The plan of a folder, or its problems as a test's issue.
  static func document(
    _ folder: URL, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> PlanDocument {
    do {
      return try PlanFolderReader().read(folder)
    } catch {
      Issue.record("\(error)", sourceLocation: sourceLocation)
      throw error
    }
  }

  /// Everything that is said about a folder, one line a problem.
  static func report(_ folder: URL) -> String {
    do {
      return try PlanFolderReader().read(folder).warnings.map { "\($0)\n" }.joined()
    } catch {
      return error.problems.map { "\($0)\n" }.joined()
    }
  }
}
