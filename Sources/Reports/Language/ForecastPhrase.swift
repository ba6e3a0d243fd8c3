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
  case specialShape(error: String)
  case noSpecialDays
  case review
  case miss
  case missOfPlan
  case missOfAttendance
  case missOfForecast
  case missSentence(total: String, plan: String, attendance: String, forecast: String)
  case attendanceUnknown
  case needForetold
  case needReal
  case rostered
  case worked
  case inBandShare
  case plannedHandle
  case realHandle
  case inTime
  case gaveUp
  case satisfied
  case reopened
  case hour
  case verdicts
  case suggestion
  case noSuggestion
  case expectedLate(late: String, tickets: String, share: String)
  case lateTickets
  case expectedBand
  case meanLine
  case agentsLine
  case daysWithoutData(Int)
  case noData
  case needBandNote
  case cameLine

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
    case .specialShape(let error):
      "Hours of special days: shares differ by \(error) in sum (0 to 2)."
    case .noSpecialDays: "No special days to try."
    case .review: "Review"
    case .miss: "Missing"
    case .missOfPlan: "by plan"
    case .missOfAttendance: "by attendance"
    case .missOfForecast: "by forecast"
    case .missSentence(let total, let plan, let attendance, let forecast):
      "\(total) agent-hours were missing: \(plan) by the plan, \(attendance) by attendance, \(forecast) by the forecast"
    case .attendanceUnknown: "Who really worked is not known: attendance is taken as planned."
    case .needForetold: "Need foretold"
    case .needReal: "Need come"
    case .rostered: "Rostered"
    case .worked: "Worked"
    case .inBandShare: "In band"
    case .plannedHandle: "Handle planned"
    case .realHandle: "came"
    case .inTime: "In time"
    case .gaveUp: "Gave up"
    case .satisfied: "Satisfied"
    case .reopened: "Reopened"
    case .hour: "Hour"
    case .verdicts: "Verdicts"
    case .suggestion: "Suggested change to plan.yaml"
    case .noSuggestion: "Nothing suggests a change to the plan."
    case .expectedLate(let late, let tickets, let share):
      "Expected late: \(late) of \(tickets) contacts (\(share))"
    case .lateTickets: "Expected late"
    case .expectedBand: "Band P10 to P90"
    case .needBandNote:
      "P90: a day with many contacts, as the forecast has it; below it the need of the plan"
    case .daysWithoutData(let days):
      "\(days) \(days == 1 ? "day has" : "days have") no data: the log has no row of them, so nothing is known of what came."
    case .noData: "no data"
    case .agentsLine: "Agents wanted on duty"
    case .meanLine: "Mean foretold"
    case .cameLine: "Came"
    }
  }
}
