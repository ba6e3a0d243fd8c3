import Foundation

/// The folder of real data and published results that stays outside the
/// project; tests that need it are skipped where it is missing.
enum SharedData {
  static let folder: URL? = {
    let stated = ProcessInfo.processInfo.environment["STAFFOPT_SHARED"].map {
      URL(fileURLWithPath: $0)
    }
    // Tests/WorkloadTests/SharedData.swift is three levels below the checkout.
    let checkout = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let beside = checkout.deletingLastPathComponent().appendingPathComponent("shared")
    return [stated, beside].compactMap { $0 }.first {
      FileManager.default.fileExists(atPath: $0.path)
    }
  }()

  /// Whether a file of the folder is there.
  static func has(_ path: String) -> Bool {
    folder.map { FileManager.default.fileExists(atPath: $0.appendingPathComponent(path).path) }
      ?? false
  }

  /// The text of a file of the folder.
  static func text(_ path: String) throws -> String {
    guard let folder else { throw CocoaError(.fileNoSuchFile) }
    return try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  }

  /// The rows of a comma-separated file without quotes, by column name.
  static func rows(_ path: String) throws -> [[String: String]] {
    let lines = try text(path).split(whereSeparator: \.isNewline)
    guard let first = lines.first else { return [] }
    let names = first.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return lines.dropFirst().map { line in
      let values = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(zip(names, values)) { first, _ in first }
    }
  }
}
