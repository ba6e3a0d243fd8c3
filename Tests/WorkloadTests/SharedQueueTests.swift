import Foundation
import Testing
import Workload

/// The one-queue formulas against exact ones and against a simulation.
struct SharedQueueTests {
  private let goals: [ServiceGoal] = [
    .answered(share: 0.9, withinSeconds: 20), .answered(share: 0.7, withinSeconds: 60),
  ]

  private func queue(headStart: Double, patience: Double? = nil) -> SharedQueue {
    SharedQueue([
      SharedQueue.Part(
        arrivalsPerSecond: 0.015, handleSeconds: 200, patienceSeconds: patience,
        headStartSeconds: headStart),
      SharedQueue.Part(
        arrivalsPerSecond: 0.025, handleSeconds: 200, patienceSeconds: patience),
    ])
  }

  @Test func `without a head start both classes wait as one queue does`() {
    let one = ContactQueue(arrivals: 0.04, perSeconds: 1, handleSeconds: 200)
    for part in queue(headStart: 0).performance(agents: 9, goals: goals) {
      let exact = one.performance(agents: 9, thresholdSeconds: 20)
      #expect(isSmall(part.meanWaitSeconds - exact.meanWaitSeconds, limit: 1e-6))
      #expect(isSmall(part.waitProbability - exact.waitProbability, limit: 1e-9))
    }
  }

  @Test func `an unlimited head start gives the waits of priorities`() {
    let parts = queue(headStart: .infinity).performance(agents: 9, goals: goals)
    let one = ContactQueue(arrivals: 0.04, perSeconds: 1, handleSeconds: 200)
    let waiting = one.performance(agents: 9, thresholdSeconds: 0).waitProbability
    // Cobham: W0 / (1 - rho_h) and W0 / ((1 - rho_h)(1 - rho)), W0 = P h / n.
    let start = waiting * 200 / 9
    #expect(isSmall(parts[0].meanWaitSeconds - start / (1 - 3.0 / 9), limit: 1e-6))
    #expect(
      isSmall(parts[1].meanWaitSeconds - start / (1 - 3.0 / 9) / (1 - 8.0 / 9), limit: 1e-6))
  }

  @Test(arguments: [30.0, 90, 300], [nil, 360.0])
  func `a head start moves the classes apart as a simulation shows`(
    headStart: Double, patience: Double?
  ) {
    let shared = queue(headStart: headStart, patience: patience)
    let parts = shared.performance(agents: 9, goals: goals)
    let simulated = HeadStartSimulation(
      queue: shared, agents: 9, contacts: 60_000, seed: 11
    ).meanWaits()
    for (part, wait) in zip(parts, simulated) {
      #expect(isSmall(part.meanWaitSeconds / wait - 1, limit: 0.2), "\(part) \(wait)")
    }
    #expect(parts[0].meanWaitSeconds < parts[1].meanWaitSeconds)
    // The mean over all stays that of one queue.
    let mean = (0.015 * parts[0].meanWaitSeconds + 0.025 * parts[1].meanWaitSeconds) / 0.04
    let one = ContactQueue(
      arrivals: 0.04, perSeconds: 1, handleSeconds: 200, patienceSeconds: patience)
    let exact = one.performance(agents: 9, thresholdSeconds: 0).meanWaitSeconds
    #expect(isSmall(mean / exact - 1, limit: 1e-6))
  }

  @Test func `the agents needed are the least that meet every goal`() {
    let shared = queue(headStart: 90, patience: 360)
    let agents = shared.agentsNeeded(goals: goals, occupancyCeiling: 0.95)
    func isMet(_ agents: Double) -> Bool {
      zip(goals, shared.performance(agents: agents, goals: goals)).allSatisfy { goal, part in
        guard case .answered(let share, _) = goal else { return false }
        return part.lateShare <= 1 - share + 1e-9 && part.occupancy <= 0.95
      }
    }
    #expect(isMet(agents + 1e-6) && !isMet(agents - 0.01))
    // Pooling needs fewer than two teams do.
    let apart = zip(shared.parts, goals).reduce(0) { sum, pair in
      sum
        + ContactQueue(
          arrivals: pair.0.arrivalsPerSecond, perSeconds: 1, handleSeconds: 200,
          patienceSeconds: 360
        ).agentsNeeded(for: pair.1, occupancyCeiling: 0.95)
    }
    #expect(agents < apart)
  }
}

/// One queue with head starts, contact by contact.
private struct HeadStartSimulation {
  let queue: SharedQueue
  let agents: Int
  let contacts: Int
  let seed: UInt64

  private struct Waiting {
    var part: Int
    var arrived: Double
    var rank: Double
    var patience: Double
  }

  func meanWaits() -> [Double] {
    var random = SeededRandom(seed: seed)
    func exponential(_ mean: Double) -> Double {
      -mean * log(1 - Double.random(in: 0..<1, using: &random))
    }
    let rates = queue.parts.map(\.arrivalsPerSecond)
    let total = rates.reduce(0, +)
    var free = Array(repeating: 0.0, count: agents)
    var waiting: [Waiting] = []
    var waits = rates.map { _ in 0.0 }
    var counts = rates.map { _ in 0.0 }
    var clock = 0.0
    func serve(until time: Double) {
      while !waiting.isEmpty {
        guard let agent = free.indices.min(by: { free[$0] < free[$1] }) else { return }
        // Whoever has lost patience by then is gone.
        let now = max(free[agent], waiting.map(\.arrived).min() ?? 0)
        guard now < time else { return }
        let present = waiting.indices.filter { waiting[$0].arrived <= now }
        guard let next = present.min(by: { waiting[$0].rank < waiting[$1].rank }) else { return }
        let contact = waiting.remove(at: next)
        let wait = now - contact.arrived
        counts[contact.part] += 1
        if wait > contact.patience {
          waits[contact.part] += contact.patience
          continue
        }
        waits[contact.part] += wait
        free[agent] = now + exponential(queue.parts[contact.part].handleSeconds)
      }
    }
    for _ in 0..<contacts {
      clock += exponential(1 / total)
      serve(until: clock)
      let part = Double.random(in: 0..<total, using: &random) < rates[0] ? 0 : 1
      let patience = queue.parts[part].patienceSeconds.map(exponential) ?? .infinity
      waiting.append(
        Waiting(
          part: part, arrived: clock, rank: clock - queue.parts[part].headStartSeconds,
          patience: patience))
      serve(until: clock.nextUp)
    }
    serve(until: .infinity)
    return zip(waits, counts).map { $0 / max(1, $1) }
  }
}
