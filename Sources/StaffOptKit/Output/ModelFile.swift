import LinearModel
import PlanFiles
import RosterSolvers
import Rostering

/// A plan's integer program as a file that other solvers read.
public struct ModelFile: Sendable {
  /// The form of the file.
  public enum Format: Sendable {
    /// Free MPS.
    case mps
    /// CPLEX LP.
    case lp

    /// The form that a file's ending stands for; nil for any other.
    public init?(path: String) {
      if path.hasSuffix(".mps") {
        self = .mps
      } else if path.hasSuffix(".lp") {
        self = .lp
      } else {
        return nil
      }
    }
  }

  /// The program.
  public let program: LinearProgram

  /// The assignment model of a plan.
  public init(plan: RosterPlan) {
    let problem = ProblemCompiler(plan: plan).compile().problem
    let names = RosterNames(
      problem, people: plan.employees.map(\.id), patterns: plan.patterns.map(\.name))
    program = RosterProgram(problem, names: names, breaksSymmetry: false).program
  }

  /// The file's text.
  public func text(_ format: Format) -> String {
    switch format {
    case .mps: program.mpsText()
    case .lp: program.lpText()
    }
  }

  /// Writes the file, whole or not at all; its ending decides the form, free
  /// MPS where it says nothing.
  ///
  /// - Returns: The numbers of variables and rows.
  /// - Throws: An ``OutputError`` that names the path that could not be written.
  public func write(to path: String) throws(OutputError) -> (variables: Int, rows: Int) {
    let text = text(Format(path: path) ?? .mps)
    try OutputFolder.write(text, toFile: path)
    return (program.variableCount, program.rowCount)
  }
}
