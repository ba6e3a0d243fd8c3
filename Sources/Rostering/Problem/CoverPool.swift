/// The price of how many heads serve a target: a table on a lattice of head
/// units, convex.
///
/// Heads are counted in whole *units* (`RosterProblem.unitsPerHead` make one
/// agent for one interval), so that part-time presence and beginners add up
/// without rounding. Between lattice points the price is a straight line.
/// Taking the price at whole heads only, instead of at the real-valued need,
/// keeps it exact for every roster and lifts the bound of the relaxation.
public struct CoverPrice: Hashable, Sendable {
  /// Units from one entry of `prices` to the next, at least 1.
  public var step: Int
  /// The price at 0, `step`, 2 `step`, ... units; convex, the last slope
  /// continues. At least two entries.
  public var prices: [Double]

  /// A cover price.
  public init(step: Int, prices: [Double]) {
    self.step = step
    self.prices = prices
  }

  /// The price of a number of units, at least 0.
  public func price(of units: Int) -> Double {
    let index = min(units / step, prices.count - 2)
    let slope = (prices[index + 1] - prices[index]) / Double(step)
    return prices[index] + slope * Double(units - index * step)
  }
}

/// What a pool's target stands for.
public enum CoverTargetKind: Hashable, Sendable {
  /// The need of a skill in an interval.
  case need(skill: Int, interval: Int)
  /// Work that may wait: an entry of the need's deferred work.
  case work(index: Int)
  /// A shift of a staffing mode: a fixed post.
  case post(skill: Int, day: Int, startMinute: Int)
  /// The share of the team on duty on a day.
  case rampUp(day: Int)
  /// The need of a shift pattern on a day (benchmark files).
  case pattern(pattern: Int, day: Int)
}

/// Something heads are wanted for.
public struct CoverTarget: Hashable, Sendable {
  /// What it stands for.
  public var kind: CoverTargetKind
  /// Units wanted, real-valued, for reports.
  public var neededUnits: Double
  /// The price of the units that serve it.
  public var price: CoverPrice

  /// A target.
  public init(kind: CoverTargetKind, neededUnits: Double, price: CoverPrice) {
    self.kind = kind
    self.neededUnits = neededUnits
    self.price = price
  }
}

/// A cover row: the heads of one set of skills present at one time.
public struct CoverRow: Hashable, Sendable {
  /// Units that are there whatever the roster is (a night shift that began
  /// before the horizon).
  public var fixedUnits: Int
  /// Indices into the pool's targets that these heads can serve, ascending.
  public var targets: [Int]

  /// A cover row.
  public init(fixedUnits: Int = 0, targets: [Int]) {
    self.fixedUnits = fixedUnits
    self.targets = targets
  }
}

/// Rows and targets that are linked by who can serve what, at one time.
///
/// The heads of each row flow to the targets the row can serve; all units go
/// somewhere; the cost of a pool is the least total price of such a flow.
/// Most pools have one row and one target, and then the flow is the row.
///
/// A line contributes to at most one row of a pool at one time, so that the
/// cost of adding a line to a roster is the sum over its rows of each row's
/// marginal cost. A pool with work that may wait is the exception: it spans
/// the intervals in which the work may be done, and the sum is only the least
/// that adding the line can cost.
public struct CoverPool: Hashable, Sendable {
  /// The pool's rows: a range of the problem's rows.
  public var rows: Range<Int>
  /// What the heads are wanted for, at least one.
  public var targets: [CoverTarget]

  /// True if a line may bring units to several rows of the pool.
  public var spansTime: Bool {
    targets.contains { if case .work = $0.kind { true } else { false } }
  }

  /// A pool.
  public init(rows: Range<Int>, targets: [CoverTarget]) {
    self.rows = rows
    self.targets = targets
  }
}
