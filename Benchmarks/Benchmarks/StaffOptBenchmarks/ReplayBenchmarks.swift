import Benchmark
import StaffOptKit

/// The speed of the simulation on one core: one iteration is ten replications
/// of a day with a thousand contacts.
func replaying() {
  for (name, load, agents) in [("10-agents", 8.0, 10), ("100-agents", 92.0, 100)] {
    Benchmark("replay-10000-contacts-with-\(name)") { benchmark in
      let replayer = Replayer(constantQueue(load: load, agents: agents), threads: 1)
      benchmark.relate {
        blackHole(replayer.run(replications: 10, seed: 1))
      }
    }
  }
}

/// A queue with abandonment long enough for a thousand contacts.
private func constantQueue(load: Double, agents: Int) -> ReplayModel {
  let end = 1_000 * 180 / load
  var contacts = ReplayClass(
    name: "contacts", skill: 0,
    arrivals: [ArrivalSpan(start: 0, end: end, perSecond: load / 180, handleSeconds: 180)])
  contacts.patienceSeconds = 300
  let shift = ReplayShift(duty: [DutySpan(start: 0, end: end, skills: 1)])
  return ReplayModel(
    endSeconds: end, intervalSeconds: 1_800, intervalsPerDay: 48, classes: [contacts],
    shifts: Array(repeating: shift, count: agents))
}
