import LinearModel

/// Objectives below which no design of a problem can be.
///
/// Where the need rises from one slot to the next by some heads, either a
/// shift starts there or that many heads are missing after the rise or too
/// many before it; where it falls, a shift ends or the reverse. So each slot
/// of the day with rises needs a distinct shift that starts there, or pays for
/// the rises of all days; no two slots pay for the same missing head.
struct DesignBound {
  private let problem: ShiftDesignProblem
  private let minutes: Double
  /// Shifts without breaks start and end cover only at their ends.
  private let isUnbroken: Bool

  init(_ problem: ShiftDesignProblem) {
    self.problem = problem
    minutes = Double(problem.slotMinutes)
    isUnbroken = problem.candidates.allSatisfy(\.isUnbroken)
  }

  // MARK: Counting

  /// What can be proven without a solver.
  ///
  /// - Complexity: O(slots + candidates).
  var counted: Double {
    guard isUnbroken else { return rounded(leastCoverCost) }
    return rounded(
      max(leastCoverCost, counted(changes(isRise: true)), counted(changes(isRise: false))))
  }

  /// Whole heads cost at least this where the need is a fraction.
  private var leastCoverCost: Double {
    problem.need.reduce(0) { total, need in
      let low = (need - need.rounded(.down)) * problem.underPrice
      let high = (need.rounded(.up) - need) * problem.overPrice
      return total + min(low, high) * minutes
    }
  }

  /// A slot of the day at which the need changes, and by how much on each day.
  private struct Change {
    var candidates: [Int]
    /// The slot after the change, the slot before it (nil before the first),
    /// and by how many heads the need changes.
    var steps: [(after: Int, before: Int?, heads: Double)]
  }

  private func changes(isRise: Bool) -> [Change] {
    let perDay = problem.slotsPerDay
    return (0..<perDay).map { slotOfDay in
      let candidates = problem.candidates.indices.filter {
        let candidate = problem.candidates[$0]
        return (isRise ? candidate.startSlot : candidate.endSlot) % perDay == slotOfDay
      }
      var change = Change(candidates: candidates, steps: [])
      for day in 0..<problem.dayCount {
        let after = day * perDay + slotOfDay
        let isFirst = after == 0
        if isFirst, !problem.isCyclic, !isRise { continue }
        let before = isFirst ? (problem.isCyclic ? problem.slotCount - 1 : nil) : after - 1
        let step = problem.need[after] - (before.map { problem.need[$0] } ?? 0)
        let heads = isRise ? step : -step
        if heads > 1e-9 { change.steps.append((after, before, heads)) }
      }
      return change
    }.filter { !$0.steps.isEmpty }
  }

  private func counted(_ changes: [Change]) -> Double {
    let price = min(problem.overPrice, problem.underPrice) * minutes
    return changes.reduce(0) { total, change in
      let cost = change.steps.reduce(0) { $0 + $1.heads } * price
      return total + (change.candidates.isEmpty ? cost : min(cost, problem.shiftPrice))
    }
  }

  // MARK: The linear relaxation

  /// The most rows of a linear program that is still solved.
  private static let mostRows = 4_000

  /// The bound of the linear program in which shifts and heads may be
  /// fractions, strengthened by the counted facts as rows; at least `counted`.
  func relaxed(
    by solver: any LinearSolver, seconds: Double?, cancellation: Cancellation
  ) -> Double {
    let program = program(isWhole: false)
    guard program.rowCount <= Self.mostRows else { return counted }
    let outcome = solver.solve(
      program, limits: SolveLimits(seconds: seconds), cancellation: cancellation)
    guard outcome.termination == .optimal, let objective = outcome.objective else {
      return counted
    }
    return max(counted, rounded(below(objective)))
  }

  /// The bound of branch and bound over which shifts are used, heads still
  /// being fractions; at least `known`. Whatever time it is given, what it has
  /// proven by then is kept.
  func branched(
    by solver: any LinearSolver, known: Double, seconds: Double?, cancellation: Cancellation
  ) -> Double {
    // With breaks the heads' own choices dwarf those of the shifts.
    guard isUnbroken else { return known }
    let program = program(isWhole: true)
    guard program.rowCount <= Self.mostRows else { return known }
    let outcome = solver.solve(
      program, limits: SolveLimits(seconds: seconds), cancellation: cancellation)
    guard let bound = outcome.bound else { return known }
    return max(known, rounded(below(bound)))
  }

  /// A little less than a value that a solver has rounded.
  private func below(_ value: Double) -> Double { value - 1e-6 * max(1, value.magnitude) }

  private func program(isWhole: Bool) -> LinearProgram {
    var program = LinearProgram(name: "shifts")
    let under = problem.need.map { _ in
      program.addVariable(objective: problem.underPrice * minutes)
    }
    let over = problem.need.map { _ in
      program.addVariable(objective: problem.overPrice * minutes)
    }
    let used = problem.candidates.map { _ in
      program.addVariable(upper: 1, objective: problem.shiftPrice, isInteger: isWhole)
    }
    var terms = problem.need.indices.map { [LinearTerm(1, under[$0]), LinearTerm(-1, over[$0])] }
    for (index, candidate) in problem.candidates.enumerated() {
      for day in 0..<problem.dayCount where candidate.days?.contains(day) ?? true {
        var heads: [LinearTerm] = []
        var most = 0.0
        for choice in candidate.breakChoices.indices {
          let variable = program.addVariable()
          heads.append(LinearTerm(1, variable))
          for slot in problem.slots(of: candidate, choice: choice, day: day) {
            terms[slot].append(LinearTerm(1, variable))
            most = max(most, problem.need[slot].rounded(.up))
          }
        }
        // More heads than the highest need on the way would all be too many.
        let limit = most * Double(candidate.breakChoices.count)
        program.addRow(upper: 0, terms: heads + [LinearTerm(-limit, used[index])])
      }
    }
    for (slot, need) in problem.need.enumerated() {
      program.addRow(lower: need, upper: need, terms: terms[slot])
    }
    guard isUnbroken else { return program }
    for isRise in [true, false] {
      for change in changes(isRise: isRise) {
        for step in change.steps {
          let (after, before) = isRise ? (under, over) : (over, under)
          var row = change.candidates.map { LinearTerm(1, used[$0]) }
          row.append(LinearTerm(1 / step.heads, after[step.after]))
          if let slot = step.before { row.append(LinearTerm(1 / step.heads, before[slot])) }
          program.addRow(lower: 1, terms: row)
        }
      }
    }
    return program
  }

  // MARK: Whole costs

  /// A bound raised to the next objective that whole heads can have.
  private func rounded(_ bound: Double) -> Double {
    let prices = [problem.overPrice * minutes, problem.underPrice * minutes, problem.shiftPrice]
    var steps = ObjectiveSteps()
    guard problem.need.allSatisfy({ $0 == $0.rounded() }),
      prices.allSatisfy({ steps.include($0) })
    else { return bound }
    return steps.raised(bound, margin: 1e-6)
  }
}
