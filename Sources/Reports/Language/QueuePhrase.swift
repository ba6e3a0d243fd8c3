import Workload

/// What the queueing calculator says, once; each language answers for every
/// case.
enum QueuePhrase: Hashable {
  case title
  case setting(contacts: String, per: String, handle: String, load: String)
  case atOnce(String)
  case model(QueueModel, patience: String)
  case goal(String)
  case of(ServiceLevelDefinition)
  case occupancyAtMost(String)
  case agentsNeeded
  case exact
  case whole
  case serving
  case onDuty(shrinkage: String)
  case servingNow
  case waitProbability
  case serviceLevel(within: String, ServiceLevelDefinition)
  case meanWait
  case abandonment
  case occupancy
  case withoutEnd
  case overloaded
  case goalMet(Bool)
  case aboveCeiling
  case queueName
  case arrivals
  case handle
  case modelColumn
  case onDutyWhole
  case shortServiceLevel
}

extension ReportLanguage {
  func queueText(_ phrase: QueuePhrase) -> String {
    phrase.text(self)
  }
}

extension QueuePhrase: TranslatedPhrase {
  var words: Words {
    switch self {
    case .title: ("Queue calculator", "排队计算", "排隊計算")
    case .setting(let contacts, let per, let handle, let load):
      (
        "\(contacts) contacts in \(per), \(handle) each: \(load) Erlangs",
        "\(per) 内 \(contacts) 个来访，每个 \(handle)：\(load) 爱尔兰",
        "\(per) 內 \(contacts) 個來訪，每個 \(handle)：\(load) 愛爾蘭"
      )
    case .atOnce(let count): ("\(count) at once", "每人同时接待 \(count) 个", "每人同時接待 \(count) 個")
    case .model(.erlangA, let patience):
      (
        "Erlang A (they give up after \(patience) on average)",
        "Erlang A（平均等 \(patience) 后放弃）",
        "Erlang A（平均等 \(patience) 後放棄）"
      )
    case .model(.erlangB, _):
      (
        "Erlang B (nobody waits)",
        "Erlang B（无人等待）",
        "Erlang B（無人等待）"
      )
    case .model(.erlangC, _): ("Erlang C (all wait)", "Erlang C（全部等待）", "Erlang C（全部等待）")
    case .goal(let goal): ("Goal: \(goal)", "服务目标：\(goal)", "服務目標：\(goal)")
    case .of(.ofOffered): ("of all offered", "占全部来访", "佔全部來訪")
    case .of(.withoutQuickAbandons):
      (
        "of those answered or given up later",
        "占已应答与超时后放弃者",
        "佔已應答與逾時後放棄者"
      )
    case .occupancyAtMost(let share):
      (
        "occupancy at most \(share)",
        "占用率不超过 \(share)",
        "佔用率不超過 \(share)"
      )
    case .agentsNeeded: ("Agents needed", "所需人数", "所需人數")
    case .exact: ("exact", "精确值", "精確值")
    case .whole: ("whole", "取整", "取整")
    case .serving: ("serving (net)", "在线服务（净）", "線上服務（淨）")
    case .onDuty(let shrinkage):
      (
        "on duty (gross), \(shrinkage) shrinkage",
        "在岗（毛），损耗 \(shrinkage)",
        "在崗（毛），損耗 \(shrinkage)"
      )
    case .servingNow: ("With so many serving", "在线服务人数为", "線上服務人數為")
    case .waitProbability: ("have to wait", "需要等待", "需要等待")
    case .serviceLevel(let within, .ofOffered):
      (
        "answered within \(within), of all offered",
        "\(within) 内应答，占全部来访",
        "\(within) 內應答，佔全部來訪"
      )
    case .serviceLevel(let within, .withoutQuickAbandons):
      (
        "answered within \(within), of those answered or given up later",
        "\(within) 内应答，占已应答与超时后放弃者",
        "\(within) 內應答，佔已應答與逾時後放棄者"
      )
    case .meanWait: ("mean wait, all offered", "平均等待（全部来访）", "平均等待（全部來訪）")
    case .abandonment: ("give up", "放弃", "放棄")
    case .occupancy: ("occupancy", "占用率", "佔用率")
    case .withoutEnd: ("without end", "无穷", "無窮")
    case .overloaded:
      (
        "The agents cannot keep up: the queue grows without end, and everybody waits.",
        "人手处理不完：队列无限增长，人人都要等待。",
        "人手處理不完：佇列無限增長，人人都要等待。"
      )
    case .goalMet(true): ("The goal is met.", "达到服务目标。", "達到服務目標。")
    case .goalMet(false): ("The goal is not met.", "未达到服务目标。", "未達到服務目標。")
    case .aboveCeiling: ("Agents are busier than allowed.", "占用率超过上限。", "佔用率超過上限。")
    case .queueName: ("Queue", "队列", "佇列")
    case .arrivals: ("Contacts", "来访", "來訪")
    case .handle: ("Handle", "处理时长", "處理時長")
    case .modelColumn: ("Model", "模型", "模型")
    case .onDutyWhole: ("on duty", "在岗", "在崗")
    case .shortServiceLevel: ("in time", "及时应答", "及時應答")
    }
  }
}
