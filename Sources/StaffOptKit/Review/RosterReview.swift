import CivilTime
import PlanFiles
import Reports
import Rostering
import Workload

/// Compares a plan and its roster with what came.
///
/// With S(need, duty) the agent-hours missing, n the need foretold and N that
/// of the tickets that came, r the roster and w what was worked:
/// the miss S(N, w) = S(n, r) [plan] + S(n, w) - S(n, r) [attendance]
/// + S(N, w) - S(n, w) [forecast].
///
/// N is worked out as the plan's need was, from the counts and the mean handle
/// times that came, so it contains the chance of single half hours: a perfect
/// forecast of the mean still shows some forecast miss.
public struct RosterReview: Sendable {
  /// The plan with its forecast and need.
  public let loaded: LoadedPlan

  /// A review of a plan.
  public init(_ loaded: LoadedPlan) { self.loaded = loaded }

  /// The review.
  ///
  /// - Parameters:
  ///   - roster: What was planned.
  ///   - worked: What was really worked; nil if that is not known.
  ///   - actuals: What came.
  ///   - name: The plan's file or folder, for problems.
  /// - Throws: That the plan has no forecast, or that a handle time is unknown.
  public func review(
    _ roster: Roster, worked: Roster?, actuals: PlanActuals, name: String
  ) throws(PlanProblems) -> ReviewFacts {
    guard let forecast = loaded.forecast, let need = loaded.need else {
      throw PlanForecaster.noHistory(name, classes: loaded.document.workload.classes)
    }
    let classes = loaded.document.forecastClasses
    let all = actuals.history.series(
      for: classes, labels: loaded.document.workload.labels,
      trusted: Set(forecast.axis.dates)
    ).series
    let known = knownDays(of: actuals)
    // What came after the log's end is not drawn.
    let series = all.map { part in
      part.prefix(dayCount: part.axis.dates.count { $0 <= known.upperBound })
    }
    let real = actualForecast(series, of: forecast)
    let planner = NeedPlanner(
      classes: classes, openingHours: loaded.document.workload.opening)
    let realNeed = (try? planner.need(for: real, backlog: CarriedBacklog.waiting(classes))) ?? need
    let days = days(
      roster, worked: worked, series: series, forecast: forecast, known: known, real: realNeed)
    let reviews = classes.enumerated().compactMap { index, workload in
      classReview(
        workload, series: series[index], forecast: forecast, known: known, actuals: actuals)
    }
    return ReviewFacts(
      title: loaded.plan.name, zone: loaded.plan.horizon.clock.identifier, days: days,
      classes: reviews, knowsAttendance: worked != nil,
      verdictScale: actuals.outcomes.verdictScale, forecast: forecast, actual: series)
  }

  /// From the first to the last day with a row of the log.
  private func knownDays(of actuals: PlanActuals) -> ClosedRange<CivilDate> {
    var span: ClosedRange<CivilDate>?
    for stream in actuals.history.streams {
      let series = stream.series
      for day in 0..<series.axis.dayCount where series.total(ofDay: day) > 0 {
        let date = series.axis.firstDate.adding(days: day)
        let known = span ?? date...date
        span = min(known.lowerBound, date)...max(known.upperBound, date)
      }
    }
    let horizon = loaded.plan.horizon
    return span ?? horizon.firstDate...horizon.lastDate
  }

  /// What came, in the place of a forecast.
  private func actualForecast(_ series: [DemandSeries], of forecast: Forecast) -> Forecast {
    Forecast(
      axis: forecast.axis,
      series: forecast.series.map { foretold in
        guard let came = series.first(where: { $0.name == foretold.name }) else { return foretold }
        let mean = came.meanHandleSeconds
        let days = foretold.days.enumerated().map { index, day -> DayForecast in
          guard let place = came.axis.dayIndex(of: day.date) else { return day }
          let intervals = came.axis.intervals(ofDay: place)
          // A handful of contacts says little of an interval's handle time.
          let handles = intervals.enumerated().map { offset, interval -> Double in
            let usual = mean ?? day.handleSeconds[offset]
            return (came.handleSeconds[interval] + 20 * usual) / (came.handledCounts[interval] + 20)
          }
          return DayForecast(
            date: day.date, label: day.label, reason: day.reason,
            arrivals: Array(came.arrivals[intervals]), handleSeconds: handles, low: day.low,
            median: day.median, high: day.high, totalBand: day.totalBand)
        }
        return SeriesForecast(name: foretold.name, days: days)
      })
  }

