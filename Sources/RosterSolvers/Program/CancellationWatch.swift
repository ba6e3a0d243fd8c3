import Foundation
import LinearModel

/// Turns the question whether to stop, which somebody has to ask, into the
/// wish to stop, which reaches a running linear solver.
final class CancellationWatch: Sendable {
  /// The wish.
  let cancellation = Cancellation()
  private let end = Cancellation()

  /// Asks `isCancelled` every 20 ms on a thread of its own until it says yes
  /// or `stop()` is called.
  init(_ isCancelled: @escaping CancellationCheck) {
    if isCancelled() {
      cancellation.cancel()
      return
    }
    let thread = Thread { [cancellation, end] in
      while !end.isCancelled, !cancellation.isCancelled {
        if isCancelled() { cancellation.cancel() }
        Thread.sleep(forTimeInterval: 0.02)
      }
    }
    thread.stackSize = 64 << 10
    thread.start()
  }

  /// Ends the asking.
  func stop() { end.cancel() }

  deinit { end.cancel() }
}
