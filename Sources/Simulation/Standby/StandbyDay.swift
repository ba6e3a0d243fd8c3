/// The people on call on one day, and how sure cover is with and without
/// them.
public struct StandbyDay: Equatable, Sendable {
  /// The day of the horizon.
  public let day: Int
  /// For each skill of the plan the people on call that are wanted.
  public let wanted: [Int]
  /// The probability that cover holds in the interval where it is least sure,
  /// with nobody on call.
  public let intervalWithout: Double
  /// The same with the wanted list.
  public let intervalWith: Double
  /// The probability that cover holds from morning to evening, with nobody on
  /// call; drawn by chance, good to about a point of a hundred.
  public let dayWithout: Double
  /// The same with the wanted list.
  public let dayWith: Double
  /// False if some interval has too many combinations to be counted, so that
  /// its probability is drawn by chance too.
  public let isExact: Bool
  /// Who is on call, skill after skill.
  public let turns: [StandbyTurn]

  /// People wanted in all.
  public var wantedCount: Int { wanted.reduce(0, +) }
  /// People wanted for whom nobody is free and rested.
  public var missingCount: Int { wantedCount - turns.count }
}

/// One person's turn on call.
public struct StandbyTurn: Equatable, Sendable {
  /// The person.
  public let employeeID: String
  /// Index of the skill in the plan's need.
  public let skill: Int
  /// How many of the day's different shifts of that skill the person could
  /// take without breaking a rule.
  public let couldTake: Int
  /// How many there are.
  public let shiftCount: Int
  /// True if the person wished for the day off.
  public let isAgainstWish: Bool
}
