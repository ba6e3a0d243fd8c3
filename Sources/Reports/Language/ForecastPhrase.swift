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
    phrase.text(self)
  }
}
