/// What reports say of several ways demand may come.
enum OutlookPhrase: Hashable, Sendable, TranslatedPhrase {
  case title
  case demand
  case counts
  case gapCost
  case late
  case goals
  case expected
  case met(Bool)
  case solvedForThem
  case heldAgainstThem
  case summary(expected: String, worst: String, name: String, met: String)

  var words: Words {
    switch self {
    case .title: ("Ways demand may come", "需求可能出现的情形", "需求可能出現的情形")
    case .demand: ("Demand", "需求", "需求")
    case .counts: ("Counts", "权重", "權重")
    case .gapCost: ("Gaps cost", "缺口成本", "缺口成本")
    case .late: ("Late", "超时客户", "超時客戶")
    case .goals: ("Goals", "目标", "目標")
    case .expected: ("Expected", "期望", "期望")
    case .met(true): ("met", "达到", "達到")
    case .met(false): ("missed", "未达到", "未達到")
    case .solvedForThem:
      (
        "The roster is made for all of them: the cost above has the mean price of gaps over them.",
        "班表针对所有情形编排：上面的成本按各情形缺口成本的加权平均计算。",
        "班表針對所有情形編排：上面的成本按各情形缺口成本的加權平均計算。"
      )
    case .heldAgainstThem:
      (
        "The roster is held against them; it was not made for them.", "班表只是对照这些情形，并非针对它们编排。",
        "班表只是對照這些情形，並非針對它們編排。"
      )
    case .summary(let expected, let worst, let name, let met):
      (
        "\(expected) agent-hours short are expected, \(worst) at worst (\(name)); the goals hold "
          + "in \(met).",
        "期望缺口 \(expected) 人时，最坏 \(worst) 人时（\(name)）；达到目标的比例为 \(met)。",
        "期望缺口 \(expected) 人時，最壞 \(worst) 人時（\(name)）；達到目標的比例為 \(met)。"
      )
    }
  }
}
