import PlanFiles
import Reports

/// Problems of input files in a reader's language.
///
/// In English a problem is one line. In Chinese the first line says in Chinese
/// what kind of problem it is, where and of which value; the second one has the
/// details in English, as they stand beside the reader's own names and keys:
///
///     staff.csv:14:5: E-SKILL 技能不存在（skills）："chta"
///         "chta" is not a skill of the plan. Expected one of chat, phone, tickets. Did you mean "chat"?
public struct ProblemReport: Sendable {
  /// The language.
  public var language: ReportLanguage

  /// A report in a language.
  public init(language: ReportLanguage) {
    self.language = language
  }

  /// A problem, without a line end.
  public func text(_ problem: PlanProblem) -> String {
    if language == .english { return problem.description }
    let chinese = problem.code.chinese
    let kind = language.words("", chinese.simplified, chinese.traditional)
    var head = "\(problem.location): \(problem.code.rawValue) \(kind)"
    // An unknown key is its own field.
    if !problem.field.isEmpty, problem.field != problem.value { head += "（\(problem.field)）" }
    if !problem.value.isEmpty { head += "：\(quoted(problem.value))" }
    return head + "\n    " + problem.details
  }

  /// What stands below the problems that kept a command from its work.
  ///
  /// - Parameter count: The errors among them.
  public func summary(errorCount count: Int) -> String {
    language.words(
      "\(count) problem\(count == 1 ? "" : "s"); nothing was written",
      "共 \(count) 个问题；没有写入任何文件", "共 \(count) 個問題；沒有寫入任何檔案")
  }
}
