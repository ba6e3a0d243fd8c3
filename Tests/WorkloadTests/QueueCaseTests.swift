import Foundation
import Testing
import Workload

/// The calculator over the formulas: gross and whole agents, both service
/// levels, queues in which nobody waits.
struct QueueCaseTests {
  static let tenErlangs = QueueCase(arrivals: 100, perSeconds: 1_800, handleSeconds: 180)

  @Test func `gross is rounded once, from the real-valued net`() {
    var question = Self.tenErlangs
    question.shrinkage = 0.3
    let needed = question.answer().needed
    #expect(isSmall(needed.net - 13.037206466, limit: 1e-8))
    #expect(isSmall(needed.gross - needed.net / 0.7, limit: 1e-12))
    #expect(needed.wholeNet == 14)
    // 14 / 0.7 would be 20.
    #expect(needed.wholeGross == 19)
  }

  @Test func `the definition of the service level changes the need`() {
    var question = Self.tenErlangs
    question.patienceSeconds = 300
    let offered = question.answer()
    question.definition = .withoutQuickAbandons
    let other = question.answer()
    #expect(other.needed.net < offered.needed.net)
    #expect(isSmall(offered.performance.serviceLevel - 0.8, limit: 1e-9))
    #expect(
      isSmall(other.performance.serviceLevelWithoutQuickAbandons - 0.8, limit: 1e-9))
    #expect(isSmall(other.performance.lateShare(.withoutQuickAbandons) - 0.2, limit: 1e-9))
  }

  @Test(arguments: [(0.01, 0.5), (1, 2), (10, 9), (10, 13.5), (1_000, 1_010), (10_000, 9_900)])
  func `no patience at all is Erlang B, and the limit of Erlang A`(load: Double, agents: Double) {
    let lost = ErlangFormulas.blocking(load: load, servers: agents)
    let none = ContactQueue(
      arrivals: load, perSeconds: 60, handleSeconds: 60, patienceSeconds: 0)
    #expect(none.model == .erlangB)
    let result = none.performance(agents: agents, thresholdSeconds: 20)
    #expect(isSmall(result.waitProbability / lost - 1, limit: 1e-12))
    #expect(result.abandonment == result.waitProbability)
    #expect(isSmall(result.serviceLevel + lost - 1, limit: 1e-12))
    #expect(result.meanWaitSeconds == 0)
    #expect(isSmall(result.occupancy - load * (1 - lost) / agents, limit: 1e-12))
    let hardlyAny = ContactQueue(
      arrivals: load, perSeconds: 60, handleSeconds: 60, patienceSeconds: 1e-9)
    let limit = hardlyAny.performance(agents: agents, thresholdSeconds: 20)
    #expect(isSmall(limit.abandonment / lost - 1, limit: 1e-5))
  }

  @Test func `a goal met exactly by a whole number is not pushed to the next`() {
    // Two lines lose a fifth of one Erlang exactly.
    let lines = ContactQueue(
      arrivals: 10, perSeconds: 1_800, handleSeconds: 180, patienceSeconds: 0)
    let goal = ServiceGoal.answered(share: 0.8, withinSeconds: 20)
    #expect(isSmall(lines.agentsNeeded(for: goal) - 2, limit: 1e-10))
    #expect(lines.wholeAgentsNeeded(for: goal) == 2)
  }

  @Test func `large needs are rounded up too, however close to the whole number below`() {
    for load in stride(from: 9_000.0, through: 10_000, by: 125) {
      let queue = ContactQueue(arrivals: load, perSeconds: 60, handleSeconds: 60)
      let goal = ServiceGoal.answered(share: 0.8, withinSeconds: 20)
      let whole = queue.wholeAgentsNeeded(for: goal)
      func late(_ agents: Int) -> Double {
        queue.performance(agents: Double(agents), thresholdSeconds: 20).lateShare
      }
      #expect(late(whole) <= 0.2 * (1 + 1e-9))
      #expect(late(whole - 1) > 0.2)
    }
  }

  @Test func `a queue that nobody can leave needs more agents than Erlangs`() {
    let queue = ContactQueue(arrivals: 100, perSeconds: 1_800, handleSeconds: 180)
    for goal in [ServiceGoal.waitProbability(atMost: 1), .meanWait(seconds: 1e12)] {
      let need = queue.agentsNeeded(for: goal)
      #expect(need > 10 && need < 10.000001)
      #expect(queue.performance(agents: need, thresholdSeconds: 20).meanWaitSeconds.isFinite)
      #expect(queue.wholeAgentsNeeded(for: goal) == 11)
    }
  }

  @Test func `queues without arrivals, without agents and beyond their agents`() {
    var nothing = QueueCase(arrivals: 0, perSeconds: 1_800, handleSeconds: 180)
    #expect(nothing.answer().needed.net == 0)
    #expect(nothing.answer().performance.serviceLevel == 1)
    nothing.agents = 4
    #expect(nothing.answer().performance.occupancy == 0)
    var short = Self.tenErlangs
    short.agents = 9.5
    let answer = short.answer()
    #expect(!answer.isStable && !answer.meetsGoal)
    #expect(answer.performance.meanWaitSeconds == .infinity)
    short.agents = 0
    short.patienceSeconds = 300
    let unserved = short.answer()
    #expect(unserved.isStable)
    #expect(unserved.performance.abandonment == 1)
    #expect(unserved.performance.meanWaitSeconds == 300)
  }

  @Test func `concurrency goes with patience and the ceiling`() {
    var chat = QueueCase(arrivals: 100, perSeconds: 1_800, handleSeconds: 360)
    chat.concurrency = 2
    chat.patienceSeconds = 300
    var call = QueueCase(arrivals: 100, perSeconds: 1_800, handleSeconds: 360)
    call.patienceSeconds = 300
    #expect(isSmall(chat.answer().needed.net - call.answer().needed.net / 2, limit: 1e-9))
    chat.occupancyCeiling = 0.7
    let answer = chat.answer()
    #expect(isSmall(answer.performance.occupancy - 0.7, limit: 1e-9))
    chat.agents = 11
    #expect(chat.answer().isAboveCeiling)
  }

  @Test(
    .enabled(
      if: SharedData.has("data/reference-staffing/reference.json"),
      "the folder of published requirements is not beside the checkout"))
  func `Miller's published requirements come out of the file exactly`() throws {
    struct Reference: Decodable {
      struct Wednesdays: Decodable {
        var arrivals_per_hour_published: [Double]
        var service_rate_per_agent_hour: Double
        var servers_needed_published: [Int]
      }
      var miller_wednesdays_feb_1999: Wednesdays
    }
    let text = try SharedData.text("data/reference-staffing/reference.json")
    let published = try JSONDecoder().decode(Reference.self, from: Data(text.utf8))
      .miller_wednesdays_feb_1999
    let found = published.arrivals_per_hour_published.map { arrivals in
      var question = QueueCase(
        arrivals: arrivals, perSeconds: 3_600,
        handleSeconds: 3_600 / published.service_rate_per_agent_hour)
      question.goal = .waitProbability(atMost: 0.5)
      return Int(question.answer().needed.wholeNet)
    }
    #expect(found.count == 24)
    #expect(found == published.servers_needed_published)
  }
}
