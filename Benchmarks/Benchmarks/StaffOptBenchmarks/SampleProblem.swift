import Foundation
import StaffOptKit

/// A plan, read and compiled once and shared by the benchmarks.
struct SampleProblem: Sendable {
  /// The plan with its need.
  let loaded: LoadedPlan
  /// What solvers see.
  let problem: RosterProblem

  /// Reads a sample from the checkout that this file is in.
  init(_ sample: SamplePlan) throws {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    self.init(try PlanLoader().load(root.appending(path: "Data/\(sample.rawValue)")))
  }

  /// Reads a text of the employee shift scheduling benchmark.
  init(_ text: String, name: String) throws {
    let document = try ShiftSchedulingFormat.read(Array(text.utf8), file: name)
    self.init(try PlanLoader().load(document, name: name))
  }

  private init(_ loaded: LoadedPlan) {
    self.loaded = loaded
    problem = ProblemCompiler(plan: loaded.plan).compile().problem
  }

  /// Prices between 0 and 100 for each option, the same on every machine, as
  /// a master problem would hand to pricing.
  func prices(seed: UInt64) -> [Double] {
    var generator = SeededRandom(seed: seed)
    return problem.options.map { _ in Double.random(in: 0..<100, using: &generator) }
  }
}
