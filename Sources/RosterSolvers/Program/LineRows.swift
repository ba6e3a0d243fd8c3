import LinearModel
import Rostering

/// The variables of one person and the affine expressions over them that the
/// rows of the line rules are made of.
struct PersonVariables {
  /// For each day the variable of each arc.
  var arcs: [[VariableIndex]] = []
  /// For each day the variable of each group.
  var groups: [[VariableIndex]] = []
}

/// A sum of terms and a constant.
struct AffineSum {
  var terms: [LinearTerm] = []
  var constant = 0.0

  mutating func add(_ factor: Double, _ other: AffineSum) {
    terms += other.terms.map { LinearTerm(factor * $0.coefficient, $0.variable) }
    constant += factor * other.constant
  }
}

extension LinearProgram {
  /// Adds the row `lower <= sum <= upper`.
  mutating func addRow(
    lower: Double = -.infinity, upper: Double = .infinity, name: String, sum: AffineSum
  ) {
    addRow(
      lower: lower - sum.constant, upper: upper - sum.constant, name: name, terms: sum.terms)
  }

  /// Adds a row that nothing satisfies.
  mutating func addContradiction(name: String) {
    addRow(lower: 1, name: name, terms: [])
  }
}

/// Writes the six primitives of one person as rows.
struct LineRows {
  let problem: RosterProblem
  let rules: LineRules
  let arcs: PersonArcs
  let variables: PersonVariables
  /// The person's name, part of the names of rows.
  let name: String

  /// Adds the rows, and the variables that only rows need.
  ///
  /// - Returns: How to find values of the added variables.
  func add(to program: inout LinearProgram) -> [AuxiliaryVariables] {
    var auxiliaries: [AuxiliaryVariables] = []
    addSuccessions(to: &program)
    for (index, run) in rules.runs.enumerated() {
      addMost(of: run, name: "\(name)_run\(index)", to: &program)
      auxiliaries += addLeast(of: run, name: "\(name)_run\(index)", to: &program)
    }
    for (index, total) in rules.totals.enumerated() {
      add(total, name: "\(name)_total\(index)", to: &program)
    }
    for (index, price) in rules.totalPrices.enumerated() {
      auxiliaries += add(price, name: "\(name)_price\(index)", to: &program)
    }
    for (index, period) in rules.periods.enumerated() {
      auxiliaries += add(period, name: "\(name)_periods\(index)", to: &program)
    }
    return auxiliaries
  }

  // MARK: Successions

  /// One shift that ends late or one that starts early: for each pair of days
  /// and each minute at which some shift becomes ready, all that would clash
  /// around that minute exclude each other.
  private func addSuccessions(to program: inout LinearProgram) {
    let dayCount = problem.dayCount
    for (index, succession) in rules.successions.enumerated() {
      let ready = (0..<dayCount).map { day in
        arcs.groups[day].indices.filter { succession.first[arcs.groups[day][$0]] }
          .map { (minute: succession.readyMinute[arcs.groups[day][$0]], group: $0) }
      }
      let starts = (0..<dayCount).map { day in
        arcs.groups[day].indices.filter { succession.next[arcs.groups[day][$0]] }
          .map {
            (minute: problem.options[arcs.groups[day][$0]].minutes.lowerBound, group: $0)
          }
      }
      for day in 0..<dayCount {
        guard let latest = ready[day].map(\.minute).max() else { continue }
        for later in (day + 1)..<max(day + 1, dayCount)
        where starts[later].contains(where: { $0.minute < latest }) {
          var lastEarlyCount = 0
          for minute in Set(ready[day].map(\.minute)).sorted() {
            let early = starts[later].filter { $0.minute < minute }
            // The same early shifts with fewer late ones say less.
            guard early.count > lastEarlyCount else { continue }
            lastEarlyCount = early.count
            let late = ready[day].filter { $0.minute >= minute }
            program.addRow(
              upper: 1,
              name: "\(name)_succession\(index)_d\(day)_d\(later)_\(RosterNames.clock(minute))",
              terms: late.map { LinearTerm(1, variables.groups[day][$0.group]) }
                + early.map { LinearTerm(1, variables.groups[later][$0.group]) })
          }
        }
      }
    }
  }

  // MARK: Runs

  /// 1 if the day is in the run's class.
  func membership(_ run: RunLimit, day: Int) -> AffineSum {
    var sum = AffineSum(constant: run.includesDaysOff ? 1 : 0)
    for (group, option) in arcs.groups[day].enumerated()
    where run.members[option] != run.includesDaysOff {
      sum.terms.append(
        LinearTerm(run.includesDaysOff ? -1 : 1, variables.groups[day][group]))
    }
    return sum
  }

