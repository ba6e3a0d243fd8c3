import Foundation
import StaffOptKit

/// Where text goes: data to standard output, messages to standard error.
enum Console {
  /// Writes data to standard output, as it is.
  static func write(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  /// Writes a message to standard error, with a line end.
  static func say(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  /// True if standard error is a terminal.
  static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }

  /// True if standard output is a terminal that wants colour.
  static var wantsColour: Bool {
    isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
  }
}

extension Console {
  /// Tells of warnings, in the reports' language.
  static func warn(_ warnings: [PlanProblem], _ language: ReportLanguage) {
    let report = ProblemReport(language: language)
    for warning in warnings { say(report.text(warning)) }
  }

  /// Tells what was written and where, in the reports' language.
  static func written(_ files: [String] = [], to place: String, _ language: ReportLanguage) {
    let names = files.joined(separator: language.words(", ", "、", "、"))
    say(
      language.words("written to ", "已写入 ", "已寫入 ") + place
        + (files.isEmpty ? "" : language.colon + names))
  }
}
