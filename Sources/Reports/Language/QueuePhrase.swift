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
    switch self {
    case .english: phrase.english
    case .simplifiedChinese: phrase.simplifiedChinese
    case .traditionalChinese: phrase.traditionalChinese
    }
  }
}

extension QueuePhrase {
  fileprivate var english: String {
    switch self {
    case .title: "Queue calculator"
    case .setting(let contacts, let per, let handle, let load):
      "\(contacts) contacts in \(per), \(handle) each: \(load) Erlangs"
    case .atOnce(let count): "\(count) at once"
    case .model(.erlangA, let patience): "Erlang A (they give up after \(patience) on average)"
    case .model(.erlangB, _): "Erlang B (nobody waits)"
    case .model(.erlangC, _): "Erlang C (all wait)"
    case .goal(let goal): "Goal: \(goal)"
    case .of(.ofOffered): "of all offered"
    case .of(.withoutQuickAbandons): "of those answered or given up later"
    case .occupancyAtMost(let share): "occupancy at most \(share)"
    case .agentsNeeded: "Agents needed"
    case .exact: "exact"
    case .whole: "whole"
    case .serving: "serving (net)"
    case .onDuty(let shrinkage): "on duty (gross), \(shrinkage) shrinkage"
    case .servingNow: "With so many serving"
    case .waitProbability: "have to wait"
    case .serviceLevel(let within, .ofOffered): "answered within \(within), of all offered"
    case .serviceLevel(let within, .withoutQuickAbandons):
      "answered within \(within), of those answered or given up later"
    case .meanWait: "mean wait, all offered"
    case .abandonment: "give up"
    case .occupancy: "occupancy"
    case .withoutEnd: "without end"
    case .overloaded:
      "The agents cannot keep up: the queue grows without end, and everybody waits."
    case .goalMet(true): "The goal is met."
    case .goalMet(false): "The goal is not met."
    case .aboveCeiling: "Agents are busier than allowed."
    case .queueName: "Queue"
    case .arrivals: "Contacts"
    case .handle: "Handle"
    case .modelColumn: "Model"
    case .onDutyWhole: "on duty"
    case .shortServiceLevel: "in time"
    }
  }

  fileprivate var simplifiedChinese: String {
    switch self {
    case .title: "排队计算"
    case .setting(let contacts, let per, let handle, let load):
      "\(per) 内 \(contacts) 个来访，每个 \(handle)：\(load) 爱尔兰"
    case .atOnce(let count): "每人同时接待 \(count) 个"
    case .model(.erlangA, let patience): "Erlang A（平均等 \(patience) 后放弃）"
    case .model(.erlangB, _): "Erlang B（无人等待）"
    case .model(.erlangC, _): "Erlang C（全部等待）"
    case .goal(let goal): "服务目标：\(goal)"
    case .of(.ofOffered): "占全部来访"
    case .of(.withoutQuickAbandons): "占已应答与超时后放弃者"
    case .occupancyAtMost(let share): "占用率不超过 \(share)"
    case .agentsNeeded: "所需人数"
    case .exact: "精确值"
    case .whole: "取整"
    case .serving: "在线服务（净）"
    case .onDuty(let shrinkage): "在岗（毛），损耗 \(shrinkage)"
    case .servingNow: "在线服务人数为"
    case .waitProbability: "需要等待"
    case .serviceLevel(let within, .ofOffered): "\(within) 内应答，占全部来访"
    case .serviceLevel(let within, .withoutQuickAbandons): "\(within) 内应答，占已应答与超时后放弃者"
    case .meanWait: "平均等待（全部来访）"
    case .abandonment: "放弃"
    case .occupancy: "占用率"
    case .withoutEnd: "无穷"
    case .overloaded: "人手处理不完：队列无限增长，人人都要等待。"
    case .goalMet(true): "达到服务目标。"
    case .goalMet(false): "未达到服务目标。"
    case .aboveCeiling: "占用率超过上限。"
    case .queueName: "队列"
    case .arrivals: "来访"
    case .handle: "处理时长"
    case .modelColumn: "模型"
    case .onDutyWhole: "在岗"
    case .shortServiceLevel: "及时应答"
    }
  }

  fileprivate var traditionalChinese: String {
    switch self {
    case .title: "排隊計算"
    case .setting(let contacts, let per, let handle, let load):
      "\(per) 內 \(contacts) 個來訪，每個 \(handle)：\(load) 愛爾蘭"
    case .atOnce(let count): "每人同時接待 \(count) 個"
    case .model(.erlangA, let patience): "Erlang A（平均等 \(patience) 後放棄）"
    case .model(.erlangB, _): "Erlang B（無人等待）"
    case .model(.erlangC, _): "Erlang C（全部等待）"
    case .goal(let goal): "服務目標：\(goal)"
    case .of(.ofOffered): "佔全部來訪"
    case .of(.withoutQuickAbandons): "佔已應答與逾時後放棄者"
    case .occupancyAtMost(let share): "佔用率不超過 \(share)"
    case .agentsNeeded: "所需人數"
    case .exact: "精確值"
    case .whole: "取整"
    case .serving: "線上服務（淨）"
    case .onDuty(let shrinkage): "在崗（毛），損耗 \(shrinkage)"
    case .servingNow: "線上服務人數為"
    case .waitProbability: "需要等待"
    case .serviceLevel(let within, .ofOffered): "\(within) 內應答，佔全部來訪"
    case .serviceLevel(let within, .withoutQuickAbandons): "\(within) 內應答，佔已應答與逾時後放棄者"
    case .meanWait: "平均等待（全部來訪）"
    case .abandonment: "放棄"
    case .occupancy: "佔用率"
    case .withoutEnd: "無窮"
    case .overloaded: "人手處理不完：佇列無限增長，人人都要等待。"
    case .goalMet(true): "達到服務目標。"
    case .goalMet(false): "未達到服務目標。"
    case .aboveCeiling: "佔用率超過上限。"
    case .queueName: "佇列"
    case .arrivals: "來訪"
    case .handle: "處理時長"
    case .modelColumn: "模型"
    case .onDutyWhole: "在崗"
    case .shortServiceLevel: "及時應答"
    }
  }
}