  /// No window of one day more than the most lies in the class as a whole.
  private func addMost(of run: RunLimit, name: String, to program: inout LinearProgram) {
    let dayCount = problem.dayCount
    guard run.most < dayCount + run.historyRun else { return }
    let before = min(run.historyRun, run.most)
    var firstDays = Array(0..<max(0, dayCount - run.most))
    if before > 0 { firstDays.insert(-before, at: 0) }
    for firstDay in firstDays where firstDay + run.most < dayCount {
      var sum = AffineSum()
      for day in max(0, firstDay)...(firstDay + run.most) {
        sum.add(1, membership(run, day: day))
      }
      program.addRow(
        upper: Double(run.most + min(0, firstDay)), name: "\(name)_most_d\(firstDay)", sum: sum)
    }
  }

  /// A run that starts goes on for the least number of days (Rajan & Takriti,
  /// *Minimum up/down polytopes of the unit commitment problem*, IBM Research
  /// Report RC23628, 2005: these rows describe the hull).
  private func addLeast(
    of run: RunLimit, name: String, to program: inout LinearProgram
  ) -> [AuxiliaryVariables] {
    let dayCount = problem.dayCount
    guard run.least > 1 else { return [] }
    let membership = (0..<dayCount).map { self.membership(run, day: $0) }
    if run.historyRun > 0, !run.isHistoryOpen {
      for day in 0..<min(dayCount, max(0, run.least - run.historyRun)) {
        program.addRow(lower: 1, name: "\(name)_goes_on_d\(day)", sum: membership[day])
      }
    }
    var starts: [VariableIndex?] = []
    for day in 0..<dayCount {
      guard day > 0 || (run.historyRun == 0 && !run.isHistoryOpen) else {
        starts.append(nil)
        continue
      }
      let start = program.addVariable(upper: 1, name: "\(name)_start_d\(day)")
      starts.append(start)
      var sum = AffineSum(terms: [LinearTerm(1, start)])
      sum.add(-1, membership[day])
      if day > 0 { sum.add(1, membership[day - 1]) }
      program.addRow(lower: 0, name: "\(name)_starts_d\(day)", sum: sum)
    }
    for day in 0..<dayCount {
      let window = max(0, day - run.least + 1)...day
      var sum = AffineSum(terms: starts[window].compactMap { $0 }.map { LinearTerm(1, $0) })
      guard !sum.terms.isEmpty else { continue }
      sum.add(-1, membership[day])
      program.addRow(upper: 0, name: "\(name)_least_d\(day)", sum: sum)
    }
    return [.starts(starts, of: membership)]
  }

  // MARK: Totals

  /// The weight of the person's shifts on some days.
  private func total(_ weights: [Int], days: Range<Int>) -> AffineSum {
    var sum = AffineSum()
    for day in days {
      for (group, option) in arcs.groups[day].enumerated() where weights[option] != 0 {
        sum.terms.append(LinearTerm(Double(weights[option]), variables.groups[day][group]))
      }
    }
    return sum
  }

  /// For each of some days the weights a day may have.
  private func choices(_ weights: [Int], days: Range<Int>) -> [[Int]] {
    days.map { day in
      arcs.groups[day].map { weights[$0] } + (rules.mayBeOff[day] ? [0] : [])
    }
  }

  private func add(_ total: TotalLimit, name: String, to program: inout LinearProgram) {
    var least = total.least
    var most = total.most
    if let reachable = ReachableSums(
      start: total.history, weights: choices(total.weights, days: total.days))
    {
      guard let lowest = reachable.first(atLeast: least),
        let highest = reachable.last(atMost: most), lowest <= highest
      else {
        program.addContradiction(name: name)
        return
      }
      least = lowest
      most = highest
      if lowest == reachable.sums.first { least = 0 }
      if highest == reachable.sums.last { most = .max }
    }
    guard least > total.history || most != .max else { return }
    program.addRow(
      lower: least > total.history ? Double(least - total.history) : -.infinity,
      upper: most == .max ? .infinity : Double(most - total.history), name: name,
      sum: self.total(total.weights, days: total.days))
  }

  private func add(
    _ price: TotalPrice, name: String, to program: inout LinearProgram
  ) -> [AuxiliaryVariables] {
    let days = 0..<problem.dayCount
    let choices = choices(price.weights, days: days)
    let sums: [Int]
    if let reachable = ReachableSums(start: 0, weights: choices) {
      sums = reachable.sums
    } else {
      let least = choices.reduce(0) { $0 + ($1.min() ?? 0) }
      let most = choices.reduce(0) { $0 + ($1.max() ?? 0) }
      let bends = (0..<price.prices.count).map { $0 * price.step }
      sums = [least] + bends.filter { $0 > least && $0 < most } + [most]
    }
    // Without a sum no line exists, and another row says so.
    guard !sums.isEmpty else { return [] }
    let segments = PriceSegments(at: sums, price: price.price(of:))
    return addSegments(
      segments, of: total(price.weights, days: days), name: name, to: &program)
  }

