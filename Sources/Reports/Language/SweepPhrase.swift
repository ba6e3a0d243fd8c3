/// What comparisons and staffing levels say, in all languages side by side.
enum SweepPhrase: Hashable, Sendable, TranslatedPhrase {
  // Titles.
  case title(SweepFacts.Kind)
  case caseName
  case figures
  case peopleByDay
  case costByPart
  case front
  // Figures.
  case staff
  case cost
  case gap
  case shortHours
  case covered
  case paidHours
  case premiumHours
  case overtimeHours
  case mostWeek(limit: String?)
  case mostOvertime(limit: String?)
  case daysOff
  case payMet
  case restMet
  case wishes
  case premiumSpread
  case hoursSpread
  case shortRests
  case service
  case late
  case goals
  case meanShort
  case worstShort
  case goalsHold
  case seconds
  case yes
  case no
  case against(String)
  case undecided
  case impossible(String)
  case unsolved
  // Levels.
  case onePersonBuys
  case shortHead(ShortHead)
  case knee
  case kneeAt(staff: Int, hours: String)
  case goalsAt(staff: Int, isSmallest: Bool)
  case goalsNever
  case notMonotone(from: String, to: String)
  case perPerson(hours: String, money: String)
  case bound
  case provenRange
  case needScale(String)
  case worthScale(String)
  // Rule prices.
  case rule
  case planValue
  case looser
  case price
  case ruleCosts(rule: String, value: String, hours: String, money: String)
  case ruleCostsNothing(rule: String, value: String)
  case ruleUndecided(rule: String, value: String, estimate: String?)
  case relaxed
  case proven
  case decision
  case decidedBy(ofPlan: Bool, needed: String, now: String)
  case worth

  /// Heads of the columns of the table of levels.
  enum ShortHead: Hashable, Sendable {
    case staff, short, service, late, premium, overtime, daysOff, spread, goals, hold
  }

  var words: Words {
    switch self {
    case .title(let kind):
      switch kind {
      case .whatIf: ("What if", "假设比较", "假設比較")
      case .levels: ("Staffing levels", "人员规模", "人員規模")
      case .rulePrices: ("Price of each rule", "每条规则的价格", "每條規則的價格")
      }
    case .caseName: ("Case", "方案", "方案")
    case .figures: ("Figures", "指标", "指標")
    case .peopleByDay: ("People on duty each day", "每日在岗人数", "每日在崗人數")
    case .costByPart: ("Cost by part", "成本构成", "成本構成")
    case .front: ("What each level costs and misses", "各规模的成本与缺口", "各規模的成本與缺口")
    case .staff: ("People in the team", "团队人数", "團隊人數")
    case .cost: ("Cost", "成本", "成本")
    case .gap: ("Proven gap", "已证明差距", "已證明差距")
    case .shortHours: ("Agent-hours short", "缺口人时", "缺口人時")
    case .covered: ("Need covered", "需求覆盖", "需求覆蓋")
    case .paidHours: ("Paid hours", "计薪小时", "計薪小時")
    case .premiumHours: ("of these on rest and statutory days", "其中休息日与法定节日", "其中休息日與法定節日")
    case .overtimeHours:
      ("Workday hours beyond the standard", "工作日延时加班小时", "工作日延時加班小時")
    case .mostWeek(let limit):
      (
        "Most hours a week" + (limit.map { " (limit \($0))" } ?? ""),
        "每周最多小时" + (limit.map { "（上限 \($0)）" } ?? ""),
        "每週最多小時" + (limit.map { "（上限 \($0)）" } ?? "")
      )
    case .mostOvertime(let limit):
      (
        "Most overtime a month, rest days too" + (limit.map { " (limit \($0))" } ?? ""),
        "每月最多加班，含休息日" + (limit.map { "（上限 \($0)）" } ?? ""),
        "每月最多加班，含休息日" + (limit.map { "（上限 \($0)）" } ?? "")
      )
    case .daysOff: ("Days off given", "休息天数合计", "休息天數合計")
    case .payMet: ("Chose pay: met", "选加班费者满足度", "選加班費者滿足度")
    case .restMet: ("Chose rest: met", "选休息者满足度", "選休息者滿足度")
    case .wishes: ("Wishes kept", "满足的意愿", "滿足的意願")
    case .premiumSpread: ("Premium days, most less least", "节日班最多减最少", "節日班最多減最少")
    case .hoursSpread: ("Paid hours, most less least", "计薪小时最多减最少", "計薪小時最多減最少")
    case .shortRests: ("Rests under 12 h", "不足 12 小时的休息", "不足 12 小時的休息")
    case .service: ("Expected service level", "预期服务水平", "預期服務水準")
    case .late: ("Customers answered late", "预期超时客户数", "預期超時客戶數")
    case .goals: ("Goals met", "达到目标", "達到目標")
    default: laterWords
    }
  }

