import Foundation
import LinearModel
import PlanFiles
import Reports
import ShiftDesign

/// A question which shifts to have, and its answer.
public struct ShiftStudy: Sendable {
  /// The name of the plan or the file.
  public var name: String
  /// The problem.
  public var problem: ShiftDesignProblem
  /// What the kinds of the candidates are called.
  public var kindNames: [String]

  /// The problem of a file of the shift design benchmark.
  ///
  /// - Throws: Every problem of the file at once.
  public init(benchmark url: URL) throws(PlanProblems) {
    let format = ShiftDesignFormat()
    guard format.recognises(url) else {
      let isThere = FileManager.default.fileExists(atPath: url.path)
      throw PlanProblems([
        PlanProblem(
          code: isThere ? .fileUnreadable : .fileMissing, file: url.lastPathComponent,
          message: isThere
            ? "This holds no shift design problem." : "There is no such file or folder.",
          expected: format.name)
      ])
    }
    let file = try format.read(url)
    name = file.name
    problem = file.problem
    let kinds = (problem.candidates.map(\.kind).max() ?? -1) + 1
    kindNames = (0..<kinds).map { "\($0 + 1)" }
  }

  /// Searches for the best design.
  public func run(
    _ limits: DesignLimits, cancellation: Cancellation = Cancellation(),
    progress: DesignProgress? = nil
  ) -> ShiftDesignFacts {
    let begin = ContinuousClock.now
    let designer = ShiftDesigner(problem, boundSolver: SolverCatalogue.linearSolver)
    let outcome = designer.solve(limits, cancellation: cancellation, progress: progress)
    var facts = ShiftDesignFacts(
      name: name, problem: problem, kindNames: kindNames, design: outcome.design)
    facts.bound = outcome.bound
    facts.isOptimal = outcome.reason == .optimal
    facts.seed = limits.seed
    facts.seconds = begin.duration(to: .now) / .seconds(1)
    return facts
  }
}
