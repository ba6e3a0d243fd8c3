import CivilTime
import PlainText
import ShiftDesign

/// What a search for shifts found, for reports.
public struct ShiftDesignFacts: Sendable {
  /// The name of the plan or the benchmark file.
  public var name: String
  /// The problem.
  public var problem: ShiftDesignProblem
  /// What the kinds of the candidates are called.
  public var kindNames: [String]
  /// The dates of the days; empty where days have none.
  public var dates: [CivilDate] = []
  /// The currency of the costs; empty where they are no money.
  public var currency = ""
  /// The design that costs least.
  public var design: DesignedShifts
  /// No design costs less; nil if nothing is proven.
  public var bound: Double?
  /// False if the search was stopped before it had any design.
  public var isFound = true
  /// True if the design is proven best.
  public var isOptimal = false
  /// The best designs of one shift, two shifts and so on; may be empty.
  public var front: [DesignedShifts] = []
  /// Seconds of the search.
  public var seconds = 0.0
  /// What random choices started from.
  public var seed: UInt64 = 1

  /// Facts on a design.
  public init(
    name: String, problem: ShiftDesignProblem, kindNames: [String], design: DesignedShifts
  ) {
    self.name = name
    self.problem = problem
    self.kindNames = kindNames
    self.design = design
  }

  /// True for the point of the front that the design is.
  func isSuggested(_ point: DesignedShifts) -> Bool {
    point.shifts.count == design.shifts.count && point.objective == design.objective
  }

  /// The name of a day: its date, or its number from 1.
  func dayName(_ day: Int, _ language: ReportLanguage) -> String {
    dates.indices.contains(day) ? language.dayAndMonth(dates[day]) : "\(day + 1)"
  }

  /// A shift's hours, such as `22:00–06:00`.
  func hours(of shift: DesignedShift) -> String {
    let candidate = problem.candidates[shift.candidate]
    return clock(candidate.startSlot) + "–" + clock(candidate.endSlot)
  }

  /// The time of a slot's start, within a day.
  func clock(_ slot: Int) -> String {
    let minute = slot * problem.slotMinutes
    let inDay = minute > 1_440 ? minute % 1_440 : minute
    return ClockTime(minuteOfDay: inDay)?.description ?? "\(inDay)"
  }

  /// What the costs count; nil for a benchmark file, whose costs are no money.
  func prices(_ language: ReportLanguage) -> String? {
    guard !currency.isEmpty else { return nil }
    return ShiftPhrase.prices(
      shift: money(problem.shiftPrice), over: money(problem.overPrice * 60),
      under: money(problem.underPrice * 60)
    ).text(language)
  }

  /// A cost with its currency.
  func money(_ cost: Double) -> String {
    NumberText.grouped(cost) + (currency.isEmpty ? "" : " " + currency)
  }

  /// Head-minutes as hours.
  static func hours(_ minutes: Double) -> String { NumberText.fixed(minutes / 60, decimals: 1) }

  /// Cost, number of shifts and what is proven, as a line.
  func verdict(_ language: ReportLanguage) -> String {
    let cost = ShiftPhrase.costsWith(cost: money(design.objective), shifts: design.shifts.count)
      .text(language)
    guard let bound else { return cost }
    let proof = isOptimal ? ShiftPhrase.proven : .bound(money(bound))
    return cost + " · " + proof.text(language)
  }
}
