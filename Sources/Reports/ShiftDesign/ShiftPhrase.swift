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

  /// The words in a language.
  func text(_ language: ReportLanguage) -> String {
    switch language {
    case .english: english
    case .simplifiedChinese: simplifiedChinese
    case .traditionalChinese: traditionalChinese
    }
  }

  private var english: String {
    switch self {
    case .shiftDesign: "Shift design"
    case .howManyShifts: "How many shifts"
    case .theShifts: "The shifts and their heads"
    case .distinctShifts: "Shifts"
    case .shortHours: "Short h"
    case .surplusHours: "Over h"
    case .coverCost: "Cost of cover"
    case .withShifts: "With shifts"
    case .hours: "Hours"
    case .heads: "Heads"
    case .costsWith(let cost, let shifts):
      "Cost \(cost) with \(shifts) distinct \(shifts == 1 ? "shift" : "shifts")"
    case .bound(let bound): "no design costs less than \(bound)"
    case .proven: "proven: no design costs less"
    case .suggested: "suggested"
    case .needAndCover: "Need and heads on duty"
    }
  }

  private var simplifiedChinese: String {
    switch self {
    case .shiftDesign: "班次设计"
    case .howManyShifts: "需要几种班次"
    case .theShifts: "班次与人数"
    case .distinctShifts: "班次数"
    case .shortHours: "缺口 h"
    case .surplusHours: "富余 h"
    case .coverCost: "覆盖成本"
    case .withShifts: "含班次成本"
    case .hours: "时间"
    case .heads: "人数"
    case .costsWith(let cost, let shifts): "成本 \(cost)，共 \(shifts) 种班次"
    case .bound(let bound): "任何设计的成本都不低于 \(bound)"
    case .proven: "已证明没有成本更低的设计"
    case .suggested: "建议"
    case .needAndCover: "需求与在岗人数"
    }
  }

  private var traditionalChinese: String {
    switch self {
    case .shiftDesign: "班次設計"
    case .howManyShifts: "需要幾種班次"
    case .theShifts: "班次與人數"
    case .distinctShifts: "班次數"
    case .shortHours: "缺口 h"
    case .surplusHours: "餘裕 h"
    case .coverCost: "覆蓋成本"
    case .withShifts: "含班次成本"
    case .hours: "時間"
    case .heads: "人數"
    case .costsWith(let cost, let shifts): "成本 \(cost)，共 \(shifts) 種班次"
    case .bound(let bound): "任何設計的成本都不低於 \(bound)"
    case .proven: "已證明沒有成本更低的設計"
    case .suggested: "建議"
    case .needAndCover: "需求與在崗人數"
    }
  }
}
