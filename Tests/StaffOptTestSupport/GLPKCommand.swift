import Foundation

/// GLPK's command line solver, where it is installed.
public enum GLPKCommand {
  /// Its path; nil if it is not installed.
  public static let path: String? = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { "\($0)/glpsol" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// The optimum of a program in a text; nil if it proves none.
  ///
  /// - Parameter format: `--freemps` or `--lp`.
  public static func optimum(of text: String, format: String) throws -> Double? {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "staffopt-\(ProcessInfo.processInfo.globallyUniqueString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    return try optimum(ofFile: file, format: format)
  }

  /// The optimum of a program in a file; nil if it proves none.
  ///
  /// - Parameter format: `--freemps` or `--lp`.
  public static func optimum(ofFile file: URL, format: String) throws -> Double? {
    guard let path else { return nil }
    let answer = file.appendingPathExtension("answer")
    defer { try? FileManager.default.removeItem(at: answer) }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = [format, file.path, "--tmlim", "60", "--output", answer.path]
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
