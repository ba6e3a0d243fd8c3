import CivilTime
import Foundation
import PlanFiles
import Rostering
import Workload

/// Makes the plan of a case from the plan of a sweep.
public struct PlanEditor: Sendable {
  /// The plan as it is.
  public let base: LoadedPlan
  /// Where the plan was read from; nil where scenarios need not be read.
  public let source: URL?

  /// An editor of a plan.
  public init(base: LoadedPlan, source: URL? = nil) {
    self.base = base
    self.source = source
  }

  /// The plan of a case.
  ///
  /// - Throws: Every problem of its scenario files.
  public func plan(of sweepCase: SweepCase) throws(PlanProblems) -> LoadedPlan {
    var loaded = base
    var scenarios: [ScenarioText] = []
    var edits: [PlanEdit] = []
    for edit in sweepCase.edits {
      if case .scenario(let text) = edit { scenarios.append(text) } else { edits.append(edit) }
    }
    if !scenarios.isEmpty, let source {
      let document = try PlanFolderReader(scenarios: scenarios).read(
        PlanFolderFormat.folder(of: source))
      loaded = try PlanLoader().load(document, name: source.lastPathComponent)
    }
    return changed(try withDemand(loaded, edits), by: edits)
  }

  /// A plan with the edits made that need no file and no forecast.
  func changed(_ loaded: LoadedPlan, by edits: [PlanEdit]) -> LoadedPlan {
    var loaded = loaded
    for edit in edits { apply(edit, to: &loaded) }
    return loaded
  }

  // MARK: Demand

  /// The need of changed demand: forecast anew where it is forecast, since the
  /// need does not grow in proportion; multiplied where it is given.
  private func withDemand(
    _ loaded: LoadedPlan, _ edits: [PlanEdit]
  ) throws(PlanProblems) -> LoadedPlan {
    var document = loaded.document
    var isChanged = false
    let horizon = document.plan.horizon
    for edit in edits {
      switch edit {
      case .demand(let factor, let skills):
        isChanged = true
        for index in document.plan.need.skills.indices
        where skills.isEmpty || skills.contains(document.plan.need.skills[index]) {
          document.plan.need.agents[index] = document.plan.need.agents[index].map { $0 * factor }
        }
        let classes = document.workload.classes.filter {
          skills.isEmpty || skills.contains($0.skill)
        }.map(\.name)
        guard !classes.isEmpty else { continue }
        document.workload.adjustments.events.append(
          DemandEvent(
            name: "what-if", classes: classes, dates: horizon.firstDate...horizon.lastDate,
            minutesOfDay: 0..<1_440, effect: .multiply(by: factor)))
      case .demandBand(let point):
        isChanged = true
        document.workload.adjustments.events += events(of: point, in: loaded.forecast)
      default: continue
      }
    }
    guard isChanged else { return loaded }
    return try PlanLoader().load(document, name: document.plan.name)
  }

  /// What turns each day's mean into a point of its band.
  private func events(of point: BandPoint, in forecast: Forecast?) -> [DemandEvent] {
    (forecast?.series ?? []).flatMap { series in
      series.days.compactMap { day -> DemandEvent? in
        guard day.total > 0 else { return nil }
        let demand =
          switch point {
          case .low: day.totalBand.low
          case .median: day.totalBand.median
          case .high: day.totalBand.high
          }
        return DemandEvent(
          name: point.rawValue, classes: [series.name], dates: day.date...day.date,
          minutesOfDay: 0..<1_440, effect: .multiply(by: demand / day.total))
      }
    }
  }

  // MARK: The plan's own values

  private func apply(_ edit: PlanEdit, to loaded: inout LoadedPlan) {
    if case .given(let skills, let agents) = edit {
      loaded.give(agents, of: skills)
    } else {
      apply(edit, to: &loaded.plan)
    }
  }

