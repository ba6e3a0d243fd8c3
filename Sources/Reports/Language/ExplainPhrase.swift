import Rostering

/// What `explain` says, in all languages side by side.
enum ExplainPhrase: Hashable, Sendable, TranslatedPhrase {
  // Headings.
  case title
  case contradictions
  case checks
  case allChecksPass
  case gapHead(number: Int, date: String, time: String, skill: String)
  case gapSize(mean: String, most: String, hours: String, cost: String)
  case atWorst(time: String, needed: String, there: String, possible: String)
  case breaksRules(String)
  case whoCould(person: String, date: String)
  case repairs
  case noRepair
  case furtherGaps(Int)
  case noGaps

  // People at a gap.
  case there
  case sharing
  case onBreak
  case couldBe
  case reach
  case lacksSkill
  case never
  case ownShifts
  case nobody
  case netCost(String)
  case demands(limit: String, actual: String)

  // Repairs.
  case repair(GapRepair.Kind)
  case closes
  case price
  case worth
  case net
  case instead(before: String, after: String)

  // A person's day.
  case whyTitle(name: String, date: String)
  case worksShift(String)
  case isOff
  case isOnLeave
  case withoutIt(hours: String, worth: String, saved: String, net: String)
  case neededByRule(String)
  case otherShifts
  case noOtherShift
  case others
  case couldTake
  case couldTrade
  case butGiver(name: String, rules: String)
  case cannot
  case person
  case shift
  case standing(premium: Int, carried: Int, hours: String)

  // Contradictions.
  case cannotHoldTogether(String)
  case move(from: String, to: String)
  case loosen
  case check(FeasibilityFinding.Check)
  case missing(required: String, achievable: String, people: Int)
  case infeasibility
  case warning
  case ruleName(String)
  case withRule(String)

  var words: Words {
    switch self {
    case .title: ("Gaps explained", "缺口说明", "缺口說明")
    case .contradictions:
      ("Rules that cannot hold together", "相互矛盾的规则", "相互矛盾的規則")
    case .checks:
      ("Before solving: required against achievable", "求解前检查：所需与可达", "求解前檢查：所需與可達")
    case .allChecksPass:
      ("All ten checks pass.", "十项检查全部通过。", "十項檢查全部通過。")
    case .gapHead(let number, let date, let time, let skill):
      (
        // A bare number before 2月17日 would read as another month.
        "\(number)  \(date) \(time) \(skill)", "缺口 \(number)：\(date) \(time) \(skill)",
        "缺口 \(number)：\(date) \(time) \(skill)"
      )
    case .gapSize(let mean, let most, let hours, let cost):
      (
        "\(mean) agents short on average, \(most) at worst · \(hours) agent-hours · \(cost)",
        "平均缺 \(mean) 人，最多缺 \(most) 人 · \(hours) 人时 · \(cost)",
        "平均缺 \(mean) 人，最多缺 \(most) 人 · \(hours) 人時 · \(cost)"
      )
    case .atWorst(let time, let needed, let there, let possible):
      (
        "At its worst, \(time): \(needed) needed, \(there) there, at most \(possible) could be there.",
        "最缺时段 \(time)：需要 \(needed) 人，在岗 \(there) 人，按规则最多可有 \(possible) 人。",
        "最缺時段 \(time)：需要 \(needed) 人，在崗 \(there) 人，按規則最多可有 \(possible) 人。"
      )
    case .whoCould(let person, let date):
      (
        "Who could take such a shift: staffopt explain PLAN ROSTER --person \(person) --date \(date)",
        "谁能顶班：staffopt explain 计划 班表 --person \(person) --date \(date)",
        "誰能頂班：staffopt explain 計畫 班表 --person \(person) --date \(date)"
      )
    case .breaksRules(let count):
      (
        "\(count); shifts that may not be are counted as cover here. `staffopt audit` lists them.",
        "\(count)；违规的班次在此仍计作在岗。用 staffopt audit 逐条查看。",
        "\(count)；違規的班次在此仍計作在崗。用 staffopt audit 逐條查看。"
      )
    case .repairs: ("Cheapest repairs", "最省的补救办法", "最省的補救辦法")
    case .noRepair:
      ("No single change closes any of it.", "没有哪一项改动能补上这个缺口。", "沒有哪一項改動能補上這個缺口。")
    case .furtherGaps(let count):
      (
        "and \(count) smaller \(count == 1 ? "gap" : "gaps") (--gaps lists more)",
        "另有 \(count) 个较小缺口（--gaps 可列出更多）", "另有 \(count) 個較小缺口（--gaps 可列出更多）"
      )
    case .noGaps:
      (
        "No gap: the need is covered in every interval.", "没有缺口：每个时段都已覆盖。",
        "沒有缺口：每個時段都已覆蓋。"
      )
    default: moreWords
    }
  }

