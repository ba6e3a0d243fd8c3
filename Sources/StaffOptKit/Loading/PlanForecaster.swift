import CivilTime
import PlanFiles
import Workload

/// What a plan's history tells of its horizon.
public struct PlanForecast: Sendable {
  /// The counted past of each workload class, faults marked.
  public var series: [DemandSeries]
  /// How the log was treated on the way.
  public var treatments: [HistoryTreatment]
  /// The forecast, one series a class.
  public var forecast: Forecast
}

/// Forecasts the workload classes of a plan, and tries the forecast on the
/// plan's own past.
public struct PlanForecaster: Sendable {
  /// How the history is forecast.
  public var forecaster: Forecaster

  /// A forecaster of plans.
  public init(forecaster: Forecaster = Forecaster()) { self.forecaster = forecaster }

  /// The forecast of some classes over a plan's horizon.
  ///
  /// - Parameters:
  ///   - document: The plan as read.
  ///   - classes: The classes; nil for all of the plan.
  ///   - name: The plan's file or folder, for problems.
  /// - Throws: That the plan has no history or no classes.
  public func forecast(
    _ document: PlanDocument, classes: [WorkloadClass]? = nil, name: String
  ) throws(PlanProblems) -> PlanForecast {
    let classes = classes ?? document.workload.classes
    let horizon = document.plan.horizon
    guard let history = document.workload.history, !classes.isEmpty else {
      throw Self.noHistory(name, classes: classes)
    }
    guard
      let axis = DemandAxis(
        firstDate: horizon.firstDate, dayCount: horizon.dayCount,
        intervalMinutes: horizon.intervalMinutes)
    else { throw Self.noHistory(name, classes: classes) }
    let (series, treatments) = history.series(
      for: classes, labels: document.workload.labels, trusted: document.workload.trustedDates)
    let forecast = forecaster.forecast(
      series, labels: document.workload.labels, adjustments: document.workload.adjustments,
      openings: Self.openings(of: classes, team: document.workload.opening), over: axis)
    return PlanForecast(
      series: series, treatments: history.treatments + treatments, forecast: forecast)
  }

  /// How well the days of a plan's past would have been forecast: one backtest
  /// a class, and before them one of all classes together where there are
  /// several.
  ///
  /// - Parameters:
  ///   - span: The days tried; nil for the last half year of the history, less
  ///     its first eight weeks.
  ///   - daysAhead: How many days before each day the history ends, at least 1.
  ///   - name: The plan's file or folder, for problems.
  ///   - totalName: What all classes together are called.
  /// - Throws: That the plan has no history, or no day that can be tried.
  public func backtest(
    _ document: PlanDocument, over span: ClosedRange<CivilDate>? = nil, daysAhead: Int = 7,
    name: String, totalName: String = "all"
  ) throws(PlanProblems) -> [Backtest] {
    let past = try forecast(document, name: name)
    guard let axis = past.series.first?.axis, axis.dayCount > 0 else {
      throw Self.noHistory(name, classes: document.workload.classes)
    }
    let labels = document.workload.labels
    var series = past.series
    if series.count > 1 {
      let coverage = document.workload.history?.coverage ?? []
      if var total = DemandSeries.sum(of: past.series, named: totalName, coverage: coverage) {
        _ = total.markFaults(labels: labels, trusted: document.workload.trustedDates)
        series.insert(total, at: 0)
      }
    }
    let last = axis.firstDate.adding(days: axis.dayCount - 1)
    // Eight weeks come before the first day where that leaves four to try.
    let leastDays = axis.dayCount >= 84 + daysAhead ? 56 : Forecaster.leastDaysBeforeTrial
    let first = axis.firstDate.adding(days: max(leastDays + daysAhead - 1, axis.dayCount - 182))
    let wanted = span ?? min(first, last)...last
    let dates = axis.dates.filter { wanted.contains($0) }
    var openings = Self.openings(
      of: document.workload.classes, team: document.workload.opening)
    if openings.count == document.workload.classes.count {
      openings[totalName] = document.workload.opening
    }
    let tests = series.map {
      forecaster.backtest(
        $0, labels: labels, dates: dates, daysAhead: daysAhead, opening: openings[$0.name])
    }
    guard tests.contains(where: { !$0.dates.isEmpty || !$0.specialDays.isEmpty }) else {
      throw PlanProblems([
        PlanProblem(
          code: .outOfRange, file: name, field: "workload.history",
          message: "No day of the history can be tried: it goes from \(axis.firstDate) to \(last), "
            + "\(axis.dayCount) days.",
          expected: "days with at least \(Forecaster.leastDaysBeforeTrial + daysAhead - 1) days of "
            + "history before them",
          action: "Bring a longer history, or choose other days with --from and --to.")
      ])
    }
    return tests
  }

  /// When the customers of each class are served that must be answered at
  /// once; work that may wait may come at any hour.
  static func openings(
    of classes: [WorkloadClass], team: OpeningHours
  ) -> [String: OpeningHours] {
    var openings: [String: OpeningHours] = [:]
    for workload in classes where !workload.goal.isDeferrable {
      openings[workload.name] = workload.openingHours ?? team
    }
    return openings
  }

  static func noHistory(_ file: String, classes: [WorkloadClass]) -> PlanProblems {
    let isWithoutClasses = classes.isEmpty
    return PlanProblems([
      PlanProblem(
        code: .keyMissing, file: file,
        field: isWithoutClasses ? "workload.classes" : "workload.history",
        message: isWithoutClasses
          ? "The plan has no workload classes to forecast."
          : "The plan has no ticket history to forecast from.",
        expected: isWithoutClasses ? "at least one class" : "a ticket history",
        action: isWithoutClasses
          ? "Describe what your customers ask for under workload.classes."
          : "Export the tickets of the last two months or more and name the file under "
            + "workload.history.file.")
    ])
  }
}
