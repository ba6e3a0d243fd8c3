import Synchronization

/// A wish to stop, shared between the one who wishes and a solver that asks
/// now and then. Once made it stays.
///
/// Setting and asking are one lock-free atomic operation each, so both are
/// allowed on any thread and within a signal handler that holds the object.
public final class Cancellation: Sendable {
  private let flag = Atomic<Bool>(false)

  /// A wish not made yet.
  public init() {}

  /// Makes the wish. Further calls change nothing.
  public func cancel() {
    flag.store(true, ordering: .releasing)
  }

  /// Whether somebody has called `cancel()`.
  public var isCancelled: Bool {
    flag.load(ordering: .acquiring)
  }
}
