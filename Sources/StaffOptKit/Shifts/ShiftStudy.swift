import Foundation
import LinearModel
import PlanFiles
import Reports
import Rostering
import ShiftDesign

/// A question which shifts to have, and its answer.
public struct ShiftStudy: Sendable {
  /// The name of the plan or the file.
  public var name: String
  /// The problem.
  public var problem: ShiftDesignProblem
  /// What the kinds of the candidates are called.
  public var kindNames: [String]
  /// The plan; nil for a benchmark file.
  public private(set) var plan: RosterPlan?
  /// What designed shifts inherit from, one a kind; empty for a benchmark file.
  private var sources: [ShiftPattern] = []

  /// The problem of a file of the shift design benchmark.
  ///
  /// - Throws: Every problem of the file at once.
  public init(benchmark url: URL) throws(PlanProblems) {
    let file = try ShiftDesignFormat().read(url)
    name = file.name
    problem = file.problem
    let kinds = (problem.candidates.map(\.kind).max() ?? -1) + 1
    kindNames = (0..<kinds).map { "\($0 + 1)" }
  }

  /// The problem of a plan: its need over all days.
  ///
  /// - Parameters:
  ///   - windows: Which shifts may be designed.
  ///   - prices: What mis-cover and a distinct shift cost.
  ///   - skill: The skill whose need counts; nil for the sum of all.
  /// - Throws: If the skill is none of the plan, or no shift fits.
  public init(
    plan: RosterPlan, windows: ShiftWindows = ShiftWindows(), prices: ShiftPrices = ShiftPrices(),
    skill: String? = nil
  ) throws(PlanProblems) {
    if let skill, !plan.need.skills.contains(skill) {
      throw PlanProblems([
        PlanProblem(
          code: .unknownSkill, file: "--skill", value: skill,
          message: "\"\(skill)\" is not a skill of the plan.",
          expected: "one of \(plan.need.skills.joined(separator: ", "))")
      ])
    }
    let maker = PlanShiftProblem(plan: plan, windows: windows, prices: prices, skill: skill)
    guard let problem = maker.problem else {
      throw PlanProblems([
        PlanProblem(
          code: .conflicting, file: plan.name,
          message: "No shift of these starts and lengths fits into the opening hours, or there "
            + "are more than \(PlanShiftProblem.mostCandidates).",
          expected: "starts and lengths inside the opening hours")
      ])
    }
    self.plan = plan
    name = plan.name
    self.problem = problem
    sources = maker.sources
    kindNames = sources.map(\.name)
  }

  // MARK: Answers

  /// Searches for the best design, and for a plan for the front of one shift,
  /// two shifts and so on.
  ///
  /// - Parameters:
  ///   - most: How far the front goes; 0 leaves it out.
  ///   - count: The number of shifts whose design is wanted instead of the
  ///     one that costs least; nil for that. Needs a front.
  public func run(
    _ limits: DesignLimits, frontUpTo most: Int = 0, count: Int? = nil,
    cancellation: Cancellation = Cancellation(), progress: DesignProgress? = nil
  ) -> ShiftDesignFacts {
    let begin = ContinuousClock.now
    let designer = ShiftDesigner(problem, boundSolver: SolverCatalogue.linearSolver)
    var facts: ShiftDesignFacts
    if most > 0 {
      let bound = designer.bound(
        seconds: limits.seconds.map { $0 / 4 }, cancellation: cancellation)
      var rest = limits
      rest.seconds = limits.seconds.map { max(0, $0 - begin.duration(to: .now) / .seconds(1)) }
      let front = designer.front(upTo: most, rest, cancellation: cancellation)
      let wanted = count.flatMap { count in front.last { $0.shifts.count <= count } }
      let cheapest = front.min { $0.objective < $1.objective }
      facts = ShiftDesignFacts(
        name: name, problem: problem, kindNames: kindNames,
        design: wanted ?? cheapest ?? DesignedShifts([], of: problem))
      facts.front = front
      facts.isFound = !front.isEmpty || problem.need.allSatisfy { $0 <= 0 }
      facts.bound = bound
    } else {
      let outcome = designer.solve(limits, cancellation: cancellation, progress: progress)
      facts = ShiftDesignFacts(
        name: name, problem: problem, kindNames: kindNames, design: outcome.design)
      facts.bound = outcome.bound
      facts.isFound = outcome.isFound
    }
    if let plan {
      facts.dates = (0..<plan.horizon.dayCount).map { plan.horizon.date(ofDay: $0) }
      facts.currency = plan.currency
    }
    facts.isOptimal = facts.design.objective <= (facts.bound ?? -.infinity) + 1e-6
    facts.seed = limits.seed
    facts.seconds = begin.duration(to: .now) / .seconds(1)
    return facts
  }

  /// A design's shifts as the patterns of a plan, named by their hours.
  public func patterns(of design: DesignedShifts) -> [ShiftPattern] {
    let slot = problem.slotMinutes
    var names: [String: Int] = [:]
    return design.shifts.map { shift in
      let candidate = problem.candidates[shift.candidate]
      let start = candidate.startSlot * slot
      let length = candidate.slotCount * slot
      let source = sources.indices.contains(candidate.kind) ? sources[candidate.kind] : nil
      var name = clock(start) + "-" + clock((start + length) % 1_440)
      names[name, default: 0] += 1
      if let times = names[name], times > 1 { name += " (\(times))" }
      return ShiftPattern(
        name: name, startMinutes: [start], lengthMinutes: [length],
        breaks: (source?.breaks ?? []).filter { $0.earliestOffset + $0.minutes <= length },
        days: source?.days, skills: source?.skills ?? [])
    }
  }

  private func clock(_ minute: Int) -> String {
    ClockTime(minuteOfDay: minute)?.description ?? "\(minute)"
  }

  // MARK: Files

  /// What a study writes: shifts.yaml for a plan, shifts.json, front.csv and
  /// shifts.html.
  public func files(_ facts: ShiftDesignFacts, language: ReportLanguage) -> [OutputFile] {
    [
      OutputFile(path: "shifts.yaml", contents: yaml(facts)),
      OutputFile(
        path: "shifts.json",
        contents: ShiftDesignJSON(facts, version: StaffOptVersion.current).text),
      OutputFile(path: "front.csv", contents: ShiftFrontCSV(facts).text),
      OutputFile(path: "shifts.html", contents: ShiftDesignPage(facts, language: language).html),
    ]
  }

  /// The designed shifts as a plan takes them.
  public func yaml(_ facts: ShiftDesignFacts) -> String {
    ShiftPatternWriter(horizon: plan?.horizon).yaml(
      patterns(of: facts.design),
      comment: "Shifts designed for \(facts.name). Name this file in plan.yaml "
        + "(shifts: shifts.yaml), or put the list there.")
  }
}
