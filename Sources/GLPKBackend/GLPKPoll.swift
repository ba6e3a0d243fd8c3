import CGLPK
import LinearModel

/// What C asks and tells while it works, on the problem's thread.
final class GLPKPoll {
  private let cancellation: Cancellation
  private let handler: SolveProgressHandler?
  private let objectiveConstant: Double
  private var lastTold = SolveProgress()
  private var nextTelling = ContinuousClock.now

  init(
    _ cancellation: Cancellation, handler: SolveProgressHandler? = nil,
    objectiveConstant: Double = 0
  ) {
    self.cancellation = cancellation
    self.handler = handler
    self.objectiveConstant = objectiveConstant
  }

  /// Points to this object, which the caller keeps alive as long as C has it.
  var context: UnsafeMutableRawPointer {
    unsafe Unmanaged.passUnretained(self).toOpaque()
  }

  /// The C function that finds its object by the context. No GLPK function is
  /// called within, so no jump can cross it.
  static let function: cglpk_poll = { context, progress in
    guard let context = unsafe context, let progress = unsafe progress else { return 0 }
    // The object is kept alive by the caller of the C function that calls this.
    let poll = unsafe Unmanaged<GLPKPoll>.fromOpaque(context).takeUnretainedValue()
    // The progress is the C caller's and lives until this returns; copied here.
    return unsafe poll.mustStop(progress.pointee) ? 1 : 0
  }

  private func mustStop(_ state: cglpk_progress) -> Bool {
    if let handler { tell(state, to: handler) }
    return cancellation.isCancelled
  }

  /// Tells of each new incumbent, and of new bounds ten times a second.
  private func tell(_ state: cglpk_progress, to handler: SolveProgressHandler) {
    let progress = SolveProgress(
      incumbent: state.incumbent.isNaN ? nil : state.incumbent + objectiveConstant,
      bound: state.bound.isNaN ? nil : state.bound + objectiveConstant,
      nodeCount: Int(state.node_count))
    let isNews =
      progress.incumbent != lastTold.incumbent
      || progress.bound != lastTold.bound && ContinuousClock.now >= nextTelling
    guard isNews else { return }
    lastTold = progress
    nextTelling = .now + .milliseconds(100)
    handler(progress)
  }
}