  /// Makes `sum` pay for what it exceeds the segments' start by.
  private func addSegments(
    _ segments: PriceSegments, of sum: AffineSum, name: String, to program: inout LinearProgram
  ) -> [AuxiliaryVariables] {
    program.objectiveConstant += segments.startPrice
    guard segments.slopes.contains(where: { $0 != 0 }) else { return [] }
    let pieces = segments.slopes.indices.map { index in
      program.addVariable(
        upper: segments.lengths[index], objective: segments.slopes[index],
        name: "\(name)_piece\(index)")
    }
    var row = sum
    row.constant -= Double(segments.startUnits)
    let filled = row
    row.terms += pieces.map { LinearTerm(-1, $0) }
    program.addRow(lower: 0, upper: 0, name: name, sum: row)
    return [.pieces(pieces, segments: segments, of: filled)]
  }

  // MARK: Periods

  private func add(
    _ period: PeriodLimit, name: String, to program: inout LinearProgram
  ) -> [AuxiliaryVariables] {
    let before = period.isTouchedBefore.count { $0 }
    guard before <= period.most else {
      program.addContradiction(name: name)
      return []
    }
    let hasPrice = !period.prices.isEmpty
    let limit = min(period.periods.count, period.most)
    // With falling prices somebody might claim to touch what is not touched.
    let isFalling = hasPrice && period.price(of: before) > period.price(of: before + 1)
    var count = AffineSum(constant: Double(before))
    var auxiliaries: [AuxiliaryVariables] = []
    for (index, days) in period.periods.enumerated() where !period.isTouchedBefore[index] {
      let touching = days.map { day in
        AffineSum(
          terms: arcs.groups[day].indices.filter { period.members[arcs.groups[day][$0]] }
            .map { LinearTerm(1, variables.groups[day][$0]) })
      }.filter { !$0.terms.isEmpty }
      guard !touching.isEmpty else { continue }
      guard touching.count > 1 else {
        count.add(1, touching[0])
        continue
      }
      let isTouched = program.addVariable(upper: 1, name: "\(name)_touched\(index)")
      count.terms.append(LinearTerm(1, isTouched))
      var all = AffineSum(terms: [LinearTerm(-1, isTouched)])
      for (day, sum) in touching.enumerated() {
        all.add(1, sum)
        var row = AffineSum(terms: [LinearTerm(1, isTouched)])
        row.add(-1, sum)
        program.addRow(lower: 0, name: "\(name)_touched\(index)_\(day)", sum: row)
      }
      if isFalling { program.addRow(lower: 0, name: "\(name)_untouched\(index)", sum: all) }
      auxiliaries.append(.touched(isTouched, by: touching))
    }
    if limit < period.periods.count {
      program.addRow(upper: Double(period.most), name: "\(name)_most", sum: count)
    }
    if hasPrice {
      let segments = PriceSegments(
        at: Array(before...max(before, limit)), price: period.price(of:))
      auxiliaries += addSegments(segments, of: count, name: name, to: &program)
    }
    return auxiliaries
  }
}

/// Variables whose values follow from those before them.
enum AuxiliaryVariables {
  /// 1 on days that are in a class while the day before is not.
  case starts([VariableIndex?], of: [AffineSum])
  /// A sum spread over the pieces of a price.
  case pieces([VariableIndex], segments: PriceSegments, of: AffineSum)
  /// 1 if any of the sums is.
  case touched(VariableIndex, by: [AffineSum])

  /// Sets the variables' values at a point that has all values before them.
  func complete(_ point: inout [Double]) {
    func value(_ sum: AffineSum) -> Double {
      sum.terms.reduce(sum.constant) { $0 + $1.coefficient * point[$1.variable.position] }
    }
    switch self {
    case .starts(let starts, let membership):
      for (day, start) in starts.enumerated() {
        guard let start else { continue }
        let before = day > 0 ? value(membership[day - 1]) : 0
        point[start.position] = max(0, value(membership[day]) - before)
      }
    case .pieces(let pieces, let segments, let sum):
      for (piece, amount) in zip(pieces, segments.filling(value(sum))) {
        point[piece.position] = amount
      }
    case .touched(let variable, let sums):
      point[variable.position] = sums.map(value).max() ?? 0
    }
  }
}
