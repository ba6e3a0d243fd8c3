import LinearModel

/// Watches the limits of one thread of column generation: seconds, line
/// optimisations and the wish to stop.
struct ColumnClock: Sendable {
  let begin: ContinuousClock.Instant
  /// Seconds after `begin` at which to stop; nil for no limit.
  private(set) var limit: Double?
  let cancellation: Cancellation
  /// Made once the best roster is proven as near to the best as was asked for.
  private let closing: Cancellation?
  /// Line optimisations left; nil for no limit.
  private(set) var workLeft: Int?
  /// Line optimisations done.
  private(set) var work = 0

  init(
    begin: ContinuousClock.Instant, limit: Double?, cancellation: Cancellation, workLeft: Int?,
    closing: Cancellation? = nil
  ) {
    self.begin = begin
    self.limit = limit
    self.cancellation = cancellation
    self.workLeft = workLeft
    self.closing = closing
  }

  /// Seconds since the start.
  var seconds: Double { begin.secondsPassed }

  /// Seconds left; infinite without a limit.
  var secondsLeft: Double { limit.map { $0 - seconds } ?? .infinity }

  /// Line optimisations left where they are limited, else seconds.
  var effortLeft: Double { workLeft.map(Double.init) ?? secondsLeft }

  /// Counts line optimisations.
  mutating func spend(_ count: Int) {
    work += count
    workLeft = workLeft.map { $0 - count }
  }

  /// Why to stop; nil to go on.
  var stopped: StopReason? {
    if cancellation.isCancelled { return .cancelled }
    if closing?.isCancelled ?? false { return .finished }
    if let workLeft, workLeft <= 0 { return .workLimit }
    return secondsLeft <= 0 ? .timeLimit : nil
  }

  /// A clock that ends earlier.
  ///
  /// - Parameters:
  ///   - seconds: Seconds from now, if sooner than this clock's end.
  ///   - work: Line optimisations from now, if fewer than are left.
  func part(seconds: Double? = nil, work: Int? = nil) -> ColumnClock {
    var part = self
    if let seconds {
      part.limit = min(limit ?? .infinity, self.seconds + seconds)
    }
    part.work = 0
    if let work { part.workLeft = min(workLeft ?? .max, work) }
    return part
  }

  /// A clock that ends when a share of the time limit is used up.
  ///
  /// - Parameter least: Seconds since the start up to which it goes on, as long
  ///   as they are at most a third of the limit.
  func part(endingAt share: Double, atLeast least: Double = 0) -> ColumnClock {
    part(seconds: limit.map { max(0, max($0 * share, min(least, $0 / 3)) - seconds) })
  }

  /// A clock that ends when a share of the time limit is used up, or after a
  /// share of the line optimisations left.
  ///
  /// - Parameter least: As for `part(endingAt:atLeast:)`.
  func phase(endingAt share: Double, atLeast least: Double = 0) -> ColumnClock {
    guard let workLeft else { return part(endingAt: share, atLeast: least) }
    return part(work: Int(Double(workLeft) * share))
  }

  /// A clock that ends after a share of the time limit from now, or of the line
  /// optimisations left.
  func part(share: Double) -> ColumnClock {
    part(
      seconds: limit.map { $0 * share }, work: workLeft.map { Int(Double($0) * share) })
  }

  /// Counts what a part of this clock has done.
  mutating func add(_ part: ColumnClock) { spend(part.work) }

  /// Limits of one simplex run.
  var simplexLimits: SimplexLimits {
    SimplexLimits(seconds: secondsLeft.isFinite ? max(0.001, secondsLeft) : nil)
  }
}
