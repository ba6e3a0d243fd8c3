/// Everything a roster is made from: the domain's view of a plan folder.
public struct RosterPlan: Sendable {
  /// The plan's name.
  public var name: String
  /// The currency's sign or code, for reports.
  public var currency: String
  /// Days and intervals.
  public var horizon: PlanHorizon
  /// Opening minutes of each day of the horizon, from its midnight; nil when
  /// closed all day. May pass 1,440.
  public var openingMinutes: [Range<Int>?]
  /// Day classes.
  public var calendar: PlanCalendar
  /// Pay by day class.
  public var pay: PayPolicy
  /// What makes a shift a night shift.
  public var night: NightWindow
  /// The shift patterns, with unique names.
  public var patterns: [ShiftPattern]
  /// The people, with unique ids; the order is kept in every output.
  public var employees: [Employee]
  /// Leave and wishes.
  public var requests: [StaffRequest]
  /// When people can work; no window for a person means always.
  public var availability: [AvailabilityWindow]
  /// Days settled beforehand.
  public var pinnedDays: [PinnedDay]
  /// Shifts worked before the horizon, on negative days.
  public var history: [ShiftAssignment]
  /// The first day (negative, or 0 for none) from which `history` is known:
  /// days between it and 0 without a shift were days off.
  public var historyStartDay: Int
  /// The hard rules.
  public var rules: [ScopedRule]
  /// The share of the team on duty by day; nil leaves it to the need.
  public var rampUp: RampUp?
  /// Lines staffed by a mode instead of demand.
  public var modes: [ModeAssignment]
  /// Prices of fairness.
  public var fairness: FairnessPrices
  /// Prices of the choice between pay and rest.
  public var choice: ChoicePrices
  /// Prices of cover.
  public var cover: CoverPrices
  /// Hours in which shortfall weighs more.
  public var peaks: [PeakWindow]
  /// Agents wanted.
  public var need: CoverNeed
  /// Heads wanted by shift pattern and day, beside `need`.
  public var patternNeeds: [PatternNeed]
  /// How sure cover has to be when people do not come.
  public var standby = StandbyPolicy()

  /// A plan with the given people, patterns and need; everything else starts
  /// at its documented default and is set afterwards.
  public init(
    name: String, horizon: PlanHorizon, patterns: [ShiftPattern], employees: [Employee],
    need: CoverNeed
  ) {
    self.name = name
    self.currency = "CNY"
    self.horizon = horizon
    self.openingMinutes = Array(repeating: 0..<1_440, count: horizon.dayCount)
    self.calendar = PlanCalendar()
    self.pay = PayPolicy()
    self.night = NightWindow()
    self.patterns = patterns
    self.employees = employees
    self.requests = []
    self.availability = []
    self.pinnedDays = []
    self.history = []
    self.historyStartDay = 0
    self.rules = []
    self.rampUp = nil
    self.modes = []
    self.fairness = FairnessPrices()
    self.choice = ChoicePrices()
    self.cover = CoverPrices()
    self.peaks = []
    self.need = need
    self.patternNeeds = []
  }

  /// True if a day counts as a premium day.
  public func isPremium(day: Int) -> Bool {
    fairness.premiumClasses.contains(calendar.dayClass(on: horizon.date(ofDay: day)))
  }

  /// The premium days of the horizon, ascending.
  public var premiumDays: [Int] {
    (0..<horizon.dayCount).filter { isPremium(day: $0) }
  }

  /// Premium days that a shift counts for: the premium dates on which it has
  /// at least `fairness.premiumLeastMinutes` paid minutes. The shift is cut at
  /// midnight, like its pay.
  public func premiumDayCount(of shift: ShiftAssignment) -> Int {
    let firstDay = horizon.day(ofMinute: shift.minutes.lowerBound)
    let lastDay = horizon.day(ofMinute: max(shift.minutes.lowerBound, shift.minutes.upperBound - 1))
    return (firstDay...lastDay).count { day in
      let midnight = day * 1_440
      let paid = shift.paidSpans.reduce(0) {
        $0 + $1.clamped(to: midnight..<(midnight + 1_440)).count
      }
      return isPremium(day: day) && paid >= max(1, fairness.premiumLeastMinutes)
    }
  }

  /// The weekends of the horizon: runs of weekend days, each with the days of
  /// the axis it covers, also before day 0 where it began earlier.
  public var weekends: [Range<Int>] {
    var weekends: [Range<Int>] = []
    var day = 0
    while day < horizon.dayCount {
      guard calendar.isWeekend(horizon.date(ofDay: day)) else {
        day += 1
        continue
      }
      var start = day
      while start > day - 7, calendar.isWeekend(horizon.date(ofDay: start - 1)) { start -= 1 }
      var end = day + 1
      while end < horizon.dayCount, calendar.isWeekend(horizon.date(ofDay: end)) { end += 1 }
      weekends.append(start..<end)
      day = end
    }
    return weekends
  }

  /// The price factor of a shortfall in an interval: the largest factor of
  /// the peaks it lies in, 1 outside.
  public func peakFactor(interval: Int) -> Double {
    let minute = interval % horizon.intervalsPerDay * horizon.intervalMinutes
    return peaks.filter { $0.minutes.contains(minute) }.map(\.factor).max() ?? 1
  }
}
