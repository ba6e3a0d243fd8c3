import Foundation
import ShiftDesign

/// A shift design problem as a file states it.
public struct ShiftDesignFile: Sendable {
  /// The file's name without its extension.
  public var name: String
  /// The problem.
  public var problem: ShiftDesignProblem
}

/// The data files of the minimum shift design benchmark (Musliu, Schaerf and
/// Slany 2004) in the syntax of MiniZinc: `interval`, `days`, `demand`, shift
/// types with earliest and latest start and shortest and longest length in
/// intervals, weights.
///
/// A week is cyclic. The weight of duties a week is read and left out, as in
/// the published results: it would need to know who works which shift.
public struct ShiftDesignFormat: Sendable {
  /// The format.
  public init() {}

  /// What messages call a file of this kind.
  public var name: String { "a file of the shift design benchmark" }

  /// The largest file that is read.
  private static let largestFile = 16 << 20

  /// True if a file looks like this kind, whatever its problems.
  public func recognises(_ url: URL) -> Bool {
    guard !FileSource.isFolder(url) else { return false }
    if url.pathExtension.lowercased() == "dzn" { return true }
    guard var source = try? FileSource(url), let start = try? source.next() else { return false }
    let head = String(decoding: start.prefix(65_536), as: UTF8.self)
    return ["shiftTypes", "demand"].allSatisfy(head.contains)
  }

  /// The problem in a file.
  ///
  /// - Throws: Every problem of the file at once.
  public func read(_ url: URL) throws(PlanProblems) -> ShiftDesignFile {
    let log = ProblemLog()
    let file = url.lastPathComponent
    do throws(ByteSourceError) {
      let bytes = try FileSource.bytes(of: url, limit: Self.largestFile)
      if let found = contents(of: bytes, file: file, log: log) { return found }
    } catch {
      log.report(error, file: file, neededFor: "shift design")
    }
    throw PlanProblems(log.problems)
  }

  /// The problem in a text.
  ///
  /// - Parameter file: What messages call it.
  /// - Throws: Every problem of the text at once.
  public static func read(_ bytes: [UInt8], file: String) throws(PlanProblems) -> ShiftDesignFile {
    let log = ProblemLog()
    guard let found = Self().contents(of: bytes, file: file, log: log) else {
      throw PlanProblems(log.problems)
    }
    return found
  }

  private func contents(of bytes: [UInt8], file: String, log: ProblemLog) -> ShiftDesignFile? {
    guard let items = DataFile(file: file, log: log).items(of: bytes) else { return nil }
    guard let problem = ShiftDesignReader(file: file, log: log).problem(from: items),
      !log.hasErrors
    else { return nil }
    let name = String(file.prefix { $0 != "." })
    return ShiftDesignFile(name: name.isEmpty ? file : name, problem: problem)
  }
}
