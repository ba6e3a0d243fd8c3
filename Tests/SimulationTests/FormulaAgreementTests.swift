import Simulation
import Testing
import Workload

/// On constant rates the simulation must find what the formulas say. A test
/// allows 1.6 confidence intervals, about three standard errors; seeds are
/// fixed, so that it passes always or never.
@Suite("The simulation agrees with the queueing formulas")
struct FormulaAgreementTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var load: Double
    var agents: Int
    var patience: Double?
    var testDescription: String { "\(load) Erlangs, \(agents) agents, patience \(patience ?? -1)" }
  }

  static let cases: [Case] = [
    Case(load: 0.4, agents: 1), Case(load: 3, agents: 5), Case(load: 10, agents: 13),
    Case(load: 30, agents: 34),
    Case(load: 3, agents: 3, patience: 60), Case(load: 10, agents: 9, patience: 200),
    Case(load: 10, agents: 12, patience: 300), Case(load: 30, agents: 25, patience: 30),
    Case(load: 3, agents: 4, patience: 0), Case(load: 30, agents: 28, patience: 0),
  ]

  @Test(arguments: cases)
  func constantRates(_ sample: Case) throws {
    let days = sample.load < 1 ? 12 : sample.load < 10 ? 3 : 1
    let model = SimulatedQueue.constant(
      load: sample.load, agents: sample.agents, patience: sample.patience, days: days)
    let total = Replayer(model).run(replications: 12, seed: 20).classes[0].total
    let queue = ContactQueue(
      arrivals: sample.load, perSeconds: 100, handleSeconds: 100, patienceSeconds: sample.patience)
    let expected = queue.performance(agents: Double(sample.agents), thresholdSeconds: 20)
    let level = try #require(total.serviceLevel)
    #expect(level.agrees(with: expected.serviceLevel, sharp: 0.02))
    let wait = try #require(total.meanWaitSeconds)
    #expect(wait.agrees(with: expected.meanWaitSeconds, sharp: 0.2 * wait.value + 0.1))
    let abandonment = try #require(total.abandonment)
    #expect(abandonment.agrees(with: expected.abandonment, sharp: 0.02))
    let occupancy = total.handledSeconds / Double(sample.agents) / model.endSeconds
    #expect((occupancy - expected.occupancy).magnitude < 0.01)
    // One agent more would be told apart, so agreement says something.
    let other = queue.performance(agents: Double(sample.agents + 1), thresholdSeconds: 20)
    #expect(!level.agrees(with: other.serviceLevel, sharp: 1))
  }

  @Test("Places for contacts side by side are as many agents")
  func sideBySide() throws {
    let model = SimulatedQueue.constant(load: 8, agents: 5, days: 3, concurrency: 2)
    let level = try #require(
      Replayer(model).run(replications: 8, seed: 3).classes[0].total.serviceLevel)
    let places = ContactQueue(arrivals: 8, perSeconds: 100, handleSeconds: 100, concurrency: 2)
      .performance(agents: 5, thresholdSeconds: 20)
    #expect(level.agrees(with: places.serviceLevel, sharp: 0.03))
    // The usual approximation, five agents of half the handle time, is not
    // the same.
    let halved = ContactQueue(arrivals: 8, perSeconds: 100, handleSeconds: 50)
      .performance(agents: 5, thresholdSeconds: 20)
    #expect(!level.agrees(with: halved.serviceLevel, sharp: 1))
  }

  @Test("One and a half places an agent do one and a half times the work")
  func partialPlaces() {
    // The load of 7 is just below 5 x 1.5; with 5 x 1 it would drown.
    let model = SimulatedQueue.constant(load: 7, agents: 5, days: 2, concurrency: 1.5)
    let total = Replayer(model).run(replications: 4, seed: 3).classes[0].total
    let occupancy = total.handledSeconds / model.endSeconds / 10
    #expect((occupancy - 7 / 7.5).magnitude < 0.03)
  }

  @Test("Strict priority: A. Cobham's waits for two classes")
  func strictPriority() throws {
    // M/M/n with one service rate, the urgent class first (Operations
    // Research 2, 1954): W = (C h / n) / ((1 - s') (1 - s)), s' the load per
    // agent of more urgent classes, s with the class itself.
    var urgent = SimulatedQueue.contacts(
      "urgent", perSecond: 0.03, from: 0, to: 172_800, handle: 100)
    urgent.priority = 1
    let usual = SimulatedQueue.contacts(
      "usual", perSecond: 0.03, from: 0, to: 172_800, handle: 100)
    let model = SimulatedQueue.model(days: 2, classes: [usual, urgent], agents: 8)
    let result = Replayer(model).run(replications: 16, seed: 5)
    let delay = ErlangFormulas.waiting(load: 6, servers: 8) * 100 / 8
    let waits = try result.classes.map { try #require($0.total.meanWaitSeconds) }
    #expect(waits[1].agrees(with: delay / (1 - 3 / 8.0), sharp: 1))
    #expect(waits[0].agrees(with: delay / ((1 - 3 / 8.0) * (1 - 6 / 8.0)), sharp: 4))
  }

  @Test("Quick changes: the formulas' level of each half hour is not what happens")
  func quickChanges() throws {
    // Nine Erlangs for half an hour after one for half an hour, ten agents:
    // the busy half hours begin with an empty house.
    let spans = (0..<48).map { interval -> ArrivalSpan in
      let start = Double(interval * 1_800)
      let rate = interval % 2 == 0 ? 0.001 : 0.0098
      return ArrivalSpan(start: start, end: start + 1_800, perSecond: rate, handleSeconds: 1_000)
    }
    let kind = ReplayClass(name: "queue", skill: 0, arrivals: spans)
    let model = SimulatedQueue.model(days: 1, classes: [kind], agents: 10)
    let result = Replayer(model).run(replications: 60, seed: 2)
    let busy = try #require(result.classes[0].intervals[21].serviceLevel)
    let formula = ContactQueue(arrivals: 9.8, perSeconds: 1_000, handleSeconds: 1_000)
      .performance(agents: 10, thresholdSeconds: 20)
    #expect(busy.value - busy.margin > formula.serviceLevel + 0.2)
  }
}
