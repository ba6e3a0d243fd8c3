/// What a rule writes its primitives into: one person's `LineRules`, with the
/// facts about options and history that rules need.
public struct LineEncoder: Sendable {
  /// The plan.
  public let plan: RosterPlan
  /// The person.
  public let employee: Employee
  /// The problem's options with their facts.
  public let table: OptionTable
  /// The person's shifts before the horizon, ordered by start.
  public let history: [ShiftAssignment]
  /// What has been written so far.
  public internal(set) var rules: LineRules

  init(
    plan: RosterPlan, employee: Employee, table: OptionTable, history: [ShiftAssignment],
    rules: LineRules
  ) {
    self.plan = plan
    self.employee = employee
    self.table = table
    self.history = history
    self.rules = rules
  }

  /// Days of the horizon.
  public var dayCount: Int { plan.horizon.dayCount }

  /// *Allowed*: keeps only the options for which `isAllowed` holds.
  public mutating func allow(rule: String, where isAllowed: (Int) -> Bool) {
    let excluded = rules.candidates.joined().filter { !isAllowed($0) }
    guard !excluded.isEmpty else { return }
    rules.exclusions.append(Exclusion(rule: rule, options: excluded))
    for day in rules.allowed.indices {
      rules.allowed[day].removeAll { !isAllowed($0) }
    }
  }

  /// *Allowed*: the person has to work on a day.
  public mutating func requireWork(rule: String, day: Int) {
    rules.exclusions.append(Exclusion(rule: rule, options: [], workDays: [day]))
    rules.mayBeOff[day] = false
  }

  /// *Forbidden succession*.
  public mutating func add(_ succession: Succession) { rules.successions.append(succession) }

  /// *Run length*.
  public mutating func add(_ run: RunLimit) { rules.runs.append(run) }

  /// *Total*, hard.
  public mutating func add(_ total: TotalLimit) { rules.totals.append(total) }

  /// *Total*, priced.
  public mutating func add(_ price: TotalPrice) { rules.totalPrices.append(price) }

  /// *Periods touched*.
  public mutating func add(_ period: PeriodLimit) { rules.periods.append(period) }

  /// True if the day before the horizon is known.
  public var isHistoryKnown: Bool { plan.historyStartDay < 0 }

  /// The length of the run of known days before the horizon, ending on day
  /// -1, on which `isMember` holds for one of the day's shifts (nil for a day
  /// off).
  public func historyRun(where isMember: (ShiftAssignment?) -> Bool) -> Int {
    var length = 0
    var day = -1
    func holds(on day: Int) -> Bool {
      let shifts = history.filter { $0.day == day }
      return shifts.isEmpty ? isMember(nil) : shifts.contains { isMember($0) }
    }
    while day >= plan.historyStartDay, holds(on: day) {
      length += 1
      day -= 1
    }
    return length
  }

  /// True if the run of `length` days before the horizon reaches back to the
  /// first known day, so that its real length is unknown.
  public func isHistoryRunOpen(length: Int) -> Bool {
    -length <= plan.historyStartDay
  }

  /// The sum of a weight over the shifts of some days before the horizon.
  public func historyTotal(
    days: Range<Int>, weight: (ShiftAssignment) -> Int
  ) -> Int {
    history.filter { days.contains($0.day) && $0.day < 0 }.reduce(0) { $0 + weight($1) }
  }
}
