/// Counts work and watches the limits of one thread of a solver.
struct WorkClock {
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private let deadline: ContinuousClock.Instant?
  private let isCancelled: CancellationCheck
  private(set) var workLeft: Int?
  private(set) var stopped: StopReason?

  init(_ limits: SolverLimits, isCancelled: @escaping CancellationCheck) {
    let now = clock.now
    start = now
    if let seconds = limits.seconds, seconds.isFinite {
      // Longer ones are no limit, and their clock would overflow.
      deadline = now.advanced(by: .seconds(min(max(0, seconds), 1e9)))
    } else {
      deadline = nil
    }
    self.isCancelled = isCancelled
    workLeft = limits.workLimit
  }

  /// Seconds since the start.
  var seconds: Double {
    let duration = start.duration(to: clock.now)
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }

  /// Gives this clock its own amount of work.
  mutating func setWork(_ work: Int?) {
    workLeft = work
    if stopped == .workLimit { stopped = nil }
  }

  /// Asks for one unit of work.
  ///
  /// - Returns: False when a limit is reached; from then on always.
  mutating func spend() -> Bool {
    if stopped != nil { return false }
    if let left = workLeft {
      if left <= 0 {
        stopped = .workLimit
        return false
      }
      workLeft = left - 1
    }
    if isCancelled() {
      stopped = .cancelled
    } else if let deadline, clock.now >= deadline {
      stopped = .timeLimit
    }
    return stopped == nil
  }
}