  private func days(
    _ roster: Roster, worked: Roster?, series: [DemandSeries], forecast: Forecast,
    known: ClosedRange<CivilDate>, real: StaffingNeed
  ) -> [ReviewFacts.Day] {
    let plan = loaded.plan
    let auditor = RosterAuditor(plan: plan)
    let planned = auditor.audit(roster).coverage
    let done = worked.map { auditor.audit($0).coverage } ?? planned
    let hours = Double(plan.horizon.intervalMinutes) / 60
    var days = forecast.axis.dates.enumerated().map { index, date -> ReviewFacts.Day in
      var day = ReviewFacts.Day(
        date: date,
        foretold: forecast.series.reduce(0) { $0 + $1.days[index].total },
        band: band(ofDay: index, forecast: forecast), came: came(on: date, series: series),
        neededHours: 0, rosteredHours: 0, workedHours: 0, reallyNeededHours: 0,
        miss: ReviewFacts.Miss())
      day.isKnown = known.contains(date)
      return day
    }
    for (cell, workedCell) in zip(planned, done) {
      let day = cell.interval / plan.horizon.intervalsPerDay
      guard days.indices.contains(day) else { continue }
      let skill = plan.need.skills[cell.skill]
      // Where posts are wanted instead of a need, what came changes nothing.
      let realNeed =
        plan.isHeldByMode(skill: skill, day: day) || !days[day].isKnown
        ? cell.need : real.skill(named: skill)?.gross[cell.interval] ?? cell.need
      days[day].neededHours += cell.need * hours
      days[day].rosteredHours += cell.onDuty * hours
      days[day].workedHours += workedCell.onDuty * hours
      days[day].reallyNeededHours += realNeed * hours
      let byPlan = max(0, cell.need - cell.onDuty)
      let byWork = max(0, cell.need - workedCell.onDuty)
      let byActual = max(0, realNeed - workedCell.onDuty)
      days[day].miss.plan += byPlan * hours
      days[day].miss.attendance += (byWork - byPlan) * hours
      days[day].miss.forecast += (byActual - byWork) * hours
    }
    return days
  }

  private func came(on date: CivilDate, series: [DemandSeries]) -> Double {
    series.reduce(0) { sum, part in
      sum + (part.axis.dayIndex(of: date).map { part.total(ofDay: $0) } ?? 0)
    }
  }

  /// The band of all classes together, taking their errors as going together:
  /// a day that surprises one queue mostly surprises the others.
  private func band(ofDay day: Int, forecast: Forecast) -> DemandBand {
    func sum(_ part: KeyPath<DemandBand, Double>) -> Double {
      forecast.series.reduce(0) { $0 + $1.days[day].totalBand[keyPath: part] }
    }
    return DemandBand(low: sum(\.low), median: sum(\.median), high: sum(\.high))
  }

  private func classReview(
    _ workload: WorkloadClass, series: DemandSeries, forecast: Forecast,
    known: ClosedRange<CivilDate>, actuals: PlanActuals
  ) -> ReviewFacts.ClassReview? {
    guard let foretold = forecast.series(named: workload.name) else { return nil }
    var error = 0.0
    var came = 0.0
    var inside = 0
    var counted = 0
    var handleSum = 0.0
    let days = foretold.days.filter { known.contains($0.date) }
    for day in days {
      guard let place = series.axis.dayIndex(of: day.date) else { continue }
      for (offset, interval) in series.axis.intervals(ofDay: place).enumerated() {
        let actual = series.arrivals[interval]
        error += abs(actual - day.arrivals[offset])
        came += actual
        handleSum += day.arrivals[offset] * day.handleSeconds[offset]
        guard day.arrivals[offset] > 0.5 else { continue }
        counted += 1
        if (day.low[offset]...day.high[offset]).contains(actual) { inside += 1 }
      }
    }
    let total = days.reduce(0) { $0 + $1.total }
    let learned = total > 0 && handleSum > 0 ? handleSum / total + workload.wrapUpSeconds : nil
    let place = actuals.outcomes.classes.firstIndex { $0.name == workload.name }
    return ReviewFacts.ClassReview(
      workload: workload, foretold: total, came: came,
      intervalWAPE: came > 0 ? error / came : nil,
      bandShare: counted > 0 ? Double(inside) / Double(counted) : nil,
      plannedHandle: workload.handleSeconds ?? learned,
      realHandle: series.meanHandleSeconds.map { $0 + workload.wrapUpSeconds },
      outcome: place.map { actuals.outcomes.total(ofClass: $0) } ?? OutcomeTally(),
      hours: place.map { actuals.outcomes.hours[$0] } ?? [])
  }
}
