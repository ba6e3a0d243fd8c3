import Benchmark
import StaffOptKit

/// The speed of the simulation, in contacts: one iteration is one replication
/// of a day on one core, and its throughput is scaled to a thousand contacts.
func replaying() {
  for (name, load, agents) in [("ten agents", 8.0, 10), ("a hundred agents", 92.0, 100)] {
    Benchmark("simulation: 1,000 contacts, \(name)") { benchmark in
      let model = constantQueue(load: load, agents: agents)
      let replayer = Replayer(model, threads: 1)
      benchmark.startMeasurement()
      for iteration in benchmark.scaledIterations {
        blackHole(replayer.run(replications: 1, seed: UInt64(iteration)))
      }
      benchmark.stopMeasurement()
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
