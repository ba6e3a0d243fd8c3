/// The compiled problem that every solver sees: lines under rules, cover rows
/// with prices, and nothing of files, tickets or law.
///
/// A solution names one option or a day off for each person and day
/// (`lines[person][day]`, an index into `options`). Its cost is
///
///     sum over people of the line's cost (options, days off, priced totals,
///         priced periods, constant)
///   + sum over pools of the least flow price of the units on their rows.
public struct RosterProblem: Sendable {
  /// Days of the horizon.
  public var dayCount: Int
  /// All shift options, ordered by day.
  public var options: [ShiftOption]
  /// For each day its range of `options`.
  public var optionsOfDay: [Range<Int>]
  /// The rules of each person's line.
  public var lines: [LineRules]
  /// For each person the index of the cover class.
  public var coverClassOfPerson: [Int]
  /// For each cover class its contributions.
  public var contributions: [CoverContributions]
  /// Units that one full agent contributes in a whole interval.
  public var unitsPerHead: Int
  /// The cover rows, ordered by pool.
  public var rows: [CoverRow]
  /// The pools; their ranges of rows follow each other without gaps.
  public var pools: [CoverPool]

  /// A problem from its parts. See the properties for what each must satisfy.
  public init(
    dayCount: Int, options: [ShiftOption], optionsOfDay: [Range<Int>], lines: [LineRules],
    coverClassOfPerson: [Int], contributions: [CoverContributions], unitsPerHead: Int,
    rows: [CoverRow], pools: [CoverPool]
  ) {
    self.dayCount = dayCount
    self.options = options
    self.optionsOfDay = optionsOfDay
    self.lines = lines
    self.coverClassOfPerson = coverClassOfPerson
    self.contributions = contributions
    self.unitsPerHead = unitsPerHead
    self.rows = rows
    self.pools = pools
  }

  /// The number of people.
  public var personCount: Int { lines.count }

  /// For each row the index of its pool.
  public var poolOfRow: [Int] {
    pools.enumerated().flatMap { index, pool in
      Array(repeating: index, count: pool.rows.count)
    }
  }

  /// What one person's work contributes to the cover.
  public func contributions(ofPerson person: Int) -> CoverContributions {
    contributions[coverClassOfPerson[person]]
  }
}

/// One person's line: an option of each day, or nil for a day off.
public typealias Line = [Int?]
