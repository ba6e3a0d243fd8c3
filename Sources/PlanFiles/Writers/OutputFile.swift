import Foundation

/// A file that is to be written: a path inside the output folder and its text.
public struct OutputFile: Hashable, Sendable {
  /// The path from the output folder, with `/` between its parts and none of
  /// them `.` or `..`.
  public var path: String
  /// The text, written as UTF-8.
  public var contents: String

  /// A file.
  public init(path: String, contents: String) {
    self.path = path
    self.contents = contents
  }
}

/// Files of an earlier run that no longer belong: those in one folder with a
/// suffix whose text begins with a line that only this program writes.
public struct StaleFiles: Hashable, Sendable {
  /// The folder inside the output folder.
  public var folder: String
  /// The end of the file names.
  public var suffix: String
  /// What marks a file as ours, within its first 512 bytes.
  public var marker: String

  /// Stale files of a folder.
  public init(folder: String, suffix: String, marker: String) {
    self.folder = folder
    self.suffix = suffix
    self.marker = marker
  }
}

/// Why outputs could not be written. Nothing was changed.
public struct OutputError: Error, Hashable, CustomStringConvertible {
  /// What went wrong.
  public enum Reason: Hashable, Sendable {
    /// The path leaves the output folder or is empty.
    case badPath
    /// Two files have the same path.
    case duplicatePath
    /// Something that is not a file is in the way.
    case inTheWay
    /// The system refused, in its own words.
    case system(String)
  }

  /// The path concerned.
  public var path: String
  /// What went wrong.
  public var reason: Reason

  /// An error about a path.
  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// The error in a sentence that names the path.
  public var description: String {
    switch reason {
    case .badPath: "cannot write '\(path)': not a path inside the output folder"
    case .duplicatePath: "cannot write '\(path)': two outputs have this path"
    case .inTheWay: "cannot write '\(path)': something that is not a file has this name"
    case .system(let message): "cannot write '\(path)': \(message)"
    }
  }
}
