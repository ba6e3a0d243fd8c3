import ArgumentParser
import Foundation
import StaffOptKit

/// The ways demand may come that a roster is made for or held against.
struct AgainstOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Several ways demand may come, between commas: multiples such as 90%,100%,115%, the \
      forecast's P10, P50 and P90 (band), and need files (busy.csv, as need --csv prints \
      them). A number behind a colon is a weight: usual.csv:3,busy.csv:1.
      """, valueName: "demand,..."))
  var against: [String] = []

  /// A way demand may come as it is written down.
  private enum Form {
    case band(weight: Double)
    case factor(Double, weight: Double)
    case file(String, weight: Double)
  }

  func validate() throws { _ = try forms() }

  private func forms() throws -> [Form] {
    let parts = against.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
    return try parts.map { try Self.form($0.trimmingCharacters(in: .whitespaces)) }
  }

  private static func form(_ text: String) throws -> Form {
    var (name, weight) = (text, 1.0)
    if let colon = text.lastIndex(of: ":"), let number = Double(text[text.index(after: colon)...]) {
      guard number > 0, number.isFinite else {
        throw ValidationError("--against: a weight is a number above 0; not \"\(text)\".")
      }
      (name, weight) = (String(text[..<colon]), number)
    }
    if name == "band" { return .band(weight: weight) }
    if name.hasSuffix("%") {
      guard let percent = Double(name.dropLast()), (0...10_000).contains(percent) else {
        throw ValidationError("--against: \"\(name)\" is no percentage such as 115%.")
      }
      return .factor(percent / 100, weight: weight)
    }
    guard name.lowercased().hasSuffix(".csv") || name.lowercased().hasSuffix(".csv.gz") else {
      throw ValidationError(
        "--against has percentages such as 90%,115%, the word band, or need files that end in "
          + ".csv; not \"\(text)\".")
    }
    return .file(name, weight: weight)
  }

  /// The ways demand may come; problems of need files are printed before the
  /// command ends with the status for invalid input.
  func cases(for plan: RosterPlan, _ language: ReportLanguage) throws -> [DemandCase] {
    var cases: [DemandCase] = []
    var problems: [PlanProblem] = []
    for form in try forms() {
      switch form {
      case .band(let weight):
        cases += DemandCase.band.map {
          DemandCase(name: $0.name, weight: weight * $0.weight, edits: $0.edits)
        }
      case .factor(let factor, let weight): cases.append(.factor(factor, weight: weight))
      case .file(let path, let weight):
        let url = URL(filePath: path)
        do throws(PlanProblems) {
          let need = try NeedReader.read(url, plan: plan)
          Console.warn(need.warnings, language)
          cases.append(
            DemandCase(
              name: url.lastPathComponent, weight: weight,
              edits: [.given(skills: need.skills, agents: need.agents)]))
        } catch {
          problems += error.problems
        }
      }
    }
    if !problems.isEmpty { throw reportedProblems(PlanProblems(problems), language) }
    return cases.uniquelyNamed
  }

  /// What was asked for, worked out for a plan; nil if nothing was.
  func outlook(_ editor: PlanEditor, _ language: ReportLanguage) throws -> DemandOutlook? {
    guard !against.isEmpty else { return nil }
    let cases = try cases(for: editor.base.plan, language)
    if cases.contains(where: {
      $0.edits.contains { if case .demandBand = $0 { true } else { false } }
    }) {
      try Self.checkBand(of: editor.base, option: "--against")
    }
    do throws(PlanProblems) {
      return try DemandOutlook(cases, editor: editor)
    } catch {
      throw reportedProblems(error, language)
    }
  }

  /// Ends the command where a band is asked for that the plan has not.
  static func checkBand(of loaded: LoadedPlan, option: String) throws {
    guard loaded.forecast == nil else { return }
    Console.say(
      "\(option): E-BAND the need of the plan is given, not forecast, so it has no band. Use "
        + "percentages such as 90%,100%,115%.")
    throw ExitStatus.invalidInput
  }
}
