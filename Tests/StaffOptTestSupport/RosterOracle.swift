import RosterSolvers
import Rostering

/// Counts a roster's cost from the definitions, sharing nothing with the
/// solvers: pools by enumerating every division of every row's units.
public struct RosterCostOracle {
  private let problem: RosterProblem
  private let checker: LineChecker
  private var known: [PoolKey: Double] = [:]

  private struct PoolKey: Hashable {
    var pool: Int
    var units: [Int]
  }

  /// An oracle for a problem's rosters; for small pools only.
  public init(_ problem: RosterProblem) {
    self.problem = problem
    checker = LineChecker(problem)
  }

  /// The cost of a whole roster.
  public mutating func cost(of lines: [Line]) -> Double {
    lines.indices.reduce(coverCost(of: lines)) { sum, person in
      sum + checker.cost(of: lines[person], person: person)
    }
  }

  /// The cost of the cover of some lines.
  public mutating func coverCost(of lines: [Line]) -> Double {
    var units = problem.rows.map(\.fixedUnits)
    for (person, line) in lines.enumerated() {
      let contributions = problem.contributions(ofPerson: person)
      for case .some(let option) in line {
        for entry in contributions[option] { units[entry.row] += entry.units }
      }
    }
    return coverCost(ofUnits: units)
  }

  /// The cost of the cover for given units on every row.
  public mutating func coverCost(ofUnits units: [Int]) -> Double {
    problem.pools.indices.reduce(0) { $0 + poolCost($1, units: units) }
  }

  private mutating func poolCost(_ pool: Int, units: [Int]) -> Double {
    let key = PoolKey(pool: pool, units: Array(units[problem.pools[pool].rows]))
    if let cost = known[key] { return cost }
    let targets = problem.pools[pool].targets
    // All vectors of units on targets that the rows so far can produce.
    var reached: Set<[Int]> = [Array(repeating: 0, count: targets.count)]
    for row in problem.pools[pool].rows {
      let served = problem.rows[row].targets
      var following: Set<[Int]> = []
      for start in reached {
        Self.divide(units[row], over: served[...], from: start) { following.insert($0) }
      }
      reached = following
    }
    let cost =
      reached.map { totals in
        zip(totals, targets).reduce(0) { $0 + $1.1.price.price(of: $1.0) }
      }.min() ?? .infinity
    known[key] = cost
    return cost
  }

  private static func divide(
    _ units: Int, over targets: ArraySlice<Int>, from start: [Int], _ visit: ([Int]) -> Void
  ) {
    guard let target = targets.first else { return }
    var totals = start
    if targets.count == 1 {
      totals[target] += units
      visit(totals)
      return
    }
    for part in 0...units {
      totals[target] = start[target] + part
      divide(units - part, over: targets.dropFirst(), from: totals, visit)
    }
  }
}

/// Brute force over all rosters of a tiny problem.
public struct RosterOracle {
  /// The least cost of all rosters; nil if some person has no line.
  public let bestCost: Double?
  /// The people without a line.
  public let peopleWithoutLine: [Int]

  /// Enumerates all rosters.
  ///
  /// - Parameter rosterLimit: The most rosters to look at.
  /// - Returns: Nil if there are more rosters than that.
  public init?(_ problem: RosterProblem, rosterLimit: Int = 20_000) {
    let people = (0..<problem.personCount).map { RosterLineOracle(problem, person: $0).lines }
    peopleWithoutLine = people.indices.filter { people[$0].isEmpty }
    guard people.reduce(1, { $0 * max($1.count, 1) }) <= rosterLimit else { return nil }
    guard peopleWithoutLine.isEmpty else {
      bestCost = nil
      return
    }
    var oracle = RosterCostOracle(problem)
    var best = Double.infinity
    func extend(_ person: Int, units: [Int], own: Double) {
      guard person < people.count else {
        best = min(best, own + oracle.coverCost(ofUnits: units))
        return
      }
      let contributions = problem.contributions(ofPerson: person)
      for (line, cost) in people[person] {
        var units = units
        for case .some(let option) in line {
          for entry in contributions[option] { units[entry.row] += entry.units }
        }
        extend(person + 1, units: units, own: own + cost)
      }
    }
    extend(0, units: problem.rows.map(\.fixedUnits), own: 0)
    bestCost = best
  }
}
