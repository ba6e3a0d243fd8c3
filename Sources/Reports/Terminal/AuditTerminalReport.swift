import PlainText
import Rostering

/// Violations as a table: person, day, rule, limit, what was found.
struct ViolationTable {
  let violations: [RuleViolation]
  let plan: RosterPlan
  let language: ReportLanguage

  func lines(_ style: TerminalStyle) -> [String] {
    var table = TerminalTable([
      (language.text(.employee), .leading), (language.text(.date), .leading),
      (language.text(.rule), .leading), (language.text(.limit), .leading),
      (language.text(.actual), .leading),
    ])
    for violation in violations {
      table.append([
        employeeName(violation.employeeID),
        language.shortDate(plan.horizon.date(ofDay: violation.day)), violation.rule,
        violation.limit, violation.actual,
      ])
    }
    return table.lines(style)
  }

  /// The id with the name, so that both files and people are understood.
  func employeeName(_ id: String) -> String {
    guard let employee = plan.employees.first(where: { $0.id == id }), employee.name != id else {
      return id
    }
    return "\(id) \(employee.name)"
  }
}

/// What `audit` prints: whether the rules are kept, each violation, cover and
/// cost.
public struct AuditTerminalReport: Sendable {
  /// The facts of the audited roster.
  public let facts: RosterFacts
  /// The language.
  public let language: ReportLanguage
  /// Colour and width.
  public let style: TerminalStyle

  /// A report on an audit.
  public init(
    _ facts: RosterFacts, language: ReportLanguage = .english,
    style: TerminalStyle = TerminalStyle()
  ) {
    self.facts = facts
    self.language = language
    self.style = style
  }

  /// The report, its lines ended by LF.
  public var text: String {
    let sentences = FactSentences(facts: facts, language: language)
    let violations = facts.audit.violations
    var lines = [
      style.paint(
        "\(language.text(.auditReport)): \(DisplayWidth.printable(facts.plan.name))", .heading),
      style.paint(sentences.rules, violations.isEmpty ? .good : .bad),
    ]
    if !violations.isEmpty {
      lines += ViolationTable(violations: violations, plan: facts.plan, language: language)
        .lines(style)
      lines.append("")
      lines += violations.map { "  " + DisplayWidth.printable($0.message) }
      lines.append("")
    }
    lines.append(sentences.shortfall)
    if let late = sentences.late { lines.append(late) }
    lines.append("\(language.text(.totalCost)): \(sentences.money(facts.objective))")
    let parts = facts.audit.cost.parts.filter { $0.amount != 0 }
    var table = TerminalTable([("", .leading), ("", .trailing)])
    for part in parts {
      table.append([language.text(.costPart(part.name)), NumberText.grouped(part.amount)])
    }
    lines += table.lines(style)
    let outlook = OutlookLines(facts: facts, language: language).lines(style)
    if !outlook.isEmpty { lines += [""] + outlook }
    return lines.joined(separator: "\n") + "\n"
  }
}
