import PlainText
import Rostering

/// Words that explanations share: people, shifts, rules, limits.
struct ExplainWords {
  let plan: RosterPlan
  let language: ReportLanguage

  func say(_ phrase: ExplainPhrase) -> String { phrase.text(language) }

  func name(_ employee: Employee) -> String {
    employee.name == employee.id ? employee.id : "\(employee.id) \(employee.name)"
  }

  func money(_ amount: Double) -> String {
    plan.currency.isEmpty
      ? NumberText.grouped(amount) : NumberText.grouped(amount) + " " + plan.currency
  }

  func hours(_ value: Double) -> String { NumberText.fixed(value, decimals: 1) }

  func minutes(_ value: Int) -> String {
    NumberText.grouped(Double(value) / 60, decimals: 1) + " h"
  }

  /// A shift as `Early 09:00-17:30`.
  func shift(_ shift: ShiftAssignment) -> String {
    "\(shift.pattern) \(spanWords(shift.minutes, fromDay: shift.day))"
  }

  /// A shift with its breaks.
  func shiftWithBreaks(_ shift: ShiftAssignment) -> String {
    let breaks = shift.breaks.map { spanWords($0.minutes, fromDay: shift.day) }
    guard !breaks.isEmpty else { return self.shift(shift) }
    return "\(self.shift(shift)) (\(language.text(.breaks)) \(breaks.joined(separator: ", ")))"
  }

  func rule(_ key: String) -> String { say(.ruleName(key)) }

  /// What a rule of a contradiction demands.
  func statement(_ part: RuleContradiction.Part) -> String {
    part.rule.map { RuleStatements(language: language).text($0) } ?? ""
  }

  func finding(_ finding: RuleFinding) -> String {
    let name = rule(finding.rule)
    if ["approved-leave", "availability", "employment", "pinned-day"].contains(finding.rule) {
      return name
    }
    guard !finding.limit.isEmpty else { return name }
    var text =
      name + " "
      + say(
        .demands(
          limit: amount(finding.limit, of: finding.rule),
          actual: amount(finding.actual, of: finding.rule)))
    if let beside = finding.beside {
      let date = language.dayAndMonth(plan.horizon.date(ofDay: beside.day))
      text += " (\(shift(beside)), \(date))"
    }
    return text
  }

  /// A limit or an amount of a rule in the report's language. Where it holds
  /// names of patterns, only what stands before them is put into words.
  func amount(_ text: String, of rule: String) -> String {
    guard language != .english else { return text }
    let named = ["known-shift", "pinned-day", "not-the-day-after", "known-employee"]
    guard named.contains(rule) else { return amount(text) }
    if text == "off" { return "休息" }
    let parts = text.split(separator: " after ", maxSplits: 1)
    if rule == "not-the-day-after", parts.count == 2, parts[0].hasPrefix("no ") {
      return "\(parts[1]) 次日不排 \(parts[0].dropFirst(3))"
    }
    let words = [
      ("an employee of the plan", "计划中的员工"), ("a shift pattern of the plan", "计划中的班次"),
      ("a day of pattern ", "所属日期："), ("a start of pattern ", "规定的开始："),
      ("a length of pattern ", "规定的时长："), ("a break of ", "休息 "), ("pattern ", "班次 "),
      ("skill ", "技能 "), ("start ", "开始 "), ("length ", "时长 "),
    ]
    if let (word, other) = words.first(where: { text.hasPrefix($0.0) }) {
      return script(other) + text.dropFirst(word.count)
    }
    return text.hasSuffix(" break") || text.hasSuffix(" breaks") ? amount(text) : text
  }

  /// Simplified characters in the report's script.
  private func script(_ simplified: String) -> String {
    guard language == .traditionalChinese else { return simplified }
    return [
      ("连", "連"), ("续", "續"), ("时", "時"), ("个", "個"), ("周", "週"), ("计", "計"), ("划", "劃"),
      ("员", "員"), ("规", "規"), ("开", "開"), ("长", "長"), ("间", "間"), ("内", "內"), ("属", "屬"),
    ].reduce(simplified) { $0.replacing($1.0, with: $1.1) }
  }

  /// A limit or an amount in the report's language.
  private func amount(_ text: String) -> String {
    guard language != .english else { return text }
    let words = [
      ("no work", "不上班"), ("no overlap", "不重叠"), ("inside the hours of availability", "在可用时间内"),
      (" outside", "在外"), ("a day of the horizon", "计划期内的一天"), ("from ", "自 "),
      ("at least ", "至少 "), ("at most ", "最多 "), ("exactly ", "正好 "), (" to ", "–"),
      (" days off in a row", " 连休天"), (" days in a row", " 连续天"), (" nights in a row", " 连续夜班"),
      (" off in ", "休/"), (" days off", " 天休息"), (" shifts", " 班"), (" shift", " 班"),
      (" nights", " 夜班"), (" night", " 夜班"), (" weekends", " 个周末"), (" weekend", " 个周末"),
      (" breaks", " 次休息"), (" break", " 次休息"),
      (" days", " 天"), (" day", " 天"), (" min", " 分"), (" h", " 小时"),
    ]
    return script(words.reduce(text) { $0.replacing($1.0, with: $1.1) })
  }

  func value(_ value: RuleValue?) -> String {
    switch value {
    case .minutes(let minutes): NumberText.short(Double(minutes) / 60, decimals: 2) + " h"
    case .count(let count): "\(count)"
    case .names(let names): names.joined(separator: ", ")
    case nil: "–"
    }
  }

  /// What a repair does, in words.
  func repair(_ repair: GapRepair) -> String {
    let isBreak = repair.kind == .breakMoved
    var text = isBreak ? shiftWithBreaks(repair.shift) : shift(repair.shift)
    if let before = repair.before {
      let old = isBreak ? shiftWithBreaks(before) : shift(before)
      text = say(.instead(before: old, after: text))
    }
    if let before = repair.before, repair.kind == .overtime {
      let more = repair.shift.minutes.count - before.minutes.count
      text = "+\(more / 60) h: " + text
    }
    if let employee = repair.employee { text = name(employee) + " " + text }
    if let rule = repair.rule { text += " (\(finding(rule)))" }
    return text
  }
}
