import Foundation

/// Runs work on a thread of its own. GLPK keeps its state by thread, so a
/// problem is made, solved and freed on one; and its recursions want a larger
/// stack than the threads of a pool have.
enum GLPKThread {
  /// 16 MiB.
  private static let stackSize = 16 << 20

  /// Runs `work` to its end on a fresh thread while the caller waits, and
  /// gives back what GLPK holds for that thread.
  static func run<Value>(_ work: () -> Value) -> Value {
    var value: Value?
    withoutActuallyEscaping(work) { work in
      let done = DispatchSemaphore(value: 0)
      // One thread at a time uses the handover: the caller waits until the
      // other thread has dropped the work and signalled.
      nonisolated(unsafe) let handover = Handover { value = work() }
      let thread = Thread {
        unsafe handover.runAndDrop()
        GLPKLibrary.endThread()
        done.signal()
      }
      thread.stackSize = stackSize
      thread.name = "GLPK"
      thread.start()
      done.wait()
    }
    guard let value else {
      preconditionFailure("the thread has signalled, so the work has returned")
    }
    return value
  }
}

/// Work on its way to another thread. Dropping it there before the caller goes
/// on keeps the caller's closure from outliving the call.
private final class Handover {
  private var work: (() -> Void)?

  init(_ work: @escaping () -> Void) {
    self.work = work
  }

  func runAndDrop() {
    work?()
    work = nil
  }
}
