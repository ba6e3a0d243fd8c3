import Workload

extension ReportLanguage {
  /// A treatment of the history on one line.
  public func words(_ treatment: HistoryTreatment) -> String {
    switch self {
    case .english: treatment.description
    case .simplifiedChinese: line(treatment, simplified)
    case .traditionalChinese: line(treatment, traditional)
    }
  }

  private func line(
    _ treatment: HistoryTreatment, _ words: (HistoryTreatment) -> String
  ) -> String {
    (treatment.place(to: " 至 ").map { "\($0)：" } ?? "") + words(treatment)
  }

  private func simplified(_ treatment: HistoryTreatment) -> String {
    let count = treatment.count
    return switch treatment.action {
    case .dayTakenAsMissing: "\(count) 天没有记录，视为缺失：这些天的来量未知，不当作零"
    case .spanTakenAsFaulty: "\(count) 个时段来量异常，不计入水平与形状"
    case .rowsOutsideDates: "\(count) 行在所用日期之外，未采用"
    case .rowsRejected: "\(count) 行的时间、数量或权重不合理，未采用"
    case .negativeHandleTimesIgnored: "\(count) 行的处理时长为负；工单计入，时长不计"
    case .longHandleTimesIgnored: "\(count) 行的处理时长过长；工单计入，时长不计"
    case .layoutRecognised: "按已知产品的导出格式读取（\(treatment.reason)）"
    case .rowsRepeated:
      treatment.reason.hasSuffix("left out")
        ? "\(count) 行与前面的行重复，未采用"
        : "\(count) 行与前面的行完全相同，照计：没有编号列可以区分，可在 workload.history.columns.id 写明"
    case .historyIsShort: "历史只有 \(count) 天，难以区分各星期几；最好有八周以上"
    case .rowsWithoutClass: "\(count) 行不属于任何业务类别，不计入需求"
    }
  }

  private func traditional(_ treatment: HistoryTreatment) -> String {
    let count = treatment.count
    return switch treatment.action {
    case .dayTakenAsMissing: "\(count) 天沒有記錄，視為缺失：這些天的來量未知，不當作零"
    case .spanTakenAsFaulty: "\(count) 個時段來量異常，不計入水準與形狀"
    case .rowsOutsideDates: "\(count) 列在所用日期之外，未採用"
    case .rowsRejected: "\(count) 列的時間、數量或權重不合理，未採用"
    case .negativeHandleTimesIgnored: "\(count) 列的處理時長為負；工單計入，時長不計"
    case .longHandleTimesIgnored: "\(count) 列的處理時長過長；工單計入，時長不計"
    case .layoutRecognised: "按已知產品的匯出格式讀取（\(treatment.reason)）"
    case .rowsRepeated:
      treatment.reason.hasSuffix("left out")
        ? "\(count) 列與前面的列重複，未採用"
        : "\(count) 列與前面的列完全相同，照計：沒有編號欄可以區分，可在 workload.history.columns.id 寫明"
    case .historyIsShort: "歷史只有 \(count) 天，難以區分各星期幾；最好有八週以上"
    case .rowsWithoutClass: "\(count) 列不屬於任何業務類別，不計入需求"
    }
  }
}
