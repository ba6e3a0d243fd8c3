/// What customers of a skill can expect in an interval.
public struct ExpectedService: Equatable, Sendable {
  /// The share of all arrivals answered within their class's threshold.
  public let serviceLevel: Double
  /// Mean wait in seconds over all arrivals; infinite if a queue grows without
  /// end.
  public let meanWaitSeconds: Double
  /// The share of arrivals that give up.
  public let abandonment: Double
}

extension StaffingNeed {
  /// What customers of a skill's immediate classes can expect from a number
  /// of agents on duty.
  ///
  /// Immediate classes come first: they get their own need while there are
  /// agents, and what exceeds the need of deferrable work on top. Several
  /// classes share in proportion to their needs, or one queue with head starts.
  ///
  /// - Parameters:
  ///   - skill: The skill.
  ///   - onDuty: Agents on duty in each interval (shrinkage not yet taken
  ///     off), real-valued.
  /// - Returns: One entry an interval, nil where nobody is expected to arrive;
  ///   empty if the skill is unknown.
  /// - Complexity: O(1) for each class and interval.
  public func expectedService(skill name: String, onDuty: [Double]) -> [ExpectedService?] {
    guard let skill = skill(named: name) else { return [] }
    return (0..<min(axis.intervalCount, onDuty.count)).map { interval in
      expectedService(skill: skill, onDuty: onDuty[interval], interval: interval)
    }
  }

  /// The same for one interval.
  public func expectedService(
    skill: SkillNeed, onDuty: Double, interval: Int
  ) -> ExpectedService? {
    let immediate = skill.classes.filter { !$0.workloadClass.goal.isDeferrable }
    let arrivals = immediate.reduce(0) { $0 + $1.arrivals[interval] }
    guard arrivals > 0 else { return nil }
    let wanted = immediate.reduce(0) { $0 + $1.gross[interval] }
    let deferred = skill.gross[interval] - wanted
    let available = max(min(onDuty, wanted), onDuty - deferred)
    var (inTime, wait, gaveUp) = (0.0, 0.0, 0.0)
    if SharedQueue.isShared(immediate.map(\.workloadClass)), wanted > 0 {
      let present = immediate.filter { $0.arrivals[interval] > 0 }
      let queue = SharedQueue(
        present, interval: interval, intervalSeconds: axis.intervalSeconds)
      let net = present.reduce(0) { $0 + $1.net[interval] }
      let gross = present.reduce(0) { $0 + $1.gross[interval] }
      let parts = queue.performance(
        agents: gross > 0 ? available * net / gross : 0,
        goals: present.map {
          .answered(
            share: 1,
            withinSeconds: ContactQueue.thresholdSeconds(of: $0.workloadClass.goal))
        })
      for (need, part) in zip(present, parts) {
        inTime += need.arrivals[interval] * (1 - part.lateShare)
        wait += need.arrivals[interval] * part.meanWaitSeconds
        gaveUp += need.arrivals[interval] * part.abandonment
      }
      return ExpectedService(
        serviceLevel: inTime / arrivals, meanWaitSeconds: wait / arrivals,
        abandonment: gaveUp / arrivals)
    }
    for need in immediate where need.arrivals[interval] > 0 && wanted > 0 {
      let workload = need.workloadClass
      let serving = available * (need.gross[interval] / wanted) * (1 - workload.shrinkage)
      let queue = ContactQueue(
        arrivals: need.arrivals[interval],
        perSeconds: axis.intervalSeconds * need.openShares[interval],
        handleSeconds: need.handleSeconds[interval], patienceSeconds: workload.patienceSeconds,
        concurrency: workload.concurrency)
      let result = queue.performance(
        agents: serving, thresholdSeconds: ContactQueue.thresholdSeconds(of: workload.goal))
      inTime += need.arrivals[interval] * result.serviceLevel
      wait += need.arrivals[interval] * result.meanWaitSeconds
      gaveUp += need.arrivals[interval] * result.abandonment
    }
    return ExpectedService(
      serviceLevel: inTime / arrivals, meanWaitSeconds: wait / arrivals,
      abandonment: gaveUp / arrivals)
  }
}
