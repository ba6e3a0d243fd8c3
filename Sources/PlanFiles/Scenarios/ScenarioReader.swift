import CivilTime
import Foundation
import Rostering

/// Reads scenario files: YAML with what differs from a plan.
public enum ScenarioReader {
  /// The scenario in a file.
  ///
  /// The keys under `plan` are not looked at here: they are read with the
  /// plan that they change.
  ///
  /// - Throws: Every problem of the file at once.
  public static func read(_ url: URL, plan: RosterPlan) throws(PlanProblems) -> ScenarioDocument {
    let log = ProblemLog()
    let file = url.lastPathComponent
    do throws(ByteSourceError) {
      let bytes = try FileSource.bytes(of: url, limit: PlanYaml.sizeLimit)
      if let text = PlanYaml(file: file, log: log).text(of: bytes),
        let document = document(ScenarioText(file: file, text: text), plan: plan, log: log),
        !log.hasErrors
      {
        return document
      }
    } catch {
      log.report(error, file: file, neededFor: "a scenario")
    }
    throw PlanProblems(log.problems)
  }

  /// The scenario in a text.
  ///
  /// - Throws: Every problem of the text at once.
  public static func read(
    _ text: ScenarioText, plan: RosterPlan
  ) throws(PlanProblems) -> ScenarioDocument {
    let log = ProblemLog()
    if let document = document(text, plan: plan, log: log), !log.hasErrors { return document }
    throw PlanProblems(log.problems)
  }

  private static func document(
    _ text: ScenarioText, plan: RosterPlan, log: ProblemLog
  ) -> ScenarioDocument? {
    guard let root = PlanYaml(file: text.file, log: log).root(of: Array(text.text.utf8)) else {
      return nil
    }
    let section = SectionReader(root, key: PlanReference.scenario, log: log)
    let stem = text.file.split(separator: ".").first.map(String.init) ?? text.file
    var document = ScenarioDocument(name: section.text("name", default: stem))
    if section.has("plan") { document.overlay = text }
    document.shiftLength = section.value("shift-length").flatMap { log.minutes($0, in: 60...1_440) }
    document.droppedShifts = (section.values("drop-shifts") ?? []).compactMap {
      log.pattern($0, among: plan.patterns)?.name
    }
    document.demand = demand(section, plan: plan, log: log)
    document.leave = leave(section, plan: plan, log: log)
    document.teamSize = section.value("staff").flatMap { log.count($0, in: 1...100_000) }
    document.newcomers = section.sections("add-people").compactMap { part in
      let skills = (part.values("skills") ?? []).compactMap { skill($0, plan: plan, log: log) }
      let wage = part.value("wage").flatMap { log.number($0, in: ProblemLog.prices) }
      return ScenarioDocument.Newcomers(
        count: part.count("count", in: 1...10_000, default: 1), skills: skills, wage: wage)
    }
    document.removed = (section.values("remove-people") ?? []).compactMap {
      employee($0, plan: plan, log: log)
    }
    document.trainings = section.section("skills").all.compactMap { entry in
      let learned = log.list(entry.value, form: "a list of skills").compactMap {
        skill($0, plan: plan, log: log)
      }
      return employee(entry.key, plan: plan, log: log).map {
        ScenarioDocument.Training(employeeID: $0, skills: learned)
      }
    }
    let keys = PlanReference.scenario.children.map(\.name).filter { $0 != "name" }
    if !keys.contains(where: section.has), !log.hasErrors {
      log.report(
        .keyMissing, at: SourcePlace(file: text.file), "The scenario changes nothing.",
        expected: "one of \(listed(keys))",
        action: "The plan as it is stands beside the scenarios by itself.")
    }
    return document
  }

  private static func demand(
    _ section: SectionReader, plan: RosterPlan, log: ProblemLog
  ) -> [ScenarioDocument.Demand] {
    guard let node = section.node("demand") else { return [] }
    let limits = 0.0...100.0
    guard case .map(let entries) = node.content else {
      let factor = log.single(node, form: "a percentage").flatMap { log.percent($0, in: limits) }
      return factor.map { [ScenarioDocument.Demand(factor: $0, skills: [])] } ?? []
    }
    return entries.compactMap { entry in
      let factor = log.single(entry.value, form: "a percentage")
        .flatMap { log.percent($0, in: limits) }
      guard let skill = skill(entry.key, plan: plan, log: log), let factor else { return nil }
      return ScenarioDocument.Demand(factor: factor, skills: [skill])
    }
  }

  private static func leave(
    _ section: SectionReader, plan: RosterPlan, log: ProblemLog
  ) -> ScenarioDocument.LeaveWave? {
    guard section.has("leave") else { return nil }
    let part = section.section("leave")
    let horizon = plan.horizon
    let share = part.percent("share", in: 0...1, default: 0)
    guard let source = part.value("days"), let dates = log.dates(source) else { return nil }
    let first = horizon.day(of: dates.lowerBound)
    let last = horizon.day(of: dates.upperBound)
    guard first <= last, last >= 0, first < horizon.dayCount else {
      log.report(
        .dayOutsideHorizon, source, "\(quoted(source.text)) lies outside the plan.",
        expected: "days from \(horizon.firstDate) to \(horizon.lastDate)")
      return nil
    }
    return ScenarioDocument.LeaveWave(
      share: share, days: max(0, first)...min(horizon.dayCount - 1, last))
  }

  private static func skill(_ source: SourceText, plan: RosterPlan, log: ProblemLog) -> String? {
    let names = plan.need.skills
    if names.contains(source.text) { return source.text }
    log.report(
      .unknownSkill, source, "\(quoted(source.text)) is no skill of the plan.",
      expected: "one of \(listed(names))", action: suggestion(for: source.text, among: names))
    return nil
  }

  private static func employee(_ source: SourceText, plan: RosterPlan, log: ProblemLog) -> String? {
    let ids = plan.employees.map(\.id)
    if ids.contains(source.text) { return source.text }
    log.report(
      .unknownEmployee, source, "\(quoted(source.text)) is not in staff.csv.",
      expected: "an id of staff.csv", action: suggestion(for: source.text, among: ids))
    return nil
  }
}
