import LinearModel

/// Programs made by rule or by seed, for tests of solvers and writers.
public enum LinearPrograms {
  /// A 0/1 knapsack, maximised by negation: `count` things of weight and worth
  /// 1 to 20, half the weight allowed.
  public static func knapsack(count: Int, seed: UInt64) -> LinearProgram {
    var random = SplitMix64(seed: seed)
    var program = LinearProgram(name: "knapsack \(seed)")
    var terms: [LinearTerm] = []
    var weights = 0
    for _ in 0..<count {
      let weight = Int.random(in: 1...20, using: &random)
      let worth = Int.random(in: 1...20, using: &random)
      let thing = program.addVariable(upper: 1, objective: Double(-worth), isInteger: true)
      terms.append(LinearTerm(Double(weight), thing))
      weights += weight
    }
    program.addRow(upper: Double(weights / 2), name: "weight", terms: terms)
    return program
  }

  /// An assignment of `size` people to as many tasks and its least cost by
  /// trying all permutations; `size` at most 7.
  public static func assignment(
    size: Int, seed: UInt64
  ) -> (program: LinearProgram, optimum: Double) {
    var random = SplitMix64(seed: seed)
    let costs = (0..<size).map { _ in
      (0..<size).map { _ in Double(Int.random(in: 1...50, using: &random)) }
    }
    var program = LinearProgram(name: "assignment \(seed)")
    let cells = costs.map { row in
      row.map { program.addVariable(upper: 1, objective: $0, isInteger: true) }
    }
    for one in 0..<size {
      program.addRow(lower: 1, upper: 1, terms: cells[one].map { LinearTerm(1, $0) })
      program.addRow(lower: 1, upper: 1, terms: cells.map { LinearTerm(1, $0[one]) })
    }
    return (program, cheapest(costs, person: 0, taken: 0))
  }

  private static func cheapest(_ costs: [[Double]], person: Int, taken: Int) -> Double {
    guard person < costs.count else { return 0 }
    var best = Double.infinity
    for task in costs.indices where taken & (1 << task) == 0 {
      let rest = cheapest(costs, person: person + 1, taken: taken | 1 << task)
      best = min(best, costs[person][task] + rest)
    }
    return best
  }

  /// A small integer program of any kind, feasible or not, with bounded
  /// variables: up to 5 variables, 4 rows, all sorts of rows and bounds.
  public static func anySmall(seed: UInt64) -> LinearProgram {
    var random = SplitMix64(seed: seed)
    var program = LinearProgram(name: "any small \(seed)")
    program.objectiveConstant = Double(Int.random(in: -9...9, using: &random))
    let variables = (0..<Int.random(in: 1...5, using: &random)).map { _ in
      let lower = Double.random(in: -3...2, using: &random)
      return program.addVariable(
        lower: lower, upper: lower + Double.random(in: 0...4, using: &random),
        objective: Double(Int.random(in: -9...9, using: &random)), isInteger: true)
    }
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let terms = variables.map { LinearTerm(Double(Int.random(in: -4...4, using: &random)), $0) }
      let limit = Double(Int.random(in: -8...8, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: program.addRow(lower: limit, terms: terms)
      case 1: program.addRow(upper: limit, terms: terms)
      case 2: program.addRow(lower: limit, upper: limit + 3, terms: terms)
      case 3: program.addRow(lower: limit, upper: limit, terms: terms)
      default: program.addRow(terms: terms)
      }
    }
    return program
  }

  /// A linear program without integers that has an optimum: bounded variables,
  /// rows that the point of all ones keeps.
  public static func anyContinuous(seed: UInt64) -> LinearProgram {
    var random = SplitMix64(seed: seed)
    var program = LinearProgram(name: "any continuous \(seed)")
    let variables = (0..<Int.random(in: 1...12, using: &random)).map { _ in
      program.addVariable(
        upper: Double.random(in: 1...9, using: &random),
        objective: Double.random(in: -5...5, using: &random))
    }
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let terms = variables.map { LinearTerm(Double.random(in: -4...4, using: &random), $0) }
      let activity = terms.reduce(0) { $0 + $1.coefficient }
      let slack = Double.random(in: 0...2, using: &random)
      program.addRow(
        lower: Bool.random(using: &random) ? activity - slack : -.infinity,
        upper: Bool.random(using: &random) ? activity + slack : .infinity, terms: terms)
    }
    return program
  }

  /// A market split program (Cornuéjols & Dawande 1998,
  /// doi:10.1007/3-540-69346-7_22): any 0/1 point is a solution, and no branch
  /// and bound finishes it in a human's time.
  public static func marketSplit(rows: Int = 5, seed: UInt64) -> LinearProgram {
    var random = SplitMix64(seed: seed)
    var program = LinearProgram(name: "market split \(seed)")
    let products = (0..<10 * (rows - 1)).map { _ in
      program.addVariable(upper: 1, isInteger: true)
    }
    for _ in 0..<rows {
      var terms = products.map { LinearTerm(Double(Int.random(in: 0...99, using: &random)), $0) }
      let half = (terms.reduce(0) { $0 + $1.coefficient } / 2).rounded(.down)
      terms.append(LinearTerm(1, program.addVariable(objective: 1)))
      terms.append(LinearTerm(-1, program.addVariable(objective: 1)))
      program.addRow(lower: half, upper: half, terms: terms)
    }
    return program
  }

  /// A cover program as rosters give it: shifts of 8 hours over `intervals`
  /// half hours, some agents needed in each.
  public static func shiftCover(intervals: Int, seed: UInt64) -> LinearProgram {
    var random = SplitMix64(seed: seed)
    var program = LinearProgram(name: "shift cover \(seed)")
    let shifts = (0..<intervals).map { start in
      program.addVariable(
        objective: 80 + Double(Int.random(in: 0...20, using: &random)), isInteger: true,
        name: "shift from \(start)")
    }
    for interval in 0..<intervals {
      let first = max(0, interval - 15)
      program.addRow(
        lower: Double(Int.random(in: 1...9, using: &random)), name: "need \(interval)",
        terms: shifts[first...interval].map { LinearTerm(1, $0) })
    }
    return program
  }
}