  private var moreWords: Words {
    switch self {
    case .there: ("There", "在岗", "在崗")
    case .sharing: ("There, with other queues", "在岗，兼顾其他队列", "在崗，兼顧其他佇列")
    case .onBreak: ("On a break", "休息中", "休息中")
    case .couldBe: ("Could be there", "可以到岗", "可以到崗")
    case .reach: ("Most that the rules allow", "规则允许的最多人数", "規則允許的最多人數")
    case .lacksSkill: ("Lack the skill", "没有该技能", "沒有該技能")
    case .never: ("Never allowed", "规则不允许", "規則不允許")
    case .ownShifts: ("Other shifts forbid it", "受本人其他班次限制", "受本人其他班次限制")
    case .nobody: ("nobody", "无", "無")
    case .netCost(let money): ("net \(money)", "净 \(money)", "淨 \(money)")
    case .demands(let limit, let actual):
      ("\(actual), demanded \(limit)", "\(actual)，要求 \(limit)", "\(actual)，要求 \(limit)")
    case .repair(let kind):
      switch kind {
      case .newcomer: ("one person more", "增加一人", "增加一人")
      case .breakMoved: ("break moved", "挪动休息", "挪動休息")
      case .shiftMoved: ("shift moved", "挪动班次", "挪動班次")
      case .shiftAdded: ("shift on a day off", "休息日加班次", "休息日加班次")
      case .wishBroken: ("wish or choice broken", "不顾意愿或选择", "不顧意願或選擇")
      case .overtime: ("overtime", "延长工时", "延長工時")
      case .ruleLoosened: ("rule loosened", "放宽规则", "放寬規則")
      }
    case .closes: ("Closes h", "补上人时", "補上人時")
    case .price: ("Price", "价格", "價格")
    case .worth: ("Worth", "价值", "價值")
    case .net: ("Net", "净额", "淨額")
    case .instead(let before, let after):
      ("\(after) instead of \(before)", "\(after)，原为 \(before)", "\(after)，原為 \(before)")
    case .whyTitle(let name, let date): ("\(name) on \(date)", "\(name)，\(date)", "\(name)，\(date)")
    case .worksShift(let shift): ("Works \(shift).", "上班：\(shift)。", "上班：\(shift)。")
    case .isOff: ("Is off.", "休息。", "休息。")
    case .isOnLeave: ("Is on leave.", "休假。", "休假。")
    case .withoutIt(let hours, let worth, let saved, let net):
      (
        "Without this shift \(hours) agent-hours more are missing, which cost \(worth); its pay and "
          + "burdens of \(saved) are saved: \(net) in all.",
        "没有这个班次，将多缺 \(hours) 人时，代价 \(worth)；省下工资与负担 \(saved)；合计 \(net)。",
        "沒有這個班次，將多缺 \(hours) 人時，代價 \(worth)；省下工資與負擔 \(saved)；合計 \(net)。"
      )
    case .neededByRule(let rule):
      ("Without it a rule is broken: \(rule).", "没有它会违反规则：\(rule)。", "沒有它會違反規則：\(rule)。")
    case .otherShifts:
      (
        "Other shifts this person could have that day", "本人当天可上的其他班次",
        "本人當天可上的其他班次"
      )
    case .noOtherShift:
      (
        "No other shift of the day keeps the rules.", "当天没有其他符合规则的班次。",
        "當天沒有其他符合規則的班次。"
      )
    case .others: ("Who else could have taken it", "还有谁可以上这个班", "還有誰可以上這個班")
    default: lastWords
    }
  }

