import CivilTime
import Foundation
import Rostering
import Workload

/// Reads a plan folder: plan.yaml and the CSV files beside it.
///
///     do {
///       let document = try PlanFolderReader().read(folder)
///       document.warnings.forEach { print($0) }
///     } catch {
///       print(error)   // every problem with file, line and column
///     }
public struct PlanFolderReader: Sendable {
  /// The name of the file that makes a folder a plan.
  public static let planFile = "plan.yaml"

  /// The rules that a plan may use.
  public var catalogue: [RuleDefinition]
  /// Scenario files whose keys under `plan` are laid over those of plan.yaml,
  /// one after the other.
  public var scenarios: [ScenarioText]

  /// A reader of plans with the given rules.
  public init(
    catalogue: [RuleDefinition] = RuleCatalogue.definitions, scenarios: [ScenarioText] = []
  ) {
    self.catalogue = catalogue
    self.scenarios = scenarios
  }

  /// The plan in a folder.
  ///
  /// - Throws: Every problem of all files at once, warnings included.
  public func read(_ folder: URL) throws(PlanProblems) -> PlanDocument {
    let log = ProblemLog()
    let assembly = PlanAssembly(
      folder: PlanFolder(url: folder, log: log), catalogue: catalogue, scenarios: scenarios)
    guard let document = assembly.document(), !log.hasErrors else {
      throw PlanProblems(log.problems)
    }
    return document
  }
}

/// The files of a plan folder.
struct PlanFolder {
  /// The folder.
  let url: URL
  let log: ProblemLog

  /// The last part of the folder's path.
  var name: String { url.standardizedFileURL.lastPathComponent }

  /// All bytes of a file of the folder, or nil after a problem.
  func bytes(of file: String, limit: Int, neededFor purpose: String) -> [UInt8]? {
    do throws(ByteSourceError) {
      return try FileSource.bytes(of: url.appendingPathComponent(file), limit: limit)
    } catch {
      log.report(error, file: file, neededFor: purpose)
      return nil
    }
  }

  /// The bytes of a file piece by piece, unpacked if it ends with `.gz`; nil
  /// after a problem, or if there is no such file and none is needed.
  ///
  /// - Parameter namedAt: Where the plan names the file; a file that is named
  ///   must be there.
  func source(
    of file: String, isRequired: Bool, namedAt: SourcePlace?, purpose: String
  ) -> (any ByteSource)? {
    guard !file.isEmpty, !file.hasPrefix("/"), !file.split(separator: "/").contains("..") else {
      log.report(
        .badText, at: namedAt ?? SourcePlace(file: PlanFolderReader.planFile), value: file,
        "\(quoted(file)) lies outside the plan's folder.", expected: "a file of the folder")
      return nil
    }
    let path = url.appendingPathComponent(file)
    do throws(ByteSourceError) {
      if file.lowercased().hasSuffix(".gz") { return try GzipSource(path) }
      return try FileSource(path)
    } catch {
      guard error == .missing else {
        log.report(error, file: file, neededFor: purpose)
        return nil
      }
      if let namedAt {
        log.report(
          .fileMissing, at: namedAt, value: file, "The file \(quoted(file)) is not in the folder.",
          expected: purpose)
      } else if isRequired {
        log.report(error, file: file, neededFor: purpose)
      }
      return nil
    }
  }
}
