import Workload

extension ForecastPhrase {
  /// The phrase in simplified Chinese.
  var simplifiedChinese: String {
    switch self {
    case .forecast: "预测"
    case .backtest: "回测"
    case .learnedFrom(let period, let days): "依据 \(period) 的记录（\(days) 天）"
    case .missingDays(let count): "缺失 \(count) 天"
    case .faultyDays(let count): "\(count) 天有故障"
    case .day: "日期类型"
    case .mean: "均值"
    case .busiest: "最忙"
    case .level: "平日"
    case .weekdayFactor: "× 星期"
    case .monthFactor: "× 月内"
    case .ratio: "× 比例"
    case .source: "比例来源"
    case .label(let label):
      switch label {
      case .ordinary: "普通"
      case .holiday(let name, let position): "\(name)第 \(position) 天"
      case .observance(let name, let position): "\(name)第 \(position) 天（照常上班）"
      case .eve(let name): "\(name)前一天"
      case .bridge(let name): "\(name)桥接日"
      case .dayAfter(let name): "\(name)后首个工作日"
      case .worksLike(let weekday):
        "按\(ReportLanguage.simplifiedChinese.weekday(weekday))上班"
      }
    case .sourceOf(let kind):
      switch kind {
      case .ordinary: ""
      case .stated: "计划指定"
      case .unknown: "无：从未出现"
      case .learned(let days): "\(days) 个同类日"
      case .pooled(let days): "\(days) 个相似日"
      }
    case .allClasses: "全部类别"
    case .triedDays(let ordinary, let daysAhead):
      "\(ordinary) 个普通日，均仅用提前 \(daysAhead) 天已知的数据预测"
    case .leftOutDays(let count): "\(count) 天未测：记录缺失、有故障或太短"
    case .method: "方法"
    case .methodName(let name):
      switch name {
      case "forecast": "本预测"
      case "last week": "上周同日"
      case "mean of 4 weeks": "近 4 周均值"
      case "mean of 8 weeks": "近 8 周均值"
      default: name
      }
    case .intervalError(let minutes): "\(minutes) 分钟 WAPE"
    case .dayError: "单日 WAPE"
    case .bias: "偏差"
    case .intervalBand: "落在区间内"
    case .dayBand: "单日落在区间内"
    case .bandNote: "校准良好的 P10–P90 区间应包含 80 %。"
    case .specialDays: "特殊日"
    case .foretold: "预测"
    case .came: "实际"
    case .factor: "倍数"
    case .specialFactor(let factor): "其中一半与实际相差不超过 \(factor) 倍。"
    case .specialWAPE(let forecast, let asOrdinary):
      "特殊日 WAPE \(forecast)；若按普通日预测则为 \(asOrdinary)。"
    case .specialShape(let error): "特殊日的时段分布：各时段占比之差合计 \(error)（0 至 2）。"
    case .noSpecialDays: "没有可测的特殊日。"
    case .review: "复盘"
    case .miss: "缺口"
    case .missOfPlan: "排班"
    case .missOfAttendance: "出勤"
    case .missOfForecast: "预测"
    case .missSentence(let total, let plan, let attendance, let forecast):
      "共缺 \(total) 人时：排班 \(plan)，出勤 \(attendance)，预测 \(forecast)"
    case .attendanceUnknown: "实际出勤未知：按排班计算。"
    case .needForetold: "预测需求"
    case .needReal: "实际需求"
    case .rostered: "已排"
    case .worked: "实际出勤"
    case .inBandShare: "落在区间内"
    case .plannedHandle: "计划处理时长"
    case .realHandle: "实际"
    case .inTime: "及时"
    case .gaveUp: "放弃"
    case .satisfied: "满意"
    case .reopened: "重新打开"
    case .hour: "时段"
    case .verdicts: "评价数"
    case .suggestion: "建议修改 plan.yaml"
    case .noSuggestion: "没有需要修改计划之处。"
    case .expectedLate(let late, let tickets, let share):
      "预计超时：\(tickets) 次联系中 \(late) 次（\(share)）"
    case .lateTickets: "预计超时"
    case .expectedBand: "P10–P90 区间"
    case .needBandNote: "P90：按预测来量偏多的日子；其下为计划所用的需求"
    case .daysWithoutData(let days):
      "\(days) 天没有数据：日志中没有这些天的记录，来量未知。"
    case .noData: "无数据"
    case .agentsLine: "所需在岗人数"
    case .meanLine: "预测均值"
    case .cameLine: "实际"
    }
  }

