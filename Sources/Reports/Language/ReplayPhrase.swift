import Simulation

/// What the reports of a simulation say, once; each language answers for
/// every case.
enum ReplayPhrase: Hashable {
  case title
  case setting(replications: Int, contacts: String, seed: String)
  case noShows(String)
  case handleTimes(HandleTimes)
  case levels(areVaried: Bool)
  case occupancy
  case inTime
  case giveUp
  case meanWait
  case contacts
  case met
  case levelByInterval
  case levelNote
  case backlogByDay
  case backlogNote
  case tickets
  case tenToNinety
  case backlogHighest(className: String, moment: String, tickets: String)
  case clearedShare
  case backlogClearsDaily
  case backlogClears(from: String, day: String)
  case backlogStays(from: String)
  case formulas
  case formulasAgree(intervals: Int)
  case formulasMiss(missed: Int, intervals: Int)
  case formula
  case simulated
  case why
  case cause(FormulaDeviation.Cause)
  case furtherDeviations(Int)
  case methodNote
  case pointsBelow(String)
  case furtherBelow
}

extension ReportLanguage {
  func replayText(_ phrase: ReplayPhrase) -> String {
    phrase.text(self)
  }
}

extension ReplayPhrase: TranslatedPhrase {
  var words: Words {
    switch self {
    case .title: ("Simulation", "仿真", "模擬")
    case .setting(let replications, let contacts, let seed):
      (
        "\(replications) replications, \(contacts) contacts, seed \(seed)",
        "重复 \(replications) 次，共 \(contacts) 个来访，随机种子 \(seed)",
        "重複 \(replications) 次，共 \(contacts) 個來訪，隨機種子 \(seed)"
      )
    case .noShows(let share):
      (
        "\(share) of shifts missed by their person",
        "\(share) 的班次缺勤",
        "\(share) 的班次缺勤"
      )
    case .handleTimes(.exponential): ("handle times exponential", "处理时长按指数分布", "處理時長依指數分佈")
    case .handleTimes(.lognormal): ("handle times lognormal", "处理时长按对数正态分布", "處理時長依對數常態分佈")
    case .handleTimes(.fixed): ("handle times fixed", "处理时长固定", "處理時長固定")
    case .levels(let areVaried):
      (
        areVaried ? "days vary as the forecast's bands say" : "the forecast's mean held",
        areVaried ? "每日来量按预测区间变动" : "每日来量取预测均值",
        areVaried ? "每日來量按預測區間變動" : "每日來量取預測均值"
      )
    case .occupancy: ("Busy", "忙碌率", "忙碌率")
    case .inTime: ("In time", "及时", "及時")
    case .giveUp: ("Give up", "放弃", "放棄")
    case .meanWait: ("Mean wait", "平均等待", "平均等待")
    case .contacts: ("Contacts", "来访", "來訪")
    case .met: ("Goal met", "达标", "達標")
    case .levelByInterval: ("Answered in time, by interval", "各时段及时应答率", "各時段及時應答率")
    case .levelNote:
      (
        "A full block is everybody; a blank is nobody arriving.",
        "满格为全部及时，空白为无人来访。",
        "滿格為全部及時，空白為無人來訪。"
      )
    case .backlogByDay:
      (
        "Tickets waiting at the end of each day",
        "每日结束时的积压工单",
        "每日結束時的積壓工單"
      )
    case .backlogNote:
      (
        "The bar is the mean, the span holds eight of ten replications; worked off: in how many none "
          + "waits at some moment of the day.",
        "条形为平均值；十次中有八次落在区间内；清空：当天某刻无工单等待的重复所占比例。",
        "長條為平均值；十次中有八次落在區間內；清空：當天某刻無工單等待的重複所佔比例。"
      )
    case .tickets: ("Tickets", "工单", "工單")
    case .tenToNinety: ("10–90 %", "10–90 %", "10–90 %")
    case .backlogHighest(let className, let moment, let tickets):
      (
        "\(className): most tickets wait on \(moment), \(tickets) on average.",
        "\(className)：积压最多在 \(moment)，平均 \(tickets) 个。",
        "\(className)：積壓最多在 \(moment)，平均 \(tickets) 個。"
      )
    case .clearedShare: ("Worked off", "清空", "清空")
    case .backlogClearsDaily:
      (
        "On every day there is a moment when none waits.",
        "每天都有清空的时刻。",
        "每天都有清空的時刻。"
      )
    case .backlogClears(let from, let day):
      (
        "From \(from) on it stands; it clears on \(day).",
        "从 \(from) 起持续积压，到 \(day) 清空。",
        "從 \(from) 起持續積壓，到 \(day) 清空。"
      )
    case .backlogStays(let from):
      (
        "From \(from) on it stands to the end of the plan.",
        "从 \(from) 起积压持续到计划结束。",
        "從 \(from) 起積壓持續到計畫結束。"
      )
    case .formulas: ("Where the queueing formulas mislead", "排队公式误导之处", "排隊公式誤導之處")
    case .formulasAgree(let intervals):
      (
        "In none of \(intervals) intervals do they clearly miss the simulated level.",
        "\(intervals) 个时段中公式与仿真均无明显差别。",
        "\(intervals) 個時段中公式與模擬均無明顯差別。"
      )
    case .formulasMiss(let missed, let intervals):
      (
        "In \(missed) of \(intervals) intervals they miss the simulated level by five points or more.",
        "\(intervals) 个时段中有 \(missed) 个，公式与仿真相差五个百分点以上。",
        "\(intervals) 個時段中有 \(missed) 個，公式與模擬相差五個百分點以上。"
      )
    case .formula: ("Formula", "公式", "公式")
    case .simulated: ("Simulated", "仿真", "模擬")
    case .why: ("Why", "原因", "原因")
    case .cause(.overload):
      (
        "overload: the queue is handed on from interval to interval",
        "超负荷：队列由一个时段带到下一个时段",
        "超負荷：佇列由一個時段帶到下一個時段"
      )
    case .cause(.change): ("arrivals or agents change quickly", "来访量或人数变化快", "來訪量或人數變化快")
    case .cause(.variation):
      (
        "days vary: bad ones lose more than good ones win",
        "各日有多有少：多的日子所失大于少的日子所得",
        "各日有多有少：多的日子所失大於少的日子所得"
      )
    case .cause(.sharing): ("agents shared with other work", "人手与其他工作共用", "人手與其他工作共用")
    case .cause(.spellsAway):
      (
        "spells away come in whole people, not in shares",
        "离席以整人计，而非按比例",
        "離席以整人計，而非按比例"
      )
    case .cause(.other): ("other", "其他", "其他")
    case .furtherDeviations(let count):
      (
        "and \(count) smaller",
        "另有 \(count) 处较小",
        "另有 \(count) 處較小"
      )
    case .methodNote:
      (
        "Each replication draws arrivals, handle times, patience and spells away anew and replays the "
          + "shifts and breaks of the roster. ± is the 95 % confidence interval.",
        "每次重复都重新抽取来访、处理时长、耐心与离席，并按班表的班次与休息逐一重演。± 为 95 % 置信区间。",
        "每次重複都重新抽取來訪、處理時長、耐心與離席，並依班表的班次與休息逐一重演。± 為 95 % 信賴區間。"
      )
    case .pointsBelow(let points):
      (
        "up to \(points) points below",
        "低 \(points) 个百分点以内",
        "低 \(points) 個百分點以內"
      )
    case .furtherBelow: ("further below", "更低", "更低")
    }
  }
}
