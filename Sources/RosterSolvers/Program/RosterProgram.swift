import LinearModel
import Rostering

/// A roster problem as one integer program: the *compact assignment model*.
///
/// Variables, all at least 0:
///
/// | name | kind | meaning |
/// |---|---|---|
/// | `x_PERSON_OPTION` | 0 or 1 | the person works the option; options that no rule, price and cover row can tell apart are one variable |
/// | `z_PERSON_OPTION` | 0 or 1 | the person works one of several options that only cover and cost tell apart, named after the first |
/// | `..._start_dD` | real | a run of days begins on day D |
/// | `..._touchedN` | real | a shift is worked in period N |
/// | `..._pieceN` | real | how much of a total or a count is paid at the N-th slope |
/// | `cover_P_piece...`, `cover_P_flow...` | real | units of pool P paid at a slope; units that serve another target |
///
/// Rows hold one option a day, the six primitives, and the balance of each
/// cover pool. Reals are whole, or cost the same as whole ones, wherever `x`
/// is. People whom nothing tells apart are put in an order, which cuts off
/// copies of rosters but never all of them.
///
/// - Complexity: O(options x people) variables, O(days x limits) rows a
///   person and two rows a pool or so.
public struct RosterProgram: Sendable {
  /// The program. Its objective is the cost of the roster.
  public let program: LinearProgram
  /// The problem.
  public let problem: RosterProblem

  private let arcs: [PersonArcs]
  private let variables: [PersonVariables]
  private let auxiliaries: [AuxiliaryVariables]
  private let cover: [PoolVariables]
  private let representatives: [Int]

  /// Where one pool is in the program.
  struct PoolVariables {
    var network: PoolNetwork
    /// For each node the units that the roster brings.
    var units: [AffineSum]
    var flows: [VariableIndex]
    var pieces: [VariableIndex]
  }

  /// The program of a problem.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - names: What people and options are called; made up if nil.
  ///   - breaksSymmetry: Whether alike people are put in an order.
  public init(
    _ problem: RosterProblem, names: RosterNames? = nil, breaksSymmetry: Bool = true
  ) {
    self.problem = problem
    let names = names ?? RosterNames(problem)
    let arcs = problem.lines.indices.map { PersonArcs(problem, person: $0) }
    representatives =
      breaksSymmetry ? AlikePeople.representatives(in: problem) : Array(problem.lines.indices)
    var builder = RosterProgramBuilder(
      problem: problem, names: names, arcs: arcs, representatives: representatives)
    builder.build()
    self.arcs = arcs
    program = builder.program
    variables = builder.variables
    auxiliaries = builder.auxiliaries
    cover = builder.cover
  }

  /// The lines that a solution stands for.
  ///
  /// - Parameter point: One value for each of the program's variables.
  public func lines(at point: [Double]) -> [Line] {
    problem.lines.indices.map { person in
      (0..<problem.dayCount).map { day in
        let chosen = variables[person].arcs[day].firstIndex { point[$0.position] > 0.5 }
        return chosen.map { arcs[person].arcs[day][$0].option }
      }
    }
  }

  /// The solution that stands for some lines, with the lines of alike people
  /// exchanged where the program wants another order.
  ///
  /// - Parameter lines: A line for each person.
  /// - Returns: Nil if a line names an option that its person may not work.
  ///   Whether rows are kept is for `PointCheck` to say.
  public func point(of lines: [Line]) -> [Double]? {
    var point = [Double](repeating: 0, count: program.variableCount)
    for (person, line) in ordered(lines).enumerated() {
      for (day, option) in line.enumerated() {
        guard let option else { continue }
        guard problem.options.indices.contains(option), problem.options[option].day == day,
          let arc = arcs[person].arcOfOption[option]
        else { return nil }
        point[variables[person].arcs[day][arc].position] = 1
        point[variables[person].groups[day][arcs[person].arcs[day][arc].group].position] = 1
      }
    }
    for auxiliary in auxiliaries { auxiliary.complete(&point) }
    for pool in cover {
      let units = pool.units.map { sum in
        sum.terms.reduce(sum.constant) { $0 + $1.coefficient * point[$1.variable.position] }
      }
      guard let settled = pool.network.settle(units) else { return nil }
      for (flow, amount) in zip(pool.flows, settled.flows) { point[flow.position] = amount }
      for (piece, amount) in zip(pool.pieces, settled.pieces) { point[piece.position] = amount }
    }
    return point
  }

  /// The lines with those of alike people in the program's order.
  private func ordered(_ lines: [Line]) -> [Line] {
    var ordered = lines
    for first in Set(representatives).sorted() {
      let people = representatives.indices.filter { representatives[$0] == first }
      guard people.count > 1 else { continue }
      let sorted = people.map { lines[$0] }.sorted { left, right in
        RosterProgramBuilder.rank(left) > RosterProgramBuilder.rank(right)
      }
      for (person, line) in zip(people, sorted) { ordered[person] = line }
    }
    return ordered
  }
}
