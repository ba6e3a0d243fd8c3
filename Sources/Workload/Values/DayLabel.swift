import CivilTime

/// What kind of day a date is for demand: the key under which a holiday's
/// effect is learned from the past and applied to the future.
///
/// The caller names the days of the history and of the horizon with the same
/// labels; a date without a label is `ordinary`.
public enum DayLabel: Hashable, Sendable {
  /// A day like others of its weekday.
  case ordinary
  /// Day `position` (1 is the first) of the holiday `name`.
  case holiday(name: String, position: Int)
  /// Day `position` of a holiday `name` on which people work all the same,
  /// such as a fast or a festival without days off.
  case observance(name: String, position: Int)
  /// The day before the holiday `name`.
  case eve(of: String)
  /// A day between the holiday `name` and a weekend or another holiday.
  case bridge(of: String)
  /// The first working day after the holiday `name`.
  case dayAfter(String)
  /// A day that is worked as if it were another weekday (an adjusted
  /// workday): its factor and its shape are those of `weekday`.
  case worksLike(Weekday)

  /// The holiday the label belongs to, or nil.
  public var holidayName: String? {
    switch self {
    case .ordinary, .worksLike: nil
    case .holiday(let name, _), .observance(let name, _): name
    case .eve(let name), .bridge(let name), .dayAfter(let name): name
    }
  }

  /// Which labels lend each other their experience when one has little of
  /// its own.
  public var kind: Kind {
    switch self {
    case .ordinary, .worksLike: .ordinary
    case .holiday: .holiday
    case .observance: .observance
    case .eve: .eve
    case .bridge: .bridge
    case .dayAfter: .dayAfter
    }
  }

  /// The label without its holiday.
  public enum Kind: String, CaseIterable, Sendable {
    case ordinary, holiday, observance, eve, bridge, dayAfter
  }
}

extension DayLabel: CustomStringConvertible {
  /// The label in words: `Spring Festival day 2`, `eve of Spring Festival`.
  public var description: String {
    switch self {
    case .ordinary: "ordinary"
    case .holiday(let name, let position): "\(name) day \(position)"
    case .observance(let name, let position): "\(name) day \(position), worked"
    case .eve(let name): "eve of \(name)"
    case .bridge(let name): "bridge day of \(name)"
    case .dayAfter(let name): "day after \(name)"
    case .worksLike(let weekday): "works like a \(weekday.rawValue)"
    }
  }
}
