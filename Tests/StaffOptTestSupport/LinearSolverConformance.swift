import LinearModel

/// The suite that every `LinearSolver` passes: cases as values, for
/// `@Test(arguments: SolverConformance.cases(for: solver))`.
public enum SolverConformance {
  /// One thing a solver must get right.
  public struct Case: Sendable, CustomStringConvertible {
    /// What the case proves.
    public let name: String
    /// The capabilities without which the case says nothing.
    public let needs: SolverCapabilities
    let body: @Sendable (any LinearSolver) -> [String]

    init(
      _ name: String, needs: SolverCapabilities = [],
      _ body: @escaping @Sendable (any LinearSolver) -> [String]
    ) {
      self.name = name
      self.needs = needs
      self.body = body
    }

    public var description: String { name }

    /// What the solver gets wrong; empty if all is well.
    public func complaints(about solver: any LinearSolver) -> [String] {
      body(solver)
    }
  }

  /// All cases.
  public static var all: [Case] { answers + limits + scale }

  /// The cases that a solver's declared capabilities call for; none of them
  /// may be left out.
  public static func cases(for solver: any LinearSolver) -> [Case] {
    all.filter { $0.needs.isSubset(of: solver.capabilities) }
  }

  /// What is wrong with an outcome whatever the program: points that break it,
  /// objectives that are not the point's, bounds above the objective.
  static func defects(of outcome: SolveOutcome, _ program: LinearProgram) -> [String] {
    var defects: [String] = []
    if let point = outcome.point {
      let check = PointCheck(program, point: point)
      defects += check.violations.map(\.description)
      if outcome.objective != check.objective {
        defects.append("objective \(outcome.objective ?? .nan) for \(check.objective)")
      }
      for (value, isInteger) in zip(point, program.isInteger)
      where isInteger && value != value.rounded() {
        defects.append("\(value) is not exactly whole")
      }
    } else if outcome.objective != nil {
      defects.append("an objective without a point")
    }
    if let bound = outcome.bound {
      if !bound.isFinite { defects.append("a bound that is not finite") }
      if let objective = outcome.objective, bound > objective {
        defects.append("the bound \(bound) is above the objective \(objective)")
      }
    }
    if outcome.termination == .optimal, outcome.point == nil { defects.append("optimal, no point") }
    return defects
  }

  /// Complaints unless the program's optimum is `optimum`.
  static func expect(
    _ solver: any LinearSolver, _ program: LinearProgram, optimum: Double
  ) -> [String] {
    let outcome = solver.solve(program)
    var complaints = defects(of: outcome, program)
    if outcome.termination != .optimal {
      complaints.append("\(program.name): \(outcome.termination) instead of optimal")
    }
    let tolerance = 1e-6 * max(1, abs(optimum))
    if abs((outcome.objective ?? .nan) - optimum) <= tolerance {
    } else {
      complaints.append(
        "\(program.name): objective \(outcome.objective ?? .nan) instead of \(optimum)")
    }
    if abs((outcome.bound ?? .nan) - optimum) <= tolerance {
    } else {
      complaints.append("\(program.name): bound \(outcome.bound ?? .nan) at optimum \(optimum)")
    }
    return complaints
  }

  /// Complaints unless the solve ends for `reason`, without a point.
  static func expect(
    _ solver: any LinearSolver, _ program: LinearProgram, _ reason: TerminationReason
  ) -> [String] {
    let outcome = solver.solve(program)
    if outcome.termination == reason, outcome.point == nil { return [] }
    return ["\(program.name): \(outcome.termination) instead of \(reason)"]
  }
}