  /// The phrase in traditional Chinese.
  var traditionalChinese: String {
    switch self {
    case .forecast: "預測"
    case .backtest: "回測"
    case .learnedFrom(let period, let days): "依據 \(period) 的記錄（\(days) 天）"
    case .missingDays(let count): "缺失 \(count) 天"
    case .faultyDays(let count): "\(count) 天有故障"
    case .day: "日期類型"
    case .mean: "均值"
    case .busiest: "最忙"
    case .level: "平日"
    case .weekdayFactor: "× 星期"
    case .monthFactor: "× 月內"
    case .ratio: "× 比例"
    case .source: "比例來源"
    case .label(let label):
      switch label {
      case .ordinary: "普通"
      case .holiday(let name, let position): "\(name)第 \(position) 天"
      case .observance(let name, let position): "\(name)第 \(position) 天（照常上班）"
      case .eve(let name): "\(name)前一天"
      case .bridge(let name): "\(name)橋接日"
      case .dayAfter(let name): "\(name)後首個工作日"
      case .worksLike(let weekday):
        "按\(ReportLanguage.traditionalChinese.weekday(weekday))上班"
      }
    case .sourceOf(let kind):
      switch kind {
      case .ordinary: ""
      case .stated: "計畫指定"
      case .unknown: "無：從未出現"
      case .learned(let days): "\(days) 個同類日"
      case .pooled(let days): "\(days) 個相似日"
      }
    case .allClasses: "全部類別"
    case .triedDays(let ordinary, let daysAhead):
      "\(ordinary) 個普通日，均僅用提前 \(daysAhead) 天已知的資料預測"
    case .leftOutDays(let count): "\(count) 天未測：記錄缺失、有故障或太短"
    case .method: "方法"
    case .methodName(let name):
      switch name {
      case "forecast": "本預測"
      case "last week": "上週同日"
      case "mean of 4 weeks": "近 4 週均值"
      case "mean of 8 weeks": "近 8 週均值"
      default: name
      }
    case .intervalError(let minutes): "\(minutes) 分鐘 WAPE"
    case .dayError: "單日 WAPE"
    case .bias: "偏差"
    case .intervalBand: "落在區間內"
    case .dayBand: "單日落在區間內"
    case .bandNote: "校準良好的 P10–P90 區間應包含 80 %。"
    case .specialDays: "特殊日"
    case .foretold: "預測"
    case .came: "實際"
    case .factor: "倍數"
    case .specialFactor(let factor): "其中一半與實際相差不超過 \(factor) 倍。"
    case .specialWAPE(let forecast, let asOrdinary):
      "特殊日 WAPE \(forecast)；若按普通日預測則為 \(asOrdinary)。"
    case .specialShape(let error): "特殊日的時段分布：各時段占比之差合計 \(error)（0 至 2）。"
    case .noSpecialDays: "沒有可測的特殊日。"
    case .review: "復盤"
    case .miss: "缺口"
    case .missOfPlan: "排班"
    case .missOfAttendance: "出勤"
    case .missOfForecast: "預測"
    case .missSentence(let total, let plan, let attendance, let forecast):
      "共缺 \(total) 人時：排班 \(plan)，出勤 \(attendance)，預測 \(forecast)"
    case .attendanceUnknown: "實際出勤未知：按排班計算。"
    case .needForetold: "預測需求"
    case .needReal: "實際需求"
    case .rostered: "已排"
    case .worked: "實際出勤"
    case .inBandShare: "落在區間內"
    case .plannedHandle: "計畫處理時長"
    case .realHandle: "實際"
    case .inTime: "及時"
    case .gaveUp: "放棄"
    case .satisfied: "滿意"
    case .reopened: "重新開啟"
    case .hour: "時段"
    case .verdicts: "評價數"
    case .suggestion: "建議修改 plan.yaml"
    case .noSuggestion: "沒有需要修改計畫之處。"
    case .expectedLate(let late, let tickets, let share):
      "預計逾時：\(tickets) 次聯繫中 \(late) 次（\(share)）"
    case .lateTickets: "預計逾時"
    case .expectedBand: "P10–P90 區間"
    case .needBandNote: "P90：按預測來量偏多的日子；其下為計劃所用的需求"
    case .daysWithoutData(let days):
      "\(days) 天沒有資料：日誌中沒有這些天的記錄，來量未知。"
    case .noData: "無資料"
    case .agentsLine: "所需在崗人數"
    case .meanLine: "預測均值"
    case .cameLine: "實際"
    }
  }
}
