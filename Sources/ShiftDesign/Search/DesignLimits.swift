import LinearModel

/// When a search for shifts stops, and what its random choices start from.
public struct DesignLimits: Hashable, Sendable {
  /// The most seconds, by the wall clock; nil for no limit.
  public var seconds: Double?
  /// The most moves of each walk; nil for no limit. Unlike seconds this gives
  /// the same design on every machine and with any number of cores.
  public var moves: Int?
  /// What random choices start from.
  public var seed: UInt64

  /// Limits; by default none.
  public init(seconds: Double? = nil, moves: Int? = nil, seed: UInt64 = 1) {
    self.seconds = seconds
    self.moves = moves
    self.seed = seed
  }
}

/// The limits of one run: a moment to stop at, and a wish to stop.
struct DesignClock: Sendable {
  private let start = ContinuousClock.now
  private let deadline: ContinuousClock.Instant?
  let cancellation: Cancellation

  init(_ seconds: Double?, cancellation: Cancellation) {
    deadline = seconds.flatMap {
      $0.isFinite ? ContinuousClock.now.advanced(by: .seconds(max(0, min($0, 1e9)))) : nil
    }
    self.cancellation = cancellation
  }

  var isStopped: Bool {
    if cancellation.isCancelled { return true }
    guard let deadline else { return false }
    return ContinuousClock.now >= deadline
  }

  /// Seconds since the start.
  var seconds: Double { start.duration(to: .now) / .seconds(1) }
  /// Seconds left; nil without a limit.
  var secondsLeft: Double? {
    deadline.map { max(0, ContinuousClock.now.duration(to: $0) / .seconds(1)) }
  }
}
