/// What the report of the people on call says, once; each language answers
/// for every case.
enum StandbyPhrase: Hashable {
  case title
  case policy(noShow: String, hold: String)
  case peopleWorking
  case onCall
  case withoutAnybody
  case withList
  case wholeDay
  case who
  case nobodyNeeded
  case missing(Int)
  case againstWish
  case couldTake(count: Int, shifts: Int)
  case turns
  case legend
  case drawn
  case tooManySkills(Int)
}

extension ReportLanguage {
  func standbyText(_ phrase: StandbyPhrase) -> String {
    phrase.text(self)
  }
}

extension StandbyPhrase: TranslatedPhrase {
  var words: Words {
    switch self {
    case .title: ("On call", "待命名单", "待命名單")
    case .policy(let noShow, let hold):
      (
        "\(noShow) of shifts missed; cover holds in every interval with at least \(hold)",
        "\(noShow) 的班次缺勤；每个时段以至少 \(hold) 的概率保住覆盖",
        "\(noShow) 的班次缺勤；每個時段以至少 \(hold) 的機率保住覆蓋"
      )
    case .peopleWorking: ("Shifts", "班次", "班次")
    case .onCall: ("On call", "待命", "待命")
    case .withoutAnybody: ("Nobody on call", "无人待命", "無人待命")
    case .withList: ("With the list", "有名单", "有名單")
    case .wholeDay: ("All day", "全天", "全天")
    case .who: ("Who", "人员", "人員")
    case .nobodyNeeded: ("nobody", "不需要", "不需要")
    case .missing(let count):
      (
        count == 1
          ? "1 more wanted, nobody free and rested"
          : "\(count) more wanted, nobody free and rested",
        "还缺 \(count) 人，无人空闲且休息足够",
        "還缺 \(count) 人，無人空閒且休息足夠"
      )
    case .againstWish: ("against a wish", "违背意愿", "違背意願")
    case .couldTake(let count, let shifts):
      (
        "\(count)/\(shifts)",
        "\(count)/\(shifts)",
        "\(count)/\(shifts)"
      )
    case .turns: ("Turns", "轮次", "輪次")
    case .legend:
      (
        "Nobody on call, With the list: how surely cover holds in the interval where it is least sure. "
          + "All day: from morning to evening with the list. Cover is the need in whole agents, at most "
          + "what the roster has. n/m after a name: could take n of the day's m different shifts.",
        "无人待命、有名单：最不稳的时段保住覆盖的概率。全天：有名单时从早到晚都保住的概率。覆盖指取整后的需求，"
          + "但不超过班表已有人数。姓名后的 n/m：当天 m 种班次中可顶 n 种。",
        "無人待命、有名單：最不穩的時段保住覆蓋的機率。全天：有名單時從早到晚都保住的機率。覆蓋指取整後的需求，"
          + "但不超過班表已有人數。姓名後的 n/m：當天 m 種班次中可頂 n 種。"
      )
    case .drawn:
      (
        "Some intervals have too many combinations to count and were drawn by chance.",
        "部分时段组合过多，概率由随机抽样得出。",
        "部分時段組合過多，機率由隨機抽樣得出。"
      )
    case .tooManySkills(let most):
      (
        "On some day people link more than \(most) skills; such a plan is not sized.",
        "有的日子被多技能员工连在一起的技能多于 \(most) 种，不计算待命。",
        "有的日子被多技能員工連在一起的技能多於 \(most) 種，不計算待命。"
      )
    }
  }
}
