import Workload

/// What reports on forecasts can say, once; each language answers for every
/// case.
public enum ForecastPhrase: Hashable, Sendable {
  case forecast
  case backtest
  case learnedFrom(period: String, days: Int)
  case missingDays(Int)
  case faultyDays(Int)
  case day
  case mean
  case busiest
  case level
  case weekdayFactor
  case monthFactor
  case ratio
  case source
  case label(DayLabel)
  case sourceOf(SourceKind)
  case allClasses
  case triedDays(ordinary: Int, daysAhead: Int)
  case leftOutDays(Int)
  case method
  case methodName(String)
  case intervalError(minutes: Int)
  case dayError
  case bias
  case intervalBand
  case dayBand
  case bandNote
  case specialDays
  case foretold
  case came
  case factor
  case specialFactor(factor: String)
  case specialWAPE(forecast: String, asOrdinary: String)
  case noSpecialDays

  /// Where a ratio comes from, without its days.
  public enum SourceKind: Hashable, Sendable {
    case ordinary, stated, unknown
    case learned(days: Int)
    case pooled(days: Int)

    /// The kind of a source.
    public init(_ source: RatioSource) {
      switch source {
      case .ordinary: self = .ordinary
      case .stated: self = .stated
      case .unknown: self = .unknown
      case .learned(let days): self = .learned(days: days.count)
      case .pooled(let days): self = .pooled(days: days.count)
      }
    }
  }
}

extension ReportLanguage {
  /// The words for a phrase about forecasts.
  public func words(_ phrase: ForecastPhrase) -> String {
    switch self {
    case .english: phrase.english
    case .simplifiedChinese: phrase.simplifiedChinese
    case .traditionalChinese: phrase.traditionalChinese
    }
  }
}

extension ForecastPhrase {
  /// The phrase in English.
  var english: String {
    switch self {
    case .forecast: "Forecast"
    case .backtest: "Backtest"
    case .learnedFrom(let period, let days): "Learned from \(period) (\(days) days)"
    case .missingDays(let count): "\(count) \(count == 1 ? "day" : "days") missing"
    case .faultyDays(let count): "\(count) \(count == 1 ? "day" : "days") with faults"
    case .day: "Day"
    case .mean: "Mean"
    case .busiest: "Busiest"
    case .level: "Usual"
    case .weekdayFactor: "× weekday"
    case .monthFactor: "× month"
    case .ratio: "× ratio"
    case .source: "Ratio from"
    case .label(let label): label.description
    case .sourceOf(let kind):
      switch kind {
      case .ordinary: ""
      case .stated: "the plan"
      case .unknown: "nothing: never seen"
      case .learned(let days): "\(days) such \(days == 1 ? "day" : "days")"
      case .pooled(let days): "\(days) similar \(days == 1 ? "day" : "days")"
      }
    case .allClasses: "All classes"
    case .triedDays(let ordinary, let daysAhead):
      "\(ordinary) ordinary days, each forecast from what was known \(daysAhead) days before"
    case .leftOutDays(let count): "\(count) left out: log missing, faulty or too short"
    case .method: "Method"
    case .methodName(let name):
      switch name {
      case "forecast": "This forecast"
      case "last week": "Last week"
      case "mean of 4 weeks": "Mean of 4 weeks"
      case "mean of 8 weeks": "Mean of 8 weeks"
      default: name
      }
    case .intervalError(let minutes): "WAPE \(minutes) min"
    case .dayError: "WAPE day"
    case .bias: "Bias"
    case .intervalBand: "In band"
    case .dayBand: "Days in band"
    case .bandNote: "A calibrated band P10 to P90 holds 80 %."
    case .specialDays: "Special days"
    case .foretold: "Foretold"
    case .came: "Came"
    case .factor: "Factor"
    case .specialFactor(let factor): "Half of them came within a factor of \(factor)."
    case .specialWAPE(let forecast, let asOrdinary):
      "WAPE of special days \(forecast); forecast as ordinary days \(asOrdinary)."
    case .noSpecialDays: "No special days to try."
    }
  }

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
    case .noSpecialDays: "没有可测的特殊日。"
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
    case .noSpecialDays: "沒有可測的特殊日。"
    }
  }
}
