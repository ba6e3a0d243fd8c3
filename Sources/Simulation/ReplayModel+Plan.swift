import CivilTime
import Rostering
import Workload

extension ReplayModel {
  /// The replay of a roster against the customers that its plan expects.
  ///
  /// Arrivals are Poisson with the forecast's rate in each interval. Contacts
  /// that are answered at once come while their class is open, and whoever
  /// still waits at closing is turned away. Agents serve what the audit counts
  /// them for: shifts of a staffing mode hold their line and nothing else.
  /// Shrinkage is spells away, the mean over the classes a person serves.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - roster: Who works when; shifts from before the horizon come from the
  ///     plan.
  ///   - need: The classes with their arrivals and handle times.
  ///   - openingHours: When the team is open, for classes without hours of
  ///     their own.
  ///   - forecast: What the classes' arrivals vary by; nil holds their means.
  ///   - reopeningMinutes: The open time that a ticket gets at least, as in
  ///     ``NeedPlanner``.
  public init(
    plan: RosterPlan, roster: Roster, need: StaffingNeed, openingHours: OpeningHours,
    forecast: Forecast? = nil, reopeningMinutes: Double = 60
  ) {
    let horizon = plan.horizon
    let end = Double(horizon.dayCount) * 86_400
    let duty = RosterDuty(plan: plan, skills: need.skills.map(\.skill))
    let classes = need.skills.enumerated().flatMap { index, skill in
      skill.classes.map { classNeed in
        ReplayClass(
          classNeed, skill: index, axis: need.axis,
          openingHours: classNeed.workloadClass.openingHours ?? openingHours, end: end,
          series: forecast?.series(named: classNeed.workloadClass.name),
          reopeningMinutes: reopeningMinutes)
      }
    }
    self.init(
      endSeconds: end, intervalSeconds: Double(horizon.intervalMinutes) * 60,
      intervalsPerDay: horizon.intervalsPerDay, classes: classes,
      shifts: duty.duties(of: roster).map { duty in
        ReplayShift(
          duty: duty.spans, speed: min(1, max(0.1, duty.employee.effectiveness)),
          shrinkage: need.shrinkage(of: duty.employee), mayBeMissed: duty.mayBeMissed)
      })
  }
}

extension StaffingNeed {
  /// The mean shrinkage over the classes that a person serves.
  fileprivate func shrinkage(of employee: Employee) -> Double {
    let shares = skills.filter { employee.skills.contains($0.skill) }
      .flatMap { $0.classes.map(\.workloadClass.shrinkage) }
    return shares.isEmpty ? 0 : shares.reduce(0, +) / Double(shares.count)
  }
}

extension ReplayClass {
  fileprivate init(
    _ need: ClassNeed, skill: Int, axis: DemandAxis, openingHours: OpeningHours, end: Double,
    series: SeriesForecast?, reopeningMinutes: Double
  ) {
    let workload = need.workloadClass
    let open = openingHours.openSeconds(over: axis)
    let isTicket = workload.goal.isDeferrable
    var spans: [ArrivalSpan] = []
    for interval in 0..<axis.intervalCount where need.arrivals[interval] > 0 {
      let start = Double(interval) * axis.intervalSeconds
      let whole = start..<(start + axis.intervalSeconds)
      let parts = isTicket ? [(whole, Double.infinity)] : open.parts(of: whole)
      let length = parts.reduce(0) { $0 + $1.0.upperBound - $1.0.lowerBound }
      guard length > 0, need.handleSeconds[interval] > 0 else { continue }
      for (part, closesAt) in parts {
        spans.append(
          ArrivalSpan(
            start: part.lowerBound, end: part.upperBound,
            perSecond: need.arrivals[interval] / length,
            handleSeconds: need.handleSeconds[interval],
            closesAt: closesAt < end ? closesAt : .infinity))
      }
    }
    self.init(name: workload.name, skill: skill, arrivals: spans)
    patienceSeconds = workload.patienceSeconds
    thresholdSeconds = ContactQueue.thresholdSeconds(of: workload.goal)
    priority = workload.priority
    headStartSeconds = workload.headStartSeconds
    concurrency = workload.concurrency
    if let series {
      dayVariances = series.days.map(\.dayVariance)
      intervalVariances = series.days.map { max(0, $0.rateVariance - $0.dayVariance) }
    }
    openingTickets = isTicket ? Int(workload.backlogTickets.rounded()) : 0
    openingHandleSeconds = need.meanHandleSeconds
    if case .finished(let seconds, let clock) = workload.goal {
      deadline = ReplayDeadline(
        seconds: seconds, countsOpenTime: clock == .openingHours,
        leastOpenSeconds: reopeningMinutes * 60, openSpans: open.spans)
    }
  }
}

/// Opening hours on the axis of a horizon, in seconds.
private struct OpenSeconds {
  /// Ascending and apart.
  var spans: [Range<Double>] = []

  /// The open parts of a span, each with the time the team closes after it.
  func parts(of span: Range<Double>) -> [(Range<Double>, Double)] {
    spans.compactMap { open in
      let part = open.clamped(to: span)
      return part.isEmpty ? nil : (part, open.upperBound)
    }
  }
}

extension ClassNeed {
  /// The mean handle time over all arrivals.
  fileprivate var meanHandleSeconds: Double {
    let count = arrivals.reduce(0, +)
    if count > 0 { return zip(arrivals, handleSeconds).reduce(0) { $0 + $1.0 * $1.1 } / count }
    let known = handleSeconds.filter { $0 > 0 }
    return known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count)
  }
}

extension OpeningHours {
  fileprivate func openSeconds(over axis: DemandAxis) -> OpenSeconds {
    let end = Double(axis.dayCount) * 86_400
    let all = (-1..<axis.dayCount).flatMap { day in
      spans(on: axis.firstDate.adding(days: day)).map { span in
        let midnight = Double(day) * 86_400
        return (midnight + Double(span.lowerBound) * 60)..<(midnight + Double(span.upperBound) * 60)
      }
    }
    var merged = OpenSeconds()
    for span in all.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let inside = span.clamped(to: 0..<end)
      guard !inside.isEmpty else { continue }
      if let last = merged.spans.last, last.upperBound >= inside.lowerBound {
        let upper = max(last.upperBound, inside.upperBound)
        merged.spans[merged.spans.count - 1] = last.lowerBound..<upper
      } else {
        merged.spans.append(inside)
      }
    }
    return merged
  }
}
