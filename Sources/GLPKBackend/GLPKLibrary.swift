import CGLPK
import LinearModel

/// What is known of the library itself.
enum GLPKLibrary {
  static var isCompiledIn: Bool { cglpk_is_compiled_in() != 0 }

  static let whyUnavailable =
    "this build has no GLPK; build it with the package trait GLPK, which is on by default"

  /// Such as `5.0`; empty without the library.
  static var version: String {
    // The text is a constant of the library and lives as long as the process.
    unsafe String(cString: cglpk_version())
  }

  /// Gives back what GLPK holds for the calling thread.
  static func endThread() {
    cglpk_end_thread()
  }
}

/// One problem in GLPK's memory: the C session with its end in Swift's hands.
///
/// Not sendable: it lives on the thread that made it, and its last reference
/// must go there.
@safe final class GLPKProblem {
  /// Owned by this object from `init` to `deinit`; no other object has it.
  let handle: OpaquePointer

  init() throws(SessionFailure) {
    guard GLPKLibrary.isCompiledIn else {
      throw .unavailable(GLPKLibrary.whyUnavailable)
    }
    // The session is the new object's until its `deinit`.
    guard let handle = unsafe cglpk_create() else {
      throw .broken("there is no memory for a problem")
    }
    unsafe self.handle = handle
  }

  deinit {
    // The handle is this object's and is used nowhere after.
    unsafe cglpk_destroy(handle)
  }

  /// Turns what a C function returned into an error.
  func check(_ code: Int32) throws(SessionFailure) {
    switch UInt32(bitPattern: code) {
    case CGLPK_OK.rawValue: return
    case CGLPK_FATAL.rawValue, CGLPK_DEAD.rawValue:
      // The text is the session's, which this object keeps alive; copied here.
      let message = unsafe String(cString: cglpk_message(handle))
      throw .broken(message.isEmpty ? "another session of this thread broke down" : message)
    case CGLPK_WRONG_THREAD.rawValue: throw .notHere
    case CGLPK_NOT_COMPILED_IN.rawValue: throw .unavailable(GLPKLibrary.whyUnavailable)
    default: throw .broken("there is not enough memory")
    }
  }

  func addColumns(
    lower: [Double], upper: [Double], costs: [Double], entries: SparseVectors
  ) throws(SessionFailure) {
    // The arrays are the caller's; C reads them during the call only.
    try check(
      unsafe cglpk_add_columns(
        handle, Int32(costs.count), lower, upper, costs, entries.starts, entries.indices,
        entries.values))
  }

  func addRows(
    lower: [Double], upper: [Double], entries: SparseVectors
  ) throws(SessionFailure) {
    // The arrays are the caller's; C reads them during the call only.
    try check(
      unsafe cglpk_add_rows(
        handle, Int32(lower.count), lower, upper, entries.starts, entries.indices,
        entries.values))
  }

  func vector(_ which: cglpk_vector, count: Int) throws(SessionFailure) -> [Double] {
    var values = [Double](repeating: 0, count: count)
    // The array is this function's; C writes to it during the call only.
    try check(unsafe cglpk_get_vector(handle, Int32(which.rawValue), &values))
    return values
  }

  func simplex(
    _ method: SimplexMethod, seconds: Double?, iterationCount: Int?, poll: GLPKPoll
  ) throws(SessionFailure) -> cglpk_simplex_result {
    var result = cglpk_simplex_result()
    let method = method == .primal ? CGLPK_PRIMAL : CGLPK_DUAL
    // The result is this function's and the poll outlives the call; C uses
    // both during the call only.
    let code = unsafe cglpk_simplex(
      handle, Int32(method.rawValue), GLPKProblem.secondsForC(seconds), Int64(iterationCount ?? -1),
      GLPKPoll.function, poll.context, &result)
    withExtendedLifetime(poll) {}
    try check(code)
    return result
  }

  /// Seconds for C: infinite for no limit.
  static func secondsForC(_ seconds: Double?) -> Double {
    guard let seconds, !seconds.isNaN else { return .infinity }
    return seconds
  }
}
