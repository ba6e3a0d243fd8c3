import Foundation
import Reports
import Synchronization

/// A part that several threads add to, and its file.
final class PartKeeper: Sendable {
  private struct State {
    var part: SweepPart
    var failure: (any Error)?
  }

  private let url: URL
  private let state: Mutex<State>

  init(_ part: SweepPart, url: URL) {
    self.url = url
    state = Mutex(State(part: part))
  }

  var part: SweepPart { state.withLock { $0.part } }
  /// The first failure to write.
  var failure: (any Error)? { state.withLock { $0.failure } }

  func save() throws { try part.write(to: url) }

  /// Adds a case and writes the file.
  func add(_ facts: CaseFacts, at place: Int) {
    state.withLock { state in
      state.part.add(facts, at: place)
      do {
        try state.part.write(to: url)
      } catch {
        state.failure = state.failure ?? error
      }
    }
  }
}
