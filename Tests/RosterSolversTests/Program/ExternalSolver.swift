import Foundation

/// GLPK's command line solver, where it is installed.
enum ExternalSolver {
  /// Its path; nil if it is not installed.
  static let glpsol: String? = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { "\($0)/glpsol" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// The optimum of a program in a text; nil if it has no solution.
  static func optimum(of text: String, format: String, glpsol: String) throws -> Double? {
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "staffopt-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let model = directory.appending(path: "model")
    let answer = directory.appending(path: "answer")
    try Data(text.utf8).write(to: model)
    let process = Process()
    process.executableURL = URL(filePath: glpsol)
    process.arguments = [format, model.path(), "--tmlim", "20", "--output", answer.path()]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let lines = try String(contentsOf: answer, encoding: .utf8).split(separator: "\n")
    guard lines.contains(where: { $0.hasPrefix("Status:") && $0.contains("OPTIMAL") }),
      let objective = lines.first(where: { $0.hasPrefix("Objective:") })
    else { return nil }
    // Such as `Objective:  objective = -12.5 (MINimum)`.
    let words = objective.split(separator: " ")
    guard let equals = words.firstIndex(of: "="), equals + 1 < words.count else { return nil }
    return Double(words[equals + 1])
  }
}
