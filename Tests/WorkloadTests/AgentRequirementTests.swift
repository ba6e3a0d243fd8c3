import Foundation
import Testing
import Workload

struct AgentRequirementTests {
  static let tenErlangs = ContactQueue(arrivals: 100, perSeconds: 1_800, handleSeconds: 180)

  @Test func `ten Erlangs at 80 percent in 20 seconds need 13,037 agents`() {
    let need = Self.tenErlangs.agentsNeeded(for: .answered(share: 0.8, withinSeconds: 20))
    #expect(isSmall(need - 13.037, limit: 5e-4))
    #expect(isSmall(need / 0.7 - 18.62, limit: 5e-3))
    #expect(
      Self.tenErlangs.wholeAgentsNeeded(for: .answered(share: 0.8, withinSeconds: 20)) == 14)
  }

  /// Hourly arrivals of the four Wednesdays of February 1999 and the servers
  /// printed in T. W. Miller, "Modeling Techniques in Predictive Analytics",
  /// chapter 6: 15 calls an agent-hour, P(wait) at most 0.5.
  static let miller: [(arrivals: Double, servers: Int)] = [
    (6.75, 1), (1.75, 1), (1.25, 1), (0, 0), (0.5, 1), (0.25, 1), (4.75, 1), (39.5, 4),
    (97.25, 8), (107.5, 9), (124, 10), (110.25, 9), (95.5, 8), (203.5, 16), (115.75, 10),
    (115.5, 10), (67.75, 6), (75, 7), (88.75, 8), (85.5, 8), (68, 6), (61.5, 6), (57.5, 5),
    (44.25, 4),
  ]

  @Test(arguments: miller)
  func `Miller's printed requirements come out`(arrivals: Double, servers: Int) {
    let queue = ContactQueue(arrivals: arrivals, perSeconds: 3_600, handleSeconds: 240)
    #expect(queue.wholeAgentsNeeded(for: .waitProbability(atMost: 0.5)) == servers)
  }

  static let goals: [ServiceGoal] = [
    .answered(share: 0.8, withinSeconds: 20), .answered(share: 0.99, withinSeconds: 0),
    .meanWait(seconds: 30), .waitProbability(atMost: 0.3), .abandonment(atMost: 0.03),
  ]

  @Test(arguments: goals, [nil, 240])
  func `the need meets its goal and no less would`(goal: ServiceGoal, patience: Double?) {
    for load in [0.01, 0.3, 2, 10, 77, 900, 10_000.0] {
      let queue = ContactQueue(
        arrivals: load, perSeconds: 240, handleSeconds: 240, patienceSeconds: patience)
      let need = queue.agentsNeeded(for: goal)
      if case .abandonment = goal, patience == nil {
        #expect(need == load)
        continue
      }
      let threshold = ContactQueue.thresholdSeconds(of: goal)
      func measure(_ agents: Double) -> (actual: Double, limit: Double) {
        let result = queue.performance(agents: agents, thresholdSeconds: threshold)
        switch goal {
        case .answered(let share, _): return (result.lateShare, 1 - share)
        case .meanWait(let seconds): return (result.meanWaitSeconds, seconds)
        case .waitProbability(let atMost): return (result.waitProbability, atMost)
        case .abandonment(let atMost): return (result.abandonment, atMost)
        case .finished: return (0, 1)
        }
      }
      let at = measure(need)
      #expect(at.actual <= at.limit * (1 + 1e-7), "load \(load)")
      let below = measure(need * (1 - 1e-5))
      #expect(below.actual > below.limit, "load \(load)")
      let whole = queue.wholeAgentsNeeded(for: goal)
      let atWhole = measure(Double(whole))
      #expect(atWhole.actual <= atWhole.limit * (1 + 1e-6))
      #expect(Double(whole) < need + 1.000001)
    }
  }

  @Test(arguments: goals, [nil, 240])
  func `need grows with arrivals and with a tighter occupancy ceiling`(
    goal: ServiceGoal, patience: Double?
  ) {
    var last = 0.0
    for step in stride(from: 1, through: 40, by: 3) {
      let queue = ContactQueue(
        arrivals: Double(step * step) / 10, perSeconds: 600, handleSeconds: 240,
        patienceSeconds: patience)
      let need = queue.agentsNeeded(for: goal)
      #expect(need > last)
      last = need
      let capped = queue.agentsNeeded(for: goal, occupancyCeiling: 0.7)
      #expect(capped >= need)
      #expect(
        queue.performance(agents: capped, thresholdSeconds: 20).occupancy <= 0.7 * (1 + 1e-9))
    }
  }

  @Test func `agents who serve several contacts at once are as many places`() {
    let chat = ContactQueue(
      arrivals: 100, perSeconds: 1_800, handleSeconds: 360, patienceSeconds: 300, concurrency: 2)
    let places = ContactQueue(
      arrivals: 100, perSeconds: 1_800, handleSeconds: 360, patienceSeconds: 300)
    #expect(chat.load == 10 && places.load == 20)
    #expect(
      chat.performance(agents: 11, thresholdSeconds: 20)
        == places.performance(agents: 22, thresholdSeconds: 20))
    let goal = ServiceGoal.answered(share: 0.8, withinSeconds: 20)
    let halved = places.agentsNeeded(for: goal) / 2
    #expect(isSmall(chat.agentsNeeded(for: goal) - halved, limit: 1e-9))
    // One and a half at once: two places, each taken a third longer.
    let partial = ContactQueue(
      arrivals: 100, perSeconds: 1_800, handleSeconds: 360, concurrency: 1.5)
    #expect(partial.placesPerAgent == 2 && isSmall(partial.handleSeconds - 480, limit: 1e-9))
    #expect(isSmall(partial.load - 20 / 1.5, limit: 1e-9))
  }

  @Test func `customers who give up lower the need`() {
    let goal = ServiceGoal.answered(share: 0.8, withinSeconds: 20)
    let impatient = ContactQueue(
      arrivals: 100, perSeconds: 1_800, handleSeconds: 180, patienceSeconds: 300)
    // The field notes: 13 rather than 14 heads.
    #expect(impatient.wholeAgentsNeeded(for: goal) == 13)
    #expect(impatient.agentsNeeded(for: goal) < Self.tenErlangs.agentsNeeded(for: goal))
  }
}
