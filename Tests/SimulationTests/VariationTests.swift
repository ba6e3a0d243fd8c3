import Simulation
import Testing
import Workload

@Suite("Days that vary, backlog at the start, and how busy agents are")
struct VariationTests {
  @Test("A day's luck has mean 1 and the variance asked for, shared by the classes")
  func luck() throws {
    func model(_ variance: Double) -> ReplayModel {
      var model = SimulatedQueue.constant(load: 1, agents: 4)
      model.classes.append(model.classes[0])
      model.classes[1].name = "other"
      for index in 0..<2 { model.classes[index].dayVariances = [variance] }
      return model
    }
    // 864 contacts a day and class: what their number varies by is mostly the
    // luck's.
    let result = Replayer(model(0.09)).run(replications: 400, seed: 2)
    for kind in result.classes {
      let offered = kind.total.offered
      #expect((offered.value / 864 - 1).magnitude < 0.06)
      // The margin is 1.96 standard errors: sd 0.3.
      let deviation = offered.margin / 1.96 * 20 / 864
      #expect((0.25...0.36).contains(deviation), "\(deviation)")
    }
    // One luck for both classes.
    let one = Replayer(model(0.5)).run(replications: 1, seed: 3).classes.map(\.total.offered.value)
    #expect((one[0] / one[1] - 1).magnitude < 0.2)
    #expect((one[0] / 864 - 1).magnitude > 0.1)
    let held = Replayer(SimulatedQueue.constant(load: 1, agents: 4)).run(
      replications: 50, seed: 2)
    #expect(held.classes[0].total.offered.margin / 1.96 * 50.0.squareRoot() / 864 < 0.06)
  }

  @Test("Varied days are worse for customers than the mean held")
  func variedIsWorse() throws {
    var varied = SimulatedQueue.constant(load: 4, agents: 5, patience: 100)
    let held = Replayer(varied).run(replications: 60, seed: 1).classes[0].total
    varied.classes[0].dayVariances = [0.1]
    let result = Replayer(varied).run(replications: 60, seed: 1).classes[0].total
    #expect(
      try #require(result.serviceLevel).value + 0.02 < #require(held.serviceLevel).value)
  }

  @Test("Tickets that wait at the start are worked off, and late if nobody can")
  func openingBacklog() throws {
    var kind = SimulatedQueue.contacts("mail", perSecond: 0, from: 0, to: 86_400, handle: 100)
    kind.deadline = ReplayDeadline(seconds: 36_000, openSpans: [0..<86_400])
    kind.openingTickets = 500
    kind.openingHandleSeconds = 100
    // Two agents do 720 tickets in the ten hours, one does 360.
    let two = Replayer(SimulatedQueue.model(days: 1, classes: [kind], agents: 2)).run(
      replications: 20, seed: 1
    ).classes[0]
    #expect(try #require(two.total.serviceLevel).value == 1)
    #expect(two.total.offered.value == 500)
    #expect(try #require(two.backlog).byInterval[0] > 400)
    let one = Replayer(SimulatedQueue.model(days: 1, classes: [kind], agents: 1)).run(
      replications: 20, seed: 1
    ).classes[0]
    #expect((try #require(one.total.serviceLevel).value - 0.72).magnitude < 0.03)
    // One agent is busy for 50,000 s of the day.
    #expect((try #require(one.total.occupancy) - 50_000 / 86_400).magnitude < 0.03)
    #expect((try #require(one.intervals[0].occupancy) - 1).magnitude < 1e-9)
    #expect(one.intervals[47].occupancy == 0)
  }

  @Test("Agents are as busy as Erlang C says, chats side by side included")
  func occupancy() throws {
    let calls = Replayer(SimulatedQueue.constant(load: 8, agents: 10, days: 2)).run(
      replications: 8, seed: 3)
    #expect((try #require(calls.classes[0].total.occupancy) - 0.8).magnitude < 0.02)
    // With places an agent is busy when one of them is taken: more than the
    // share of places taken.
    let chats = Replayer(
      SimulatedQueue.constant(load: 8, agents: 10, days: 2, concurrency: 2)
    ).run(replications: 8, seed: 3)
    let busy = try #require(chats.classes[0].total.occupancy)
    #expect(busy > 0.42 && busy < 0.85)
  }

  @Test("Chats: the formula is within two points of the simulation", arguments: [2.0, 3.0])
  func chatFormula(concurrency: Double) throws {
    for (agents, share) in [(3, 0.7), (6, 0.85), (12, 0.9)] {
      let load = Double(agents) * concurrency * share
      let model = SimulatedQueue.constant(
        load: load, agents: agents, patience: 300, days: max(1, Int(40 / load)),
        concurrency: concurrency)
      let level = try #require(
        Replayer(model).run(replications: 12, seed: 5).classes[0].total.serviceLevel)
      let formula = ContactQueue(
        arrivals: load, perSeconds: 100, handleSeconds: 100, patienceSeconds: 300,
        concurrency: concurrency
      ).performance(agents: Double(agents), thresholdSeconds: 20)
      #expect(
        (level.value - formula.serviceLevel).magnitude < 0.02,
        "\(agents) agents: \(level.value), formula \(formula.serviceLevel)")
    }
  }
}
