import PlainText
import Rostering

/// What a rule demands, as a sentence in the report's language.
public struct RuleStatements: Sendable {
  let language: ReportLanguage

  /// Statements in a language.
  public init(language: ReportLanguage) {
    self.language = language
  }

  private typealias Pair = (simplified: String, traditional: String)

  /// The sentence of a rule; the English one where a language has none.
  public func text(_ rule: any RosterRule) -> String {
    guard let pair = pair(type(of: rule).key, rule.arguments) else { return rule.statement }
    switch language {
    case .english: return rule.statement
    case .simplifiedChinese: return pair.simplified
    case .traditionalChinese: return pair.traditional
    }
  }

  /// The sentence of a rule that always holds; nil for others, and in English.
  func standing(key: String) -> String? {
    guard let pair = standing(key), language != .english else { return nil }
    return language == .simplifiedChinese ? pair.simplified : pair.traditional
  }

  private func pair(_ key: String, _ values: RuleArguments) -> Pair? {
    standing(key) ?? timed(key, values) ?? counted(key, values)
  }

  private func standing(_ key: String) -> Pair? {
    switch key {
    case "one-shift-a-day": ("每天最多一班，且班次不得重叠。", "每天最多一班，且班次不得重疊。")
    case "availability": ("只在可用时间上班。", "只在可用時間上班。")
    case "known-shift": ("班次须符合计划中的班次模式。", "班次須符合計畫中的班次模式。")
    case "employment": ("入职日之前不上班。", "入職日之前不上班。")
    case "approved-leave": ("已批休假期间不上班。", "已批休假期間不上班。")
    case "pinned-day": ("预先排定的日子保持不变。", "預先排定的日子保持不變。")
    default: nil
    }
  }

  private func timed(_ key: String, _ values: RuleArguments) -> Pair? {
    func hours(_ minutes: Int?) -> String {
      NumberText.short(Double(minutes ?? 0) / 60, decimals: 2)
    }
    let range = range(values.minutes("least"), values.minutes("most")) { hours($0) }
    switch key {
    case "rest-between-shifts":
      let least = hours(values.minutes("least"))
      return ("前一班结束到下一班开始至少 \(least) 小时。", "前一班結束到下一班開始至少 \(least) 小時。")
    case "rest-after-nights":
      let least = hours(values.minutes("least"))
      return ("夜班与下一个日班之间至少 \(least) 小时。", "夜班與下一個日班之間至少 \(least) 小時。")
    case "hours-per-day": return ("上班的日子工作 \(range) 小时。", "上班的日子工作 \(range) 小時。")
    case "hours-per-week": return ("每个日历周工作 \(range) 小时。", "每個日曆週工作 \(range) 小時。")
    case "hours": return ("整个计划期内工作 \(range) 小时。", "整個計畫期內工作 \(range) 小時。")
    case "overtime-per-month": return ("每月加班 \(range) 小时。", "每月加班 \(range) 小時。")
    default: return nil
    }
  }

  private func counted(_ key: String, _ values: RuleArguments) -> Pair? {
    func names(_ name: String) -> String {
      if case .names(let names) = values.values[name] { names.joined(separator: "、") } else { "" }
    }
    let range = range(values.count("least"), values.count("most")) { "\($0)" }
    switch key {
    case "days-in-a-row": return ("连续上班 \(range) 天。", "連續上班 \(range) 天。")
    case "days-off-in-a-row": return ("连续休息 \(range) 天。", "連續休息 \(range) 天。")
    case "days-off":
      let (least, within) = (values.count("least") ?? 0, values.count("within") ?? 0)
      return ("任意 \(within) 天内至少休息 \(least) 天。", "任意 \(within) 天內至少休息 \(least) 天。")
    case "nights-in-a-row": return ("连续夜班 \(range) 个。", "連續夜班 \(range) 個。")
    case "nights": return ("整个计划期内夜班 \(range) 个。", "整個計畫期內夜班 \(range) 個。")
    case "weekends": return ("上班的周末 \(range) 个。", "上班的週末 \(range) 個。")
    case "shifts": return ("整个计划期内上 \(range) 个班。", "整個計畫期內上 \(range) 個班。")
    case "shifts-of":
      let patterns = names("patterns")
      return ("整个计划期内 \(patterns) 上 \(range) 个班。", "整個計畫期內 \(patterns) 上 \(range) 個班。")
    case "not-the-day-after":
      let (after, never) = (names("after"), names("never"))
      return ("\(after) 的次日不排 \(never)。", "\(after) 的次日不排 \(never)。")
    default: return nil
    }
  }

  private func range(_ least: Int?, _ most: Int?, _ text: (Int) -> String) -> String {
    switch (least, most) {
    case (let least?, let most?):
      least == most ? "正好 \(text(least))" : "\(text(least)) 至 \(text(most))"
    case (let least?, nil): "至少 \(text(least))"
    case (nil, let most?): "最多 \(text(most))"
    case (nil, nil): "不限"
    }
  }
}
