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
      let job = { value = work() }
      let done = DispatchSemaphore(value: 0)
      // The job is used by one thread at a time: the caller waits until the
      // other thread has signalled, and touches neither job nor value before.
      nonisolated(unsafe) let handedOver = job
      let thread = Thread {
        unsafe handedOver()
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
