import Simulation

/// Small models for the tests.
enum SimulatedQueue {
  /// A queue with constant rates and agents who are always there.
  static func constant(
    load: Double, agents: Int, patience: Double? = nil, days: Int = 1, handle: Double = 100,
    concurrency: Double = 1, threshold: Double = 20
  ) -> ReplayModel {
    let end = Double(days) * 86_400
    var kind = contacts(
      "queue", perSecond: load / handle, from: 0, to: end, handle: handle)
    kind.patienceSeconds = patience
    kind.concurrency = concurrency
    kind.thresholdSeconds = threshold
    return model(days: days, classes: [kind], agents: agents)
  }

  static func contacts(
    _ name: String, perSecond: Double, from: Double, to: Double, handle: Double,
    closesAt: Double = .infinity
  ) -> ReplayClass {
    ReplayClass(
      name: name, skill: 0,
      arrivals: [
        ArrivalSpan(
          start: from, end: to, perSecond: perSecond, handleSeconds: handle, closesAt: closesAt)
      ])
  }

  /// Classes of skill 0 with agents who are always there.
  static func model(days: Int, classes: [ReplayClass], agents: Int) -> ReplayModel {
    let end = Double(days) * 86_400
    let shift = ReplayShift(duty: [DutySpan(start: 0, end: end, skills: 1)])
    return ReplayModel(
      endSeconds: end, intervalSeconds: 1_800, intervalsPerDay: 48, classes: classes,
      shifts: Array(repeating: shift, count: agents))
  }
}

extension Estimate {
  /// True if a value lies within so many margins of the estimate, and the
  /// estimate is sharp enough to say so.
  func agrees(with value: Double, within factor: Double = 1.6, sharp: Double) -> Bool {
    margin <= sharp && (value - self.value).magnitude <= factor * margin + 1e-12
  }
}
