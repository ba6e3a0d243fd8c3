import Foundation
import StaffOptKit
import Synchronization

/// Shows how far a search has come: one line that is rewritten on a terminal,
/// plain lines, at most one every two seconds, elsewhere.
final class ProgressLine: Sendable {
  private let isInteractive: Bool
  private let currency: String
  private let words: ProgressWords
  private struct State {
    var lastSeconds = -10.0
    /// Whether a line is there that has no end yet.
    var isBegun = false
  }
  private let state = Mutex(State())

  init(
    isInteractive: Bool = Console.isInteractive, currency: String, language: ReportLanguage
  ) {
    self.isInteractive = isInteractive
    self.currency = currency
    words = ProgressWords(language: language)
  }

  /// Shows a state of the search.
  func show(_ progress: SolverProgress) {
    let text = line(of: progress)
    state.withLock { state in
      let pause = isInteractive ? 0.1 : 2.0
      guard progress.seconds - state.lastSeconds >= pause || progress.seconds < state.lastSeconds
      else { return }
      state.lastSeconds = progress.seconds
      if isInteractive {
        // Erases what is left of a longer line, whatever its characters take.
        FileHandle.standardError.write(Data("\r\(text)\u{1B}[K".utf8))
        state.isBegun = true
      } else {
        Console.say(text)
      }
    }
  }

  /// Ends the line on a terminal.
  func finish() {
    state.withLock { state in
      if state.isBegun { Console.say("") }
      state.isBegun = false
    }
  }

  private func line(of progress: SolverProgress) -> String {
    var parts = [String(format: "%6.1f s", progress.seconds), words.phase(progress.phase)]
    if let cost = progress.cost {
      let unit = currency.isEmpty ? "" : " " + currency
      parts.append("\(words.cost)\(String(format: "%.0f", cost))\(unit)")
      if let bound = progress.bound, bound.isFinite {
        let gap = max(0, (cost - bound) / max(1e-9, cost.magnitude)) * 100
        let boundText = words.bound + String(format: "%.0f", bound)
        parts.append("\(boundText)\(words.gap)\(String(format: "%.2f", gap)) %")
      }
    }
    return parts.joined(separator: "  ")
  }
}
