import Foundation
import Testing

/// Compares a text with a golden file byte for byte.
///
/// `RECORD_GOLDENS=1` in the environment writes the file anew instead; read
/// the difference before committing it.
///
/// - Parameters:
///   - text: What was made.
///   - name: The file's name inside the folder `Goldens` beside the test.
///   - testFile: The test's source file.
public func assertGolden(
  _ text: String, _ name: String, testFile: StaticString = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let folder = URL(fileURLWithPath: "\(testFile)").deletingLastPathComponent()
    .appendingPathComponent("Goldens")
  let file = folder.appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    } catch {
      Issue.record("cannot record \(name): \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  guard let data = try? Data(contentsOf: file) else {
    Issue.record(
      "no golden file \(name); record it with RECORD_GOLDENS=1", sourceLocation: sourceLocation)
    return
  }
  guard data != Data(text.utf8) else { return }
  let expected = String(decoding: data, as: UTF8.self).split(
    separator: "\n", omittingEmptySubsequences: false)
  let actual = text.split(separator: "\n", omittingEmptySubsequences: false)
  let line = zip(expected, actual).enumerated().first { $0.element.0 != $0.element.1 }
  let number = line?.offset ?? min(expected.count, actual.count)
  let wanted = expected.indices.contains(number) ? expected[number] : "(end of file)"
  let found = actual.indices.contains(number) ? actual[number] : "(end of file)"
  Issue.record(
    "\(name) differs from line \(number + 1)\n  golden: \(wanted)\n  found:  \(found)",
    sourceLocation: sourceLocation)
}
