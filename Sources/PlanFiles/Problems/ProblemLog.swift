/// Collects the problems of one reading.
///
/// Of each code and file only the first twenty-five are kept in full, of
/// warnings the first three; the last of them says how many more there are, so
/// that a log of a million bad rows stays readable and small.
final class ProblemLog {
  /// Problems kept in full for each file and code.
  static let keptPerCode = 25
  /// The same for warnings, which need no mending row by row.
  static let keptWarnings = 3

  private static func kept(_ code: PlanProblemCode) -> Int {
    code.isError ? keptPerCode : keptWarnings
  }

  private struct Kind: Hashable {
    var file: String
    var code: PlanProblemCode
  }

  private var kept: [PlanProblem] = []
  private var seen: Set<PlanProblem> = []
  private var counts: [Kind: Int] = [:]
  private var lastOfKind: [Kind: Int] = [:]

  /// True once an error was reported; warnings do not count.
  private(set) var hasErrors = false

  /// The names of shifts that are there but have problems of their own: what
  /// refers to them is not a further problem.
  var unreadShifts: Set<String> = []

  /// Adds a problem; the same one twice counts once.
  func add(_ problem: PlanProblem) {
    if problem.code.isError { hasErrors = true }
    let kind = Kind(file: problem.file, code: problem.code)
    let count = counts[kind, default: 0]
    guard count < ProblemLog.kept(problem.code) else {
      counts[kind] = count + 1
      return
    }
    guard seen.insert(problem).inserted else { return }
    counts[kind] = count + 1
    lastOfKind[kind] = kept.count
    kept.append(problem)
  }

  /// Adds a problem of a value at its place.
  ///
  /// What was expected and what to do are made only if the problem is kept:
  /// looking for the nearest name takes its time.
  func report(
    _ code: PlanProblemCode, _ source: SourceText, _ message: @autoclosure () -> String,
    expected: @autoclosure () -> String = "", action: @autoclosure () -> String = ""
  ) {
    report(
      code, at: source.place, value: source.text, message(), expected: expected(),
      action: action())
  }

  /// Adds a problem at a place.
  func report(
    _ code: PlanProblemCode, at place: SourcePlace, value: String = "",
    _ message: @autoclosure () -> String, expected: @autoclosure () -> String = "",
    action: @autoclosure () -> String = ""
  ) {
    if code.isError { hasErrors = true }
    let kind = Kind(file: place.file, code: code)
    if let count = counts[kind], count >= ProblemLog.kept(code) {
      counts[kind] = count + 1
      return
    }
    add(
      PlanProblem(
        code: code, file: place.file, line: place.line, column: place.column, field: place.field,
        value: value, message: message(), expected: expected(), action: action()))
  }

  /// The problems in order, each cut-off kind with the number left out.
  var problems: [PlanProblem] {
    var result = kept
    for (kind, last) in lastOfKind {
      let more = counts[kind, default: 0] - ProblemLog.kept(kind.code)
      guard more > 0 else { continue }
      let note = "(\(more) more of this kind in \(kind.file).)"
      result[last].action += result[last].action.isEmpty ? note : " " + note
    }
    return result.sorted()
  }
}
