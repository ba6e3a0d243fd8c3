import LinearModel
import Rostering

/// A problem made ready for solving: each person's line optimiser and the
/// cover's tables, shared by all threads and by solvers that follow each
/// other.
public struct CompiledRoster: Sendable {
  /// The problem.
  public let problem: RosterProblem
  /// Each person's line optimiser.
  public let optimizers: [LineOptimizer]
  /// The people whose rules leave no line.
  public let peopleWithoutLine: [Int]
  let tables: CoverTables
  let checker: LineChecker
  /// The steps in which costs lie; nil for none.
  let costSteps: ObjectiveSteps?

  /// Compiles a problem.
  public init(_ problem: RosterProblem) {
    self.problem = problem
    var compiler = LineCompiler(problem)
    optimizers = problem.lines.indices.map { compiler.optimizer(ofPerson: $0) }
    peopleWithoutLine = optimizers.indices.filter { [optimizers] in !optimizers[$0].hasLines }
    tables = CoverTables(problem)
    checker = LineChecker(problem)
    costSteps = problem.costSteps
  }

  /// Days beyond which lines are long, and up to which they are short.
  private static let longLine = 100
  private static let shortLine = 35

  /// True if lines are so long that finding a person's cheapest one takes
  /// milliseconds: best responses gain little in a given time, parts of the
  /// horizon more.
  public var hasLongLines: Bool { problem.dayCount > Self.longLine }

  /// True if lines are so short that they are cheap to price, whatever the
  /// rows.
  var hasShortLines: Bool { Self.hasShortLines(problem) }

  /// The same of a problem that is not compiled yet.
  static func hasShortLines(_ problem: RosterProblem) -> Bool { problem.dayCount <= shortLine }

  /// True if some work may wait, so that a line's shifts do not add up.
  var hasWorkOverTime: Bool { tables.spansTime.contains(true) }

  /// The cover of a roster in which nobody works.
  public func emptyCover() -> CoverState { CoverState(tables: tables) }

  /// The cost of a roster, counted from scratch.
  public func cost(of lines: [Line]) -> Double {
    var cover = emptyCover()
    var cost = 0.0
    for (person, line) in lines.enumerated() {
      cover.add(line, person: person)
      cost += checker.cost(of: line, person: person)
    }
    return cost + cover.cost
  }

  /// What the cover of a roster costs on each day. What lasts past midnight
  /// counts for the day whose shifts reach it first.
  func coverCostOfDays(_ lines: [Line]) -> [Double] {
    var cover = emptyCover()
    for (person, line) in lines.enumerated() { cover.add(line, person: person) }
    var costs = [Double](repeating: 0, count: problem.dayCount)
    for pool in 0..<tables.poolCount where tables.dayOfPool[pool] >= 0 {
      costs[Int(tables.dayOfPool[pool])] += max(0, cover.poolCost[pool])
    }
    return costs
  }

  /// True if a roster has one feasible line for each person.
  public func isFeasible(_ lines: [Line]) -> Bool {
    lines.count == problem.personCount
      && lines.indices.allSatisfy { checker.isFeasible(lines[$0], person: $0) }
  }

  /// The outcome of a solver that found these lines.
  func outcome(lines: [Line], reason: StopReason, solver: String) -> SolverOutcome {
    SolverOutcome(lines: lines, cost: cost(of: lines), reason: reason, solver: solver)
  }

  /// The outcome when somebody's line was not found although nothing proves that
  /// there is none.
  func notFoundOutcome(solver: String) -> SolverOutcome {
    SolverOutcome(
      lines: nil, cost: nil,
      reason: .failure(
        "no line was found for somebody whose rules are too many to search; loosen or drop one"),
      solver: solver)
  }

  /// The outcome when some people have no line.
  func infeasibleOutcome(solver: String) -> SolverOutcome {
    let finder = InfeasibilityFinder(problem)
    return SolverOutcome(
      lines: nil, cost: nil,
      reason: .infeasible(peopleWithoutLine.map { finder.explain(person: $0) }), solver: solver)
  }
}
