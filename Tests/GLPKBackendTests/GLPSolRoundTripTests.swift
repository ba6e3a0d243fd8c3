import Foundation
import GLPKBackend
import LinearModel
import StaffOptTestSupport
import Testing

/// GLPK's own command reads what the writers wrote and finds our optimum.
@Suite("Files read by glpsol", .enabled(if: GLPKSolver.isAvailable && GLPSol.path != nil))
struct GLPSolRoundTripTests {
  @Test("any small program keeps its optimum in both formats", arguments: 0..<25 as Range<UInt64>)
  func smallPrograms(seed: UInt64) throws {
    try expectSameOptimum(LinearPrograms.anySmall(seed: seed))
  }

  @Test("a program with something of everything keeps its optimum in both formats")
  func everything() throws {
    var program = LinearProgram(name: "everything")
    program.objectiveConstant = -12.5
    let free = program.addVariable(lower: -.infinity, objective: 1, name: "free")
    let fixed = program.addVariable(lower: 2.5, upper: 2.5, objective: -1, name: "3rd shift")
    let whole = program.addVariable(
      lower: -5, upper: 1e7, objective: 0.1 + 0.2, isInteger: true, name: "e9")
    let below = program.addVariable(
      lower: -.infinity, upper: -1, objective: -1, isInteger: true, name: "a b")
    let below2 = program.addVariable(lower: -.infinity, upper: 4.5, objective: -1, name: "a-b")
    let above = program.addVariable(objective: 1, isInteger: true)
    program.addRow(
      lower: 1, upper: 4, name: "range", terms: [LinearTerm(1, free), LinearTerm(-1, whole)])
    program.addRow(lower: -7, upper: -3, terms: [LinearTerm(1, below), LinearTerm(0.5, below2)])
    program.addRow(lower: 3.5, upper: 3.5, terms: [LinearTerm(1, whole), LinearTerm(1, below2)])
    program.addRow(lower: 2.25, terms: [LinearTerm(1, above), LinearTerm(1e-5, fixed)])
    program.addRow(name: "nothing", terms: [LinearTerm(1, above)])
    program.addRow(lower: -1, name: "empty", terms: [])
    try expectSameOptimum(program)
  }

  @Test("a program without rows or without anything keeps its optimum")
  func almostNothing() throws {
    var program = LinearProgram(name: "constant")
    program.objectiveConstant = 4
    try expectSameOptimum(program)
    program.addVariable(lower: -2, upper: 3, objective: 1, isInteger: true)
    try expectSameOptimum(program)
  }

  private func expectSameOptimum(_ program: LinearProgram) throws {
    let ours = GLPKSolver().solve(program)
    let lp = try GLPSol.optimum(of: program.lpText(), format: "--lp")
    let mps = try GLPSol.optimum(of: program.mpsText(), format: "--freemps")
    for (format, theirs) in [("lp", lp), ("mps", mps)] {
      guard let objective = ours.objective else {
        #expect(ours.termination == .infeasible)
        #expect(theirs == nil, "\(program.name) \(format)")
        continue
      }
      let value = try #require(theirs, "\(program.name) \(format)")
      #expect(abs(value - objective) < 1e-5 * max(1, abs(objective)), "\(program.name) \(format)")
    }
  }
}

/// The command `glpsol`, where there is one.
enum GLPSol {
  static let path = ["/usr/bin/glpsol", "/usr/local/bin/glpsol", "/opt/homebrew/bin/glpsol"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  struct Unreadable: Error {
    var output: String
  }

  /// The optimum `glpsol` finds for a file's text; nil if it finds none.
  static func optimum(of text: String, format: String) throws -> Double? {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("glpsol-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("program")
    let answer = folder.appendingPathComponent("answer")
    try Data(text.utf8).write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path ?? "")
    process.arguments = [format, file.path, "--nopresol", "--write", answer.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Unreadable(output: String(decoding: said, as: UTF8.self))
    }
    // "s mip|bas ROWS COLUMNS STATUS ... OBJECTIVE": status o is optimal; a
    // basic solution has two, primal and dual.
    let lines = String(decoding: try Data(contentsOf: answer), as: UTF8.self).split(separator: "\n")
    guard let line = lines.first(where: { $0.hasPrefix("s ") }) else {
      throw Unreadable(output: String(decoding: said, as: UTF8.self))
    }
    let words = line.split(separator: " ")
    let isOptimal =
      words[1] == "mip" ? words[4] == "o" : words[4] == "f" && words[5] == "f"
    return isOptimal ? words.last.flatMap { Double($0) } : nil
  }
}
