import CivilTime
import Foundation
import Testing
import Workload

struct LateTicketsTests {
  private func need(
    goal: ServiceGoal, arrivals: Double = 50, patience: Double? = nil, shrinkage: Double = 0
  ) -> SkillNeed {
    let workload = WorkloadClass(
      name: "chat", skill: "chat", goal: goal, shrinkage: shrinkage, patienceSeconds: patience)
    return SkillNeed(
      skill: "chat",
      classes: [
        ClassNeed(
          workloadClass: workload, arrivals: [arrivals], handleSeconds: [180], net: [8],
          openShares: [1])
      ])
  }

  @Test(arguments: [
    ServiceGoal.answered(share: 0.8, withinSeconds: 20), .meanWait(seconds: 30),
    .waitProbability(atMost: 0.3), .abandonment(atMost: 0.05),
  ])
  func `the curve falls and is convex`(goal: ServiceGoal) throws {
    let late = try #require(
      need(goal: goal, patience: 240).lateTickets(
        interval: 0, intervalSeconds: 1_800, variances: ["chat": 0.05]))
    #expect(late.byAgents.first == 50)
    #expect((late.byAgents.last ?? 1) < 0.2)
    let gains = zip(late.byAgents, late.byAgents.dropFirst()).map { $0 - $1 }
    #expect(gains.allSatisfy { $0 >= -1e-9 })
    #expect(zip(gains, gains.dropFirst()).allSatisfy { $0 >= $1 - 1e-9 })
  }

  @Test func `at a known rate it is the formula's share of late contacts`() throws {
    let late = try #require(
      need(goal: .answered(share: 0.8, withinSeconds: 20), patience: 300).lateTickets(
        interval: 0, intervalSeconds: 1_800))
    let queue = ContactQueue(
      arrivals: 50, perSeconds: 1_800, handleSeconds: 180, patienceSeconds: 300)
    // Well above the load the curve is convex by itself.
    for agents in [9, 10, 11] {
      let share = queue.performance(agents: Double(agents), thresholdSeconds: 20).serviceLevel
      #expect(isSmall(late.late(agents: Double(agents)) - 50 * (1 - share), limit: 0.02))
    }
    #expect(
      isSmall(
        late.late(agents: 9.5) - (late.late(agents: 9) + late.late(agents: 10)) / 2, limit: 1e-9))
  }

  @Test func `a band makes agents beyond the mean worth something`() throws {
    let goal = ServiceGoal.answered(share: 0.8, withinSeconds: 20)
    func gain(_ variance: Double) throws -> Double {
      let late = try #require(
        need(goal: goal, patience: 300).lateTickets(
          interval: 0, intervalSeconds: 1_800, variances: ["chat": variance]))
      return late.late(agents: 10) - late.late(agents: 11)
    }
    #expect(try gain(0.2) > 1.5 * gain(0))
  }

  @Test func `shrinkage stretches the curve`() throws {
    let goal = ServiceGoal.answered(share: 0.8, withinSeconds: 20)
    let plain = try #require(
      need(goal: goal, patience: 300).lateTickets(interval: 0, intervalSeconds: 1_800))
    let shrunk = try #require(
      need(goal: goal, patience: 300, shrinkage: 0.5).lateTickets(
        interval: 0, intervalSeconds: 1_800))
    #expect(isSmall(shrunk.late(agents: 14) - plain.late(agents: 7), limit: 0.3))
  }
}