  private var lastWords: Words {
    switch self {
    case .couldTake: ("could take it", "可以接班", "可以接班")
    case .couldTrade: ("could trade", "可以换班", "可以換班")
    case .butGiver(let name, let rules):
      ("but \(name): \(rules)", "但 \(name)：\(rules)", "但 \(name)：\(rules)")
    case .cannot: ("cannot", "不可以", "不可以")
    case .person: ("Person", "人员", "人員")
    case .shift: ("Shift", "班次", "班次")
    case .standing(let premium, let carried, let hours):
      (
        "In this roster: \(premium) premium \(premium == 1 ? "day" : "days") (\(carried) carried "
          + "over), \(hours) paid hours.",
        "本班表：节日班 \(premium) 天（此前结转 \(carried) 天），计薪 \(hours) 小时。",
        "本班表：節日班 \(premium) 天（此前結轉 \(carried) 天），計薪 \(hours) 小時。"
      )
    case .cannotHoldTogether(let name):
      ("\(name) has no possible line:", "\(name) 没有可行的班表：", "\(name) 沒有可行的班表：")
    case .move(let from, let to): ("\(from) → \(to)", "\(from) → \(to)", "\(from) → \(to)")
    case .loosen:
      ("give this up for one of the days", "放弃其中一天", "放棄其中一天")
    case .check(let check): check.words
    case .missing(let required, let achievable, let people):
      (
        "needs \(required), at most \(achievable)"
          + (people > 0 ? ", \(people) \(people == 1 ? "person" : "people") missing" : ""),
        "需要 \(required)，最多 \(achievable)" + (people > 0 ? "，缺 \(people) 人" : ""),
        "需要 \(required)，最多 \(achievable)" + (people > 0 ? "，缺 \(people) 人" : "")
      )
    case .infeasibility: ("no roster", "无法排班", "無法排班")
    case .warning: ("gap for certain", "必有缺口", "必有缺口")
    case .withRule(let rule): ("against \(rule)", "违反\(rule)", "違反\(rule)")
    case .ruleName(let key): RuleNames.words(of: key)
    default: ("", "", "")
    }
  }
}

/// The rules' names as planners read them.
enum RuleNames {
  private static let names: [String: (String, String, String)] = [
    "approved-leave": ("leave", "已批休假", "已批休假"),
    "availability": ("not available", "不可用时间", "不可用時間"),
    "employment": ("not employed yet", "尚未入职", "尚未入職"),
    "known-shift": ("no shift for this skill", "没有适用班次", "沒有適用班次"),
    "known-employee": ("known employee", "员工不在计划中", "員工不在計畫中"),
    "offered-shift": ("shift of the plan", "班次与计划不符", "班次與計畫不符"),
    "one-shift-a-day": ("one shift a day", "每天一班", "每天一班"),
    "pinned-day": ("settled beforehand", "已预先排定", "已預先排定"),
    "rest-between-shifts": ("rest between shifts", "班间休息", "班間休息"),
    "rest-after-nights": ("rest after nights", "夜班后休息", "夜班後休息"),
    "hours-per-day": ("hours a day", "每日工时", "每日工時"),
    "hours-per-week": ("hours a week", "每周工时", "每週工時"),
    "hours": ("hours in all", "总工时", "總工時"),
    "overtime-per-month": ("overtime a month", "每月加班", "每月加班"),
    "days-in-a-row": ("days in a row", "连续上班天数", "連續上班天數"),
    "days-off-in-a-row": ("days off in a row", "连续休息天数", "連續休息天數"),
    "days-off": ("days off", "休息天数", "休息天數"),
    "nights-in-a-row": ("nights in a row", "连续夜班", "連續夜班"),
    "nights": ("nights", "夜班数", "夜班數"),
    "weekends": ("weekends", "周末班", "週末班"),
    "shifts": ("shifts", "班次数", "班次數"),
    "shifts-of": ("shifts of a pattern", "某类班次数", "某類班次數"),
    "not-the-day-after": ("not the day after", "次日禁排", "次日禁排"),
    "allowed": ("no shift there", "没有可上的班次", "沒有可上的班次"),
    "must-work": ("has to work", "必须上班", "必須上班"),
  ]

  /// The names of a rule in all languages; its key where there is none.
  static func words(of key: String) -> (String, String, String) {
    names[key] ?? (key, key, key)
  }
}

extension FeasibilityFinding.Check {
  fileprivate var words: (String, String, String) {
    switch self {
    case .employeeAvailability:
      ("Available time of a person", "个人可用时间", "個人可用時間")
    case .weekendDemand: ("Demand of rest days and holidays", "休息日与节日需求", "休息日與節日需求")
    case .employeeMinutesWeek: ("Working time of a week", "每周工作时间", "每週工作時間")
    case .employeeMinutesRoster: ("Working time of the whole plan", "全计划工作时间", "全計畫工作時間")
    case .demandCoveredByShifts: ("Demand that no shift reaches", "没有班次覆盖的需求", "沒有班次覆蓋的需求")
    case .demandCoveredByPeople: ("People for the demand", "可到岗人数", "可到崗人數")
    case .shiftCoveredByDemand: ("Shifts without demand", "没有需求的班次", "沒有需求的班次")
    case .shiftsRelevant: ("Shifts nobody can work", "无人可上的班次", "無人可上的班次")
    case .shiftUseMinimum: ("Least use of a shift", "班次最低使用", "班次最低使用")
    case .pinnedShiftRules: ("Rules of settled shifts", "已排定班次的规则", "已排定班次的規則")
    }
  }
}
