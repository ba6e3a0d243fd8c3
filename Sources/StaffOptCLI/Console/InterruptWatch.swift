import Dispatch
import Foundation
import StaffOptKit

/// Turns Ctrl-C and the termination signal into a wish to stop, so that a
/// search delivers the best roster so far.
final class InterruptWatch {
  private let sources: [any DispatchSourceSignal]

  /// Watches until the object is gone; a second signal ends the program.
  init(cancelling cancellation: Cancellation) {
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if cancellation.isCancelled { exit(130) }
        cancellation.cancel()
        Console.say("\nstopping; the best roster so far will be written")
      }
      source.resume()
      return source
    }
  }

  deinit {
    for source in sources { source.cancel() }
  }
}