  private func apply(_ edit: PlanEdit, to plan: inout RosterPlan) {
    switch edit {
    case .scenario, .demand, .demandBand, .given: break
    case .shiftLength(let minutes): setLength(minutes, of: &plan)
    case .dropShifts(let names): drop(Set(names), from: &plan)
    case .leaveWave(let share, let firstDay, let lastDay):
      addLeave(share: share, days: firstDay...max(firstDay, lastDay), to: &plan)
    case .teamSize(let size): plan = TeamScaling(plan: plan).plan(size: size)
    case .addPeople(let count, let skills, let wage):
      addPeople(count, skills: skills, wage: wage, to: &plan)
    case .removePeople(let ids): plan = plan.without(people: Set(ids))
    case .teach(let employeeID, let skills):
      for index in plan.employees.indices where plan.employees[index].id == employeeID {
        for skill in skills where !plan.employees[index].skills.contains(skill) {
          plan.employees[index].skills.append(skill)
        }
      }
    case .loosen(let rule, let parameter, let steps):
      guard plan.rules.indices.contains(rule) else { return }
      let found = plan.loosenings(ofRule: rule, steps: steps).first { $0.parameter == parameter }
      if let found { plan = plan.loosened(found) }
    }
  }

  /// Takes shift patterns out, with the heads wanted on them and the modes that
  /// need them: what these held is held by cover again.
  private func drop(_ names: Set<String>, from plan: inout RosterPlan) {
    let kept = plan.patterns.indices.filter { !names.contains(plan.patterns[$0].name) }
    plan.patternNeeds = plan.patternNeeds.compactMap { need in
      guard let place = kept.firstIndex(of: need.pattern) else { return nil }
      var need = need
      need.pattern = place
      return need
    }
    plan.modes.removeAll { names.contains($0.pattern) }
    plan.patterns = kept.map { plan.patterns[$0] }
  }

  /// Gives all patterns one length. A start from which the shift would pass
  /// the day's latest closing moves forward to end with it, so that the
  /// evening can still be covered.
  private func setLength(_ minutes: Int, of plan: inout RosterPlan) {
    let closing = plan.openingMinutes.compactMap { $0?.upperBound }.max() ?? 1_440
    let opening = plan.openingMinutes.compactMap { $0?.lowerBound }.min() ?? 0
    let isRoundTheClock = closing - opening >= 1_440
    for index in plan.patterns.indices {
      plan.patterns[index].lengthMinutes = [minutes]
      guard !isRoundTheClock else { continue }
      let latest = max(opening, closing - minutes)
      plan.patterns[index].startMinutes =
        Set(plan.patterns[index].startMinutes.map { min($0, latest) }).sorted()
    }
  }

  /// Leave for a share of the people who have none on the days, spread evenly
  /// over the plan's order.
  private func addLeave(share: Double, days: ClosedRange<Int>, to plan: inout RosterPlan) {
    let minutes = (days.lowerBound * 1_440)..<((days.upperBound + 1) * 1_440)
    let count = Int((share * Double(plan.employees.count)).rounded())
    let free = plan.employees.filter { employee in
      !plan.requests.contains {
        $0.employeeID == employee.id && $0.kind == .approvedLeave && $0.minutes.overlaps(minutes)
      } && !plan.pinnedDays.contains { $0.employeeID == employee.id && days.contains($0.day) }
    }
    let chosen = min(count, free.count)
    guard chosen > 0 else { return }
    for place in 0..<chosen {
      let employee = free[place * free.count / chosen]
      plan.requests.append(
        StaffRequest(employeeID: employee.id, kind: .approvedLeave, minutes: minutes))
    }
  }

  private func addPeople(
    _ count: Int, skills: [String], wage: Double?, to plan: inout RosterPlan
  ) {
    let alike = plan.employees.filter { !Set($0.skills).isDisjoint(with: skills) }
    let known = alike.isEmpty ? plan.employees : alike
    let mean = known.isEmpty ? 0 : known.reduce(0) { $0 + $1.hourlyWage } / Double(known.count)
    var number = 0
    for _ in 0..<max(0, count) {
      repeat { number += 1 } while plan.employees.contains { $0.id == "NEW\(number)" }
      plan.employees.append(
        Employee(
          id: "NEW\(number)", name: "NEW\(number)", team: alike.first?.team ?? "", skills: skills,
          hourlyWage: wage ?? mean))
    }
  }
}
