import Foundation

/// A kind of input that a plan can be read from.
public protocol PlanInputFormat: Sendable {
  /// What messages call the kind.
  var name: String { get }

  /// True if a file or folder looks like this kind, whatever its problems.
  func recognises(_ url: URL) -> Bool

  /// The plan in a file or folder of this kind.
  ///
  /// - Throws: Every problem at once.
  func read(_ url: URL) throws(PlanProblems) -> PlanDocument
}

/// Reads a plan from whatever it is in.
public enum PlanInput {
  /// The kinds of input, in the order they are tried.
  public static let formats: [any PlanInputFormat] = [
    PlanFolderFormat(), ShiftSchedulingFormat(),
  ]

  /// The plan in a file or folder, recognised by what it holds.
  ///
  /// - Throws: Every problem at once; also if it is of no known kind.
  public static func read(_ url: URL) throws(PlanProblems) -> PlanDocument {
    for format in formats where format.recognises(url) { return try format.read(url) }
    let isThere = FileManager.default.fileExists(atPath: url.path)
    throw PlanProblems([
      PlanProblem(
        code: isThere ? .fileUnreadable : .fileMissing, file: url.lastPathComponent,
        message: isThere ? "This is no plan." : "There is no such file or folder.",
        expected: formats.map(\.name).joined(separator: " or "))
    ])
  }
}

/// A folder with plan.yaml and CSV files.
public struct PlanFolderFormat: PlanInputFormat {
  /// The format.
  public init() {}

  public var name: String { "a folder with a plan.yaml" }

  public func recognises(_ url: URL) -> Bool {
    FileSource.isFolder(url)
      || url.lastPathComponent == PlanFolderReader.planFile
        && FileManager.default.fileExists(atPath: url.path)
  }

  public func read(_ url: URL) throws(PlanProblems) -> PlanDocument {
    try PlanFolderReader().read(Self.folder(of: url))
  }

  /// The plan's folder, which may be named by its plan.yaml as well.
  public static func folder(of url: URL) -> URL {
    url.lastPathComponent == PlanFolderReader.planFile && !FileSource.isFolder(url)
      ? url.deletingLastPathComponent() : url
  }
}