  private var laterWords: Words {
    switch self {
    case .meanShort: ("Hours short, mean of scenarios", "各情景平均缺口人时", "各情境平均缺口人時")
    case .worstShort: ("Hours short, worst scenario", "最坏情景缺口人时", "最壞情境缺口人時")
    case .goalsHold: ("Goals hold in scenarios", "达到目标的情景", "達到目標的情境")
    case .seconds: ("Seconds", "用时（秒）", "用時（秒）")
    case .yes: ("yes", "是", "是")
    case .no: ("no", "否", "否")
    case .against(let name): ("Cost against \(name)", "与 \(name) 的成本差", "與 \(name) 的成本差")
    case .undecided: ("undecided", "未定", "未定")
    case .impossible(let note): ("no roster (\(note))", "无法排班（\(note)）", "無法排班（\(note)）")
    case .unsolved: ("not solved in time", "未及求解", "未及求解")
    case .onePersonBuys: ("One more buys", "每增一人换得", "每增一人換得")
    case .shortHead(let head): Self.heads(head)
    case .knee: ("knee", "拐点", "拐點")
    case .kneeAt(let staff, let hours):
      (
        "Knee at \(staff) people (\(hours) agent-hours short): from here on each further person "
          + "closes less.",
        "拐点在 \(staff) 人（缺 \(hours) 人时）：此后每增一人补得更少。",
        "拐點在 \(staff) 人（缺 \(hours) 人時）：此後每增一人補得更少。"
      )
    case .goalsAt(let staff, let isSmallest):
      (
        "\(staff) people are the least team that meets the goals."
          + (isSmallest ? " No smaller one was tried." : ""),
        "达到目标的最小团队为 \(staff) 人\(isSmallest ? "；更小的团队没有试过" : "")。",
        "達到目標的最小團隊為 \(staff) 人\(isSmallest ? "；更小的團隊沒有試過" : "")。"
      )
    case .goalsNever:
      ("No team of these meets the goals.", "这些规模都达不到目标。", "這些規模都達不到目標。")
    case .notMonotone(let from, let to):
      (
        "\(to) costs more than \(from) although one person more cannot cost more: the search "
          + "ended early; the difference lies within the proven gaps.",
        "\(to) 的成本高于 \(from)，而增人本不会更贵：搜索提前结束，差异在已证明差距之内。",
        "\(to) 的成本高於 \(from)，而增人本不會更貴：搜尋提前結束，差異在已證明差距之內。"
      )
    case .perPerson(let hours, let money):
      ("\(hours) h, \(money)", "\(hours) 人时，\(money)", "\(hours) 人時，\(money)")
    case .provenRange:
      (
        "from the cost down to the proven bound: a cheaper roster can only lie on this line",
        "从成本到已证明下界：更便宜的排班只可能落在这条线上", "從成本到已證明下界：更便宜的排班只可能落在這條線上"
      )
    case .needScale(let most):
      ("need, at full height \(most) agents", "需求，满高为 \(most) 人", "需求，滿高為 \(most) 人")
    case .worthScale(let most):
      (
        "what one agent more is worth, at its darkest \(most)", "多一人的价值，最深为 \(most)",
        "多一人的價值，最深為 \(most)"
      )
    case .bound: ("proven bound", "已证明下界", "已證明下界")
    case .rule: ("Rule", "规则", "規則")
    case .planValue: ("In the plan", "计划值", "計畫值")
    case .looser: ("One step looser", "放宽一步", "放寬一步")
    case .price: ("Costs", "代价", "代價")
    case .ruleCosts(let rule, let value, let hours, let money):
      (
        "\(rule) \(value) costs \(hours) agent-hours and \(money).",
        "\(rule) \(value)：代价 \(hours) 人时、\(money)。", "\(rule) \(value)：代價 \(hours) 人時、\(money)。"
      )
    case .ruleCostsNothing(let rule, let value):
      ("\(rule) \(value) costs nothing.", "\(rule) \(value)：没有代价。", "\(rule) \(value)：沒有代價。")
    case .ruleUndecided(let rule, let value, let estimate):
      (
        "\(rule) \(value): undecided, the difference is smaller than the proven gaps"
          + (estimate.map { "; the relaxation puts it at \($0)." } ?? "."),
        "\(rule) \(value)：未定，差异小于已证明差距" + (estimate.map { "；松弛模型估计为 \($0)。" } ?? "。"),
        "\(rule) \(value)：未定，差異小於已證明差距" + (estimate.map { "；鬆弛模型估計為 \($0)。" } ?? "。")
      )
    case .relaxed: ("Relaxed", "松弛估计", "鬆弛估計")
    case .worth:
      ("What one agent more is worth, in each interval", "每个时段多一人的价值", "每個時段多一人的價值")
    case .decision: ("A proof that decides it", "判定所需证明", "判定所需證明")
    case .decidedBy(let ofPlan, let needed, let now):
      ofPlan
        ? (
          "plan within \(needed) (now \(now))", "原计划证明差距在 \(needed) 以内（现 \(now)）",
          "原計畫證明差距在 \(needed) 以內（現 \(now)）"
        )
        : (
          "looser plan within \(needed) (now \(now))",
          "放宽后证明差距在 \(needed) 以内（现 \(now)）", "放寬後證明差距在 \(needed) 以內（現 \(now)）"
        )
    case .proven: ("Proven to cost", "已证明代价范围", "已證明代價範圍")
    default: ("", "", "")
    }
  }

  private static func heads(_ head: ShortHead) -> Words {
    switch head {
    case .staff: ("People", "人数", "人數")
    case .short: ("Short h", "缺口人时", "缺口人時")
    case .service: ("Service", "服务水平", "服務水準")
    case .late: ("Late", "超时", "超時")
    case .premium: ("Premium h", "节假日小时", "節假日小時")
    case .overtime: ("Overtime h", "延时加班", "延時加班")
    case .daysOff: ("Days off", "休息天数", "休息天數")
    case .spread: ("Spread", "公平差", "公平差")
    case .goals: ("Goals", "目标", "目標")
    case .hold: ("Hold in", "目标成立", "目標成立")
    }
  }
}
