import Foundation

/// Folders of plans for tests: temporary ones, those of the repository, and
/// the folder of real data beside it.
public enum PlanFolders {
  /// The root of the checkout.
  public static let checkout = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of real data outside the project, or nil.
  public static let realData: URL? = {
    let stated = ProcessInfo.processInfo.environment["STAFFOPT_SHARED"].map { URL(filePath: $0) }
    let beside = checkout.deletingLastPathComponent().appending(path: "shared")
    return [stated, beside].compactMap { $0 }.first {
      FileManager.default.fileExists(atPath: $0.path)
    }
  }()

  /// Runs a test with an empty folder that is gone afterwards.
  public static func withTemporaryFolder<Value>(
    _ body: (URL) throws -> Value
  ) throws -> Value {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "staffopt-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  /// The paths of all files below a folder, ascending, without hidden ones.
  public static func files(below folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { path in
      let values = try folder.appending(path: path).resourceValues(forKeys: [.isDirectoryKey])
      return values.isDirectory == false
        && !path.split(separator: "/").contains { $0.hasPrefix(".") }
    }.sorted()
  }
}
