import PlainText
import Rostering

/// Violations as a table: person, day, rule, limit, what was found.
struct ViolationTable {
  let violations: [RuleViolation]
  let plan: RosterPlan
  let language: ReportLanguage

  private var words: ExplainWords { ExplainWords(plan: plan, language: language) }

  func lines(_ style: TerminalStyle) -> [String] {
    var table = TerminalTable([
      (language.text(.employee), .leading), (language.text(.date), .leading),
      (language.text(.rule), .leading), (language.text(.limit), .leading),
      (language.text(.actual), .leading),
    ])
    for violation in violations { table.append(cells(of: violation)) }
    return table.lines(style)
  }

  /// Who, when, which rule, what is demanded and what was found. In English the
  /// rule goes by its key in the plan.
  func cells(of violation: RuleViolation) -> [String] {
    [
      employeeName(violation.employeeID),
      language.shortDate(plan.horizon.date(ofDay: violation.day)),
      language == .english
        ? violation.rule
        : words.rule(violation.rule == "known-shift" ? "offered-shift" : violation.rule),
      words.amount(violation.limit, of: violation.rule),
      words.amount(violation.actual, of: violation.rule),
    ]
  }

  /// A sentence on a violation: what was found, or in other languages what the
  /// rule demands.
  func message(of violation: RuleViolation) -> String {
    guard language != .english else { return violation.message }
    let statements = RuleStatements(language: language)
    if let standing = statements.standing(key: violation.rule) { return standing }
    if violation.rule == "known-employee" { return "" }
    let demanded = plan.rules.filter { $0.key == violation.rule }.map { statements.text($0.rule) }
    return demanded.distinct.joined(separator: " ")
  }

  /// What helps where somebody on leave still has a shift; nil elsewhere.
  var hint: String? {
    violations.first { $0.rule == ApprovedLeave.key }.map { violation in
      words.say(
        .whoCould(
          person: violation.employeeID, date: "\(plan.horizon.date(ofDay: violation.day))"))
    }
  }

  /// The sentences on all violations, each once.
  var messages: [String] { violations.map(message).distinct.filter { !$0.isEmpty } }

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
        "\(language.text(.auditReport))\(language.colon)\(DisplayWidth.printable(facts.plan.name))",
        .heading),
      style.paint(sentences.rules, violations.isEmpty ? .good : .bad),
    ]
    if !violations.isEmpty {
      let table = ViolationTable(violations: violations, plan: facts.plan, language: language)
      lines += table.lines(style)
      lines.append("")
      lines += table.messages.map { "  " + DisplayWidth.printable($0) }
      if let hint = table.hint { lines.append("  " + DisplayWidth.printable(hint)) }
      lines.append("")
    }
    lines.append(sentences.shortfall)
    if let late = sentences.late { lines.append(late) }
    lines.append("\(language.text(.totalCost))\(language.colon)\(sentences.money(facts.objective))")
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

extension [String] {
  /// Each text once, in the order of its first place.
  fileprivate var distinct: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
