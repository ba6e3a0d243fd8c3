import LinearModel
import Rostering
import Synchronization

/// The best roster and the best bound of a run, shared by its threads.
final class Incumbent: Sendable {
  /// A roster with its cost.
  struct Value: Sendable {
    var lines: [Line]
    var cost: Double
  }

  private struct State {
    var value: Value
    var bound: Double?
    var elite = EliteRosters()
  }

  let roster: CompiledRoster
  let limits: SolverLimits
  /// The steps in which costs lie, so that bounds round up; nil for none.
  let steps: ObjectiveSteps?
  private let begin: ContinuousClock.Instant
  private let progress: SolverProgressHandler?
  private let state: Mutex<State>
  /// Tells everybody who works on the roster that it is near enough to the best.
  let closing = Cancellation()

  init(
    _ roster: CompiledRoster, lines: [Line], limits: SolverLimits,
    begin: ContinuousClock.Instant, progress: SolverProgressHandler?
  ) {
    self.roster = roster
    self.limits = limits
    self.begin = begin
    self.progress = progress
    steps = roster.costSteps
    state = Mutex(State(value: Value(lines: lines, cost: roster.cost(of: lines))))
  }

  /// The best roster so far.
  var value: Value { state.withLock { $0.value } }

  /// Good rosters that are not the best, in the order in which they were found.
  var elite: [Value] { state.withLock { $0.elite.values } }

  /// The best bound so far.
  var bound: Double? { state.withLock { $0.bound } }

  /// What a bound may lie above a roster's cost by rounding, and a gain below
  /// a step of the costs.
  private static let roundingMargin = 1e-5

  /// The least gain that counts: costs that lie in steps fall by one at least.
  func leastGain(from cost: Double) -> Double {
    steps?.step.map { $0 - min(Self.roundingMargin, $0 / 2) } ?? 1e-7 * max(1, cost.magnitude)
  }

  /// Takes over a proven bound if it is higher than the one known. A bound
  /// that lies above the best roster by rounding is cut off; one that lies
  /// above it by more was never proven and is not taken.
  func raise(bound proven: Double, phase: String) {
    let found = steps?.raised(proven, margin: Self.roundingMargin) ?? proven
    state.withLock { state in
      let cost = state.value.cost
      guard found.isFinite, found > state.bound ?? -.infinity,
        found <= cost + 1e-6 * max(1, cost.magnitude)
      else { return }
      state.bound = min(found, cost)
      if isClose(state) { closing.cancel() }
      tell(state, phase)
    }
  }

  /// Takes over a roster if it is cheaper. It has to be feasible.
  @discardableResult
  func offer(_ lines: [Line], phase: String) -> Bool {
    let cost = roster.cost(of: lines)
    return state.withLock { state in
      guard cost < state.value.cost - 1e-9 * max(1, cost.magnitude) else { return false }
      state.value = Value(lines: lines, cost: cost)
      if isClose(state) { closing.cancel() }
      tell(state, phase)
      return true
    }
  }

  /// Keeps a roster that is not the best, to cross others with. One that costs
  /// the same takes the best one's place, which is kept, so that it is searched
  /// from elsewhere; unless it is among those kept, as one that had been there
  /// before is.
  func keep(_ other: Value) {
    state.withLock { state in
      let value = state.value
      guard other.lines != value.lines else { return }
      let isAsGood = abs(other.cost - value.cost) <= 1e-9 * max(1, value.cost.magnitude)
      guard isAsGood, !state.elite.contains(other.lines) else { return state.elite.add(other) }
      state.elite.add(value)
      state.value = other
    }
  }

  /// Takes over what somebody has changed in a roster that others may have
  /// changed elsewhere since.
  ///
  /// - Parameters:
  ///   - lines: The whole roster with the changes.
  ///   - base: The roster that was changed.
  /// - Returns: True if the best roster has become cheaper.
  func merge(_ lines: [Line], changedFrom base: [Line], phase: String) -> Bool {
    var joined = value.lines
    var isFeasible = true
    for person in lines.indices where lines[person] != base[person] {
      for day in lines[person].indices where lines[person][day] != base[person][day] {
        joined[person][day] = lines[person][day]
      }
      isFeasible =
        isFeasible
        && (joined[person] == lines[person]
          || roster.checker.isFeasible(joined[person], person: person))
    }
    if isFeasible, offer(joined, phase: phase) { return true }
    return offer(lines, phase: phase)
  }

  private func tell(_ state: State, _ phase: String) {
    progress?(
      SolverProgress(
        cost: state.value.cost, bound: state.bound, seconds: begin.secondsPassed, phase: phase))
  }

  private static func gap(_ state: State) -> Double? {
    state.bound.map { (state.value.cost - $0) / max(1e-9, state.value.cost.magnitude) }
  }

  private func isClose(_ state: State) -> Bool {
    Self.gap(state).map { $0 <= max(1e-9, limits.relativeGap) } ?? false
  }

  /// True if the roster is proven to be the best, within rounding.
  var isOptimal: Bool { state.withLock { Self.gap($0).map { $0 <= 1e-9 } ?? false } }

  /// True if the roster is proven as near to the best as was asked for.
  var isClose: Bool { state.withLock { isClose($0) } }

  func outcome(reason: StopReason, solver: String) -> SolverOutcome {
    let isOptimal = isOptimal
    let isClose = isClose
    return state.withLock { state in
      var reason = reason
      if isOptimal { reason = .optimal } else if isClose { reason = .gapReached }
      return SolverOutcome(
        lines: state.value.lines, cost: state.value.cost,
        bound: isOptimal ? state.value.cost : state.bound, reason: reason, solver: solver)
    }
  }
}
