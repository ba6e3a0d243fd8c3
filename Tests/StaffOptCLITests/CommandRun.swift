import Foundation
import StaffOptTestSupport

/// A finished run of the built `staffopt` program.
struct CommandRun {
  /// What it told the shell; a negative number for the signal that ended it.
  let status: Int32
  /// Standard output.
  let output: String
  /// Standard error.
  let messages: String

  /// The program, built beside the tests.
  static let program: URL? = {
    let bundles = Bundle.allBundles.filter { $0.bundlePath.hasSuffix(".xctest") }.map(\.bundleURL)
    let places = bundles + [Bundle.main.executableURL, Bundle.main.bundleURL].compactMap { $0 }
    return places.lazy
      .flatMap { place in
        sequence(first: place.deletingLastPathComponent()) { $0.deletingLastPathComponent() }
          .prefix(4).map { $0.appending(path: "staffopt") }
      }
      .first {
        FileManager.default.isExecutableFile(atPath: $0.path)
          && (try? $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == false
      }
  }()

  /// Runs the program to its end.
  ///
  /// - Parameter folder: Where it runs; by default the checkout.
  init(_ arguments: String..., in folder: URL = PlanFolders.checkout) throws {
    try self.init(arguments, in: folder)
  }

  /// Runs the program to its end.
  init(_ arguments: [String], in folder: URL = PlanFolders.checkout) throws {
    self = try RunningCommand(arguments, in: folder).finish()
  }

  fileprivate init(status: Int32, output: String, messages: String) {
    self.status = status
    self.output = output
    self.messages = messages
  }
}

/// A run of the built program that goes on beside the test.
struct RunningCommand {
  private let process = Process()
  private let folder: URL
  private var outputFile: URL { folder.appending(path: "output") }
  private var messageFile: URL { folder.appending(path: "messages") }

  /// Starts a program, by default the built one.
  init(
    _ arguments: [String], in place: URL = PlanFolders.checkout,
    program: URL? = CommandRun.program
  ) throws {
    guard let program else { throw CocoaError(.fileNoSuchFile) }
    folder = FileManager.default.temporaryDirectory
      .appending(path: "staffopt-run-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // Files take any amount of text while nobody reads; pipes do not.
    for file in [outputFile, messageFile] { try Data().write(to: file) }
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = place
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["COLUMNS": "80", "LC_ALL": "C.UTF-8"]
    ) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: messageFile)
    try process.run()
  }

  /// What the program has written to standard error so far.
  var messages: String { (try? String(contentsOf: messageFile, encoding: .utf8)) ?? "" }

  /// True until the program has ended.
  var isRunning: Bool { process.isRunning }

  /// Presses Ctrl-C.
  func interrupt() { process.interrupt() }

  /// Waits for the end.
  func finish() throws -> CommandRun {
    process.waitUntilExit()
    defer { try? FileManager.default.removeItem(at: folder) }
    let isSignal = process.terminationReason == .uncaughtSignal
    return CommandRun(
      status: isSignal ? -process.terminationStatus : process.terminationStatus,
      output: try String(contentsOf: outputFile, encoding: .utf8), messages: messages)
  }
}

/// Plans for the tests of commands.
enum CommandPlans {
  static let cornerShop = PlanFolders.checkout.appending(path: "Data/corner-shop")
  static let understaffed = PlanFolders.checkout.appending(path: "Data/understaffed")

  /// Copies a plan into a folder, with some text of plan.yaml replaced and some
  /// files added.
  static func copy(
    _ plan: URL, to folder: URL, replacing changes: [(String, String)] = [],
    adding files: [String: String] = [:]
  ) throws {
    try FileManager.default.copyItem(at: plan, to: folder)
    let planFile = folder.appending(path: "plan.yaml")
    var text = try String(contentsOf: planFile, encoding: .utf8)
    for (old, new) in changes {
      guard text.contains(old) else { throw CocoaError(.formatting) }
      text = text.replacingOccurrences(of: old, with: new)
    }
    try Data(text.utf8).write(to: planFile)
    for (name, contents) in files {
      try Data(contents.utf8).write(to: folder.appending(path: name))
    }
  }

  /// The files that a roster of a plan is written as.
  static func outputFiles(employees: [String]) -> [String] {
    (["coverage.csv", "report.html", "roster.csv", "summary.json"]
      + employees.map { "calendars/\($0).ics" }).sorted()
  }
}
