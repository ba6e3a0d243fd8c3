/// What a report on shift design can say, in every language.
///
/// Numbers come in as finished text, so that all languages round alike.
enum ShiftPhrase: Hashable {
  case shiftDesign
  case howManyShifts
  case theShifts
  case distinctShifts
  case shortHours
  case surplusHours
  case coverCost
  case withShifts
  case hours
  case heads
  case costsWith(cost: String, shifts: Int)
  case bound(String)
  case proven
  case suggested
  case needAndCover
  case prices(shift: String, over: String, under: String)
}

extension ShiftPhrase: TranslatedPhrase {
  var words: Words {
    switch self {
    case .shiftDesign: ("Shift design", "班次设计", "班次設計")
    case .howManyShifts: ("How many shifts", "需要几种班次", "需要幾種班次")
    case .theShifts: ("The shifts and their heads", "班次与人数", "班次與人數")
    case .distinctShifts: ("Shifts", "班次数", "班次數")
    case .shortHours: ("Short h", "缺口 h", "缺口 h")
    case .surplusHours: ("Over h", "富余 h", "餘裕 h")
    case .coverCost: ("Cost of cover", "覆盖成本", "覆蓋成本")
    case .withShifts: ("With shifts", "含班次成本", "含班次成本")
    case .hours: ("Hours", "时间", "時間")
    case .heads: ("Heads", "人数", "人數")
    case .costsWith(let cost, let shifts):
      (
        "Cost \(cost) with \(shifts) distinct \(shifts == 1 ? "shift" : "shifts")",
        "成本 \(cost)，共 \(shifts) 种班次",
        "成本 \(cost)，共 \(shifts) 種班次"
      )
    case .bound(let bound):
      (
        "no design costs less than \(bound)",
        "任何设计的成本都不低于 \(bound)",
        "任何設計的成本都不低於 \(bound)"
      )
    case .proven: ("proven: no design costs less", "已证明没有成本更低的设计", "已證明沒有成本更低的設計")
    case .suggested: ("suggested", "建议", "建議")
    case .prices(let shift, let over, let under):
      (
        "Each distinct shift counts \(shift), an agent-hour short \(under), one over \(over).",
        "每种班次计 \(shift)；每缺 1 人时计 \(under)，每富余 1 人时计 \(over)（工资在内）。",
        "每種班次計 \(shift)；每缺 1 人時計 \(under)，每餘裕 1 人時計 \(over)（工資在內）。"
      )
    case .needAndCover: ("Need and heads on duty", "需求与在岗人数", "需求與在崗人數")
    }
  }
}
