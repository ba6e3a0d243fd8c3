import Rostering

/// What one day of a line may be, on top of the person's rules.
public enum DayChoice: Hashable, Sendable {
  /// Anything the rules allow.
  case free
  /// A day off.
  case off
  /// This option of the problem.
  case option(Int)
  /// One of these options of the problem, or a day off if it is allowed here
  /// and by the rules.
  case among([Int], mayBeOff: Bool)

  /// The choice that leaves a line's day as it is.
  public init(fixing option: Int?) {
    if let option { self = .option(option) } else { self = .off }
  }
}

/// What each day of a line may be: dives and neighbourhoods fix parts of a
/// line and leave the rest free.
public typealias LinePattern = [DayChoice]
