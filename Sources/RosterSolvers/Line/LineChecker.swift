import Rostering

/// Something that a line does although the person's rules forbid it.
public struct LineFault: Hashable, Sendable {
  /// The key of the rule, or `LineFault.allowedKey`, `LineFault.mustWorkKey`.
  public var rule: String
  /// The day of the horizon on which it shows.
  public var day: Int

  /// A fault.
  public init(rule: String, day: Int) {
    self.rule = rule
    self.day = day
  }

  /// The key of *this person may work only some of the day's options*.
  public static let allowedKey = "allowed"
  /// The key of *this person has to work on this day*.
  public static let mustWorkKey = "must-work"
}

/// Says whether a line satisfies a person's rules and what it costs, straight
/// from the definitions of the primitives.
///
/// It shares no code with the line optimiser, so each can prove the other
/// wrong. It is slow on purpose: every primitive is read word by word.
public struct LineChecker: Sendable {
  /// The problem.
  public let problem: RosterProblem

  /// A checker of a problem's lines.
  public init(_ problem: RosterProblem) { self.problem = problem }

  /// True if the line satisfies all rules of the person.
  public func isFeasible(_ line: Line, person: Int) -> Bool {
    faults(in: line, person: person).isEmpty
  }

  /// Everything that is wrong with a line, by primitive, days ascending.
  public func faults(in line: Line, person: Int) -> [LineFault] {
    let rules = problem.lines[person]
    guard line.count == problem.dayCount else {
      return [LineFault(rule: LineFault.allowedKey, day: min(line.count, problem.dayCount))]
    }
    var faults = allowedFaults(line, rules)
    // The other primitives speak of options, which must be real ones.
    guard faults.allSatisfy({ $0.rule == LineFault.mustWorkKey }) else { return faults }
    for succession in rules.successions { faults += self.faults(line, succession) }
    for run in rules.runs { faults += self.faults(line, run) }
    for total in rules.totals { faults += self.faults(line, total) }
    for period in rules.periods { faults += self.faults(line, period) }
    return faults
  }

  /// The cost of a line: options, days off, priced totals, priced periods and
  /// the person's constant.
  ///
  /// - Precondition: The line names options of its days only.
  public func cost(of line: Line, person: Int) -> Double {
    let rules = problem.lines[person]
    var cost = rules.constantCost
    for (day, option) in line.enumerated() {
      if let option {
        cost += rules.optionCost[option]
      } else {
        cost += rules.dayOffCost[day]
      }
    }
    let worked = line.compactMap(\.self)
    for price in rules.totalPrices {
      cost += price.price(of: worked.reduce(0) { $0 + price.weights[$1] })
    }
    for period in rules.periods {
      cost += period.price(of: touchedCount(line, period))
    }
    return cost
  }

  private func allowedFaults(_ line: Line, _ rules: LineRules) -> [LineFault] {
    var faults: [LineFault] = []
    for (day, option) in line.enumerated() {
      if let option {
        if !rules.allowed[day].contains(option) || !problem.optionsOfDay[day].contains(option) {
          faults.append(LineFault(rule: LineFault.allowedKey, day: day))
        }
      } else if !rules.mayBeOff[day] {
        faults.append(LineFault(rule: LineFault.mustWorkKey, day: day))
      }
    }
    return faults
  }

  private func faults(_ line: Line, _ succession: Succession) -> [LineFault] {
    var faults: [LineFault] = []
    for (day, option) in line.enumerated() {
      guard let option, succession.next[option] else { continue }
      let start = problem.options[option].minutes.lowerBound
      var isTooEarly = start < succession.historyReadyMinute
      for earlier in line[..<day] {
        guard let earlier, succession.first[earlier] else { continue }
        isTooEarly = isTooEarly || start < succession.readyMinute[earlier]
      }
      if isTooEarly { faults.append(LineFault(rule: succession.rule, day: day)) }
    }
    return faults
  }

  private func faults(_ line: Line, _ run: RunLimit) -> [LineFault] {
    var faults: [LineFault] = []
    let isMember = line.map { option in
      if let option { run.members[option] } else { run.includesDaysOff }
    }
    // Day -1 stands for all days before the horizon.
    var length = run.historyRun
    var touchesHistory = true
    for (day, member) in isMember.enumerated() {
      if member {
        length += 1
        if length > run.most { faults.append(LineFault(rule: run.rule, day: day)) }
      } else {
        let isExempt = length == 0 || (touchesHistory && run.isHistoryOpen)
        if !isExempt && length < run.least { faults.append(LineFault(rule: run.rule, day: day)) }
        length = 0
        touchesHistory = false
      }
    }
    return faults
  }

  private func faults(_ line: Line, _ total: TotalLimit) -> [LineFault] {
    let sum = total.days.reduce(total.history) { sum, day in
      line[day].map { sum + total.weights[$0] } ?? sum
    }
    guard sum < total.least || sum > total.most else { return [] }
    return [LineFault(rule: total.rule, day: total.days.last ?? 0)]
  }

  private func touchedCount(_ line: Line, _ period: PeriodLimit) -> Int {
    zip(period.periods, period.isTouchedBefore).count { days, isTouchedBefore in
      isTouchedBefore || days.contains { day in line[day].map { period.members[$0] } ?? false }
    }
  }

  private func faults(_ line: Line, _ period: PeriodLimit) -> [LineFault] {
    guard touchedCount(line, period) > period.most else { return [] }
    return [LineFault(rule: period.rule, day: period.periods.last?.last ?? 0)]
  }
}
