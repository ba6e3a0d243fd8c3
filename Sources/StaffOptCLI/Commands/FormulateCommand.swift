import ArgumentParser
import StaffOptKit

/// `staffopt formulate`: the integer program of a plan, for other solvers.
struct FormulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formulate",
    abstract: "Write a plan's integer program as an MPS or LP file.",
    discussion: """
      The file's optimum in any solver is the cost of the plan's best roster. \
      Try `glpsol --freemps model.mps` or `glpsol --lp model.lp`.
      """)

  @OptionGroup var plan: PlanArgument

  @Option(help: "The file to write: it ends in .mps (free MPS) or .lp (CPLEX LP).")
  var out: String

  func validate() throws {
    guard ModelFile.Format(path: out) != nil else {
      throw ValidationError("--out names a file that ends in .mps or .lp.")
    }
  }

  func run() throws {
    let loaded = try plan.load(.english)
    try writing {
      let size = try ModelFile(plan: loaded.plan).write(to: out)
      Console.say(
        "written to \(out): \(size.variables) variables, \(size.rows) rows")
    }
  }
}
