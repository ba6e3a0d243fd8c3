/// One thing that is wrong with a plan's files: where, what, what was
/// expected there and what to do.
///
///     staff.csv:14:5: E-SKILL "chta" is not a skill of the plan.
///     Expected one of chat, phone, tickets. Did you mean "chat"?
public struct PlanProblem: Hashable, Sendable {
  /// What kind of problem it is.
  public var code: PlanProblemCode
  /// The file, relative to the plan's folder.
  public var file: String
  /// The line, from 1; 0 for the file as a whole.
  public var line: Int
  /// The character of the line, from 1; 0 for the line as a whole.
  public var column: Int
  /// The key or the column header concerned; empty for none.
  public var field: String
  /// The offending text; empty for none.
  public var value: String
  /// What is wrong, as a sentence.
  public var message: String
  /// What was expected, as the end of a sentence; empty when the message says
  /// it already.
  public var expected: String
  /// What to do, as a sentence; empty when it is plain.
  public var action: String

  /// A problem.
  public init(
    code: PlanProblemCode, file: String, line: Int = 0, column: Int = 0, field: String = "",
    value: String = "", message: String, expected: String = "", action: String = ""
  ) {
    self.code = code
    self.file = file
    self.line = line
    self.column = column
    self.field = field
    self.value = value
    self.message = message
    self.expected = expected
    self.action = action
  }
}

extension PlanProblem: CustomStringConvertible {
  /// The problem on one line, beginning with `file:line:column:`.
  public var description: String { "\(location): \(code.rawValue) \(details)" }

  /// The place: `file`, `file:line` or `file:line:column`.
  public var location: String {
    var text = file
    if line > 0 { text += ":\(line)" }
    if line > 0, column > 0 { text += ":\(column)" }
    return text
  }

  /// What is wrong, what was expected and what to do.
  public var details: String {
    var text = message
    if !expected.isEmpty { text += " Expected \(expected)." }
    if !action.isEmpty { text += " \(action)" }
    return text
  }
}

extension PlanProblem: Comparable {
  /// Orders by file, line, column, then code and message.
  public static func < (left: PlanProblem, right: PlanProblem) -> Bool {
    (left.file, left.line, left.column, left.code.rawValue, left.message)
      < (right.file, right.line, right.column, right.code.rawValue, right.message)
  }
}

/// Why a plan could not be read: every problem at once, warnings included,
/// ordered by file, line and column.
public struct PlanProblems: Error, Sendable {
  /// The problems, sorted.
  public let problems: [PlanProblem]

  /// The given problems, sorted.
  public init(_ problems: [PlanProblem]) {
    self.problems = problems.sorted()
  }

  /// The problems that keep the plan from being used.
  public var errors: [PlanProblem] { problems.filter(\.code.isError) }
}

extension PlanProblems: CustomStringConvertible {
  /// One line for each problem.
  public var description: String {
    problems.map(\.description).joined(separator: "\n")
  }
}
