import Foundation
import Testing
import Workload

/// Erlang B by its recursion, for whole numbers of servers.
private func blockingByRecursion(load: Double, servers: Int) -> Double {
  (1...servers).reduce(1.0) { blocking, k in load * blocking / (Double(k) + load * blocking) }
}

private func isClose(_ a: Double, _ b: Double, relative: Double) -> Bool {
  abs(a - b) <= relative * max(abs(a), abs(b)) + 1e-300
}

struct ErlangTests {
  @Test(arguments: [
    (0.01, 1), (0.01, 3), (0.5, 1), (1, 1), (2, 5), (10, 13), (48, 55), (100, 90), (1_000, 1_050),
    (10_000, 9_000), (10_000, 10_000), (10_000, 10_300), (50, 200),
  ])
  func `Erlang B agrees with its recursion`(load: Double, servers: Int) {
    let value = ErlangFormulas.blocking(load: load, servers: Double(servers))
    #expect(isClose(value, blockingByRecursion(load: load, servers: servers), relative: 1e-11))
  }

  @Test(arguments: [0.01, 0.7, 10, 500])
  func `the continued Erlang B keeps the recursion between whole numbers`(load: Double) {
    for servers in [0.3, 1.5, 9.99, 12.25, 510.5] {
      let below = ErlangFormulas.blocking(load: load, servers: servers)
      let expected = load * below / (servers + 1 + load * below)
      #expect(
        isClose(
          ErlangFormulas.blocking(load: load, servers: servers + 1), expected, relative: 1e-11))
    }
  }

  // Vectors from the project's field notes, computed with 50 digits.
  @Test(arguments: [
    (360, 240, 15, 55, 0.238701, 0.845883, 8.184, 0.8727),
    (100, 180, 20, 11, 0.682118, 0.389614, 122.78, 0.9091),
    (100, 180, 20, 12, 0.449388, 0.640158, 40.445, 0.8333),
    (100, 180, 20, 13, 0.285270, 0.795595, 17.116, 0.7692),
    (100, 180, 20, 14, 0.174132, 0.888350, 7.836, 0.7143),
  ])
  func `patient queues reproduce the published vectors`(
    arrivals: Double, handle: Double, threshold: Double, agents: Double, wait: Double,
    level: Double, mean: Double, occupancy: Double
  ) {
    let queue = ContactQueue(arrivals: arrivals, perSeconds: 1_800, handleSeconds: handle)
    let result = queue.performance(agents: agents, thresholdSeconds: threshold)
    #expect(abs(result.waitProbability - wait) < 1e-6)
    #expect(abs(result.serviceLevel - level) < 1e-6)
    #expect(abs(result.meanWaitSeconds / mean - 1) < 1e-4)
    #expect(abs(result.occupancy - occupancy) < 1e-4)
  }

  @Test(arguments: [
    (10, 0.599433, 0.516810, 32.831, 0.8906, 0.109438),
    (12, 0.331802, 0.772279, 12.813, 0.7977, 0.042711),
    (13, 0.225797, 0.858178, 7.489, 0.7500, 0.024963),
  ])
  func `impatient queues reproduce the published vectors`(
    agents: Double, wait: Double, level: Double, mean: Double, occupancy: Double,
    abandonment: Double
  ) {
    let queue = ContactQueue(
      arrivals: 100, perSeconds: 1_800, handleSeconds: 180, patienceSeconds: 300)
    let result = queue.performance(agents: agents, thresholdSeconds: 20)
    #expect(abs(result.waitProbability - wait) < 1e-6)
    #expect(abs(result.serviceLevel - level) < 1e-6)
    #expect(abs(result.meanWaitSeconds - mean) < 1e-3)
    #expect(abs(result.occupancy - occupancy) < 1e-4)
    #expect(abs(result.abandonment - abandonment) < 1e-6)
  }

  @Test func `the two service levels differ as the field notes say`() {
    let queue = ContactQueue(
      arrivals: 100, perSeconds: 1_800, handleSeconds: 180, patienceSeconds: 300)
    let result = queue.performance(agents: 12, thresholdSeconds: 20)
    #expect(abs(result.serviceLevel - 0.772) < 5e-4)
    // The notes' 0.807 leaves out all who gave up; leaving out only those who
    // gave up within the threshold must lie between the two.
    #expect(abs(result.serviceLevel / (1 - result.abandonment) - 0.807) < 5e-4)
    #expect(result.serviceLevelWithoutQuickAbandons > result.serviceLevel)
    #expect(
      result.serviceLevelWithoutQuickAbandons < result.serviceLevel / (1 - result.abandonment))
  }

  @Test(
    .enabled(
      if: SharedData.has("benchmarks/peers/erlang.csv"),
      "the folder of measured peers is not beside the checkout"))
  func `all rows of the peers' queueing table agree to nine digits`() throws {
    let rows = try SharedData.rows("benchmarks/peers/erlang.csv")
    #expect(rows.count == 36)
    var worst = 0.0
    for row in rows {
      func number(_ name: String) -> Double? { row[name].flatMap(Double.init) }
      let rate = try #require(number("arrivals_per_minute"))
      let handle = try #require(number("aht_minutes"))
      let queue = ContactQueue(
        arrivals: rate, perSeconds: 60, handleSeconds: handle * 60,
        patienceSeconds: number("patience_minutes").map { $0 * 60 })
      let result = queue.performance(
        agents: try #require(number("agents")),
        thresholdSeconds: try #require(number("threshold_minutes")) * 60)
      let pairs: [(Double, Double?)] = [
        (result.waitProbability, number("wait_probability")),
        (result.abandonment, number("abandonment")),
        (result.serviceLevel, number("service_level")),
        (result.meanWaitSeconds / 60, number("mean_wait_minutes")),
        (result.occupancy, number("occupancy")),
      ]
      for case (let value, let expected?) in pairs {
        worst = max(worst, abs(value - expected) / expected)
        #expect(isClose(value, expected, relative: 1e-9), "\(row)")
      }
    }
    #expect(worst < 1e-10)
  }

  @Test(arguments: [
    (0.5, 1, 30, 20), (10, 9, 60, 20), (10, 12, 600, 40), (0.01, 1, 5, 20), (60, 50, 60, 30),
    (3, 1, 2, 20), (8, 9, 3_600, 7_200),
  ])
  func `impatient queues agree with the sum over states`(
    load: Double, agents: Int, patience: Double, threshold: Double
  ) {
    let handle = 180.0
    let queue = ContactQueue(
      arrivals: load, perSeconds: handle, handleSeconds: handle, patienceSeconds: patience)
    let result = queue.performance(agents: Double(agents), thresholdSeconds: threshold)
    let expected = StateSum(
      load: load, agents: agents, handle: handle, patience: patience, threshold: threshold)
    #expect(isClose(result.waitProbability, expected.waitProbability, relative: 1e-9))
    #expect(isClose(result.abandonment, expected.abandonment, relative: 1e-9))
    #expect(isClose(result.meanWaitSeconds, expected.meanWaitSeconds, relative: 1e-9))
    #expect(abs(result.serviceLevel - expected.serviceLevel) < 1e-6)
    #expect(abs(result.serviceLevel + result.lateShare - 1) < 1e-11)
  }

  @Test(arguments: [(0.01, 0.3), (1, 1.5), (10, 13.037), (100, 107), (10_000, 10_100)])
  func `with endless patience Erlang A becomes Erlang C`(load: Double, agents: Double) {
    let patient = ContactQueue(arrivals: load, perSeconds: 100, handleSeconds: 100)
    let nearly = ContactQueue(
      arrivals: load, perSeconds: 100, handleSeconds: 100, patienceSeconds: 1e17)
    let c = patient.performance(agents: agents, thresholdSeconds: 20)
    let a = nearly.performance(agents: agents, thresholdSeconds: 20)
    #expect(isClose(a.waitProbability, c.waitProbability, relative: 1e-7))
    #expect(isClose(a.lateShare, c.lateShare, relative: 1e-7))
    #expect(isClose(a.meanWaitSeconds, c.meanWaitSeconds, relative: 1e-7))
  }

  @Test(arguments: [nil, 15, 300, 40_000])
  func `more agents serve better, more arrivals serve worse`(patience: Double?) {
    for load in [0.01, 0.4, 7, 230, 10_000.0] {
      var last = QueuePerformance?.none
      for step in 1...40 {
        let agents = load * (0.6 + 0.02 * Double(step)) + 0.05 * Double(step)
        let queue = ContactQueue(
          arrivals: load, perSeconds: 200, handleSeconds: 200, patienceSeconds: patience)
        let busier = ContactQueue(
          arrivals: load * 1.01, perSeconds: 200, handleSeconds: 200, patienceSeconds: patience)
        let result = queue.performance(agents: agents, thresholdSeconds: 30)
        let worse = busier.performance(agents: agents, thresholdSeconds: 30)
        #expect((0...1).contains(result.serviceLevel) && result.lateShare.isFinite)
        #expect(worse.lateShare >= result.lateShare * (1 - 1e-10))
        #expect(worse.waitProbability >= result.waitProbability * (1 - 1e-10))
        if let last {
          #expect(result.lateShare <= last.lateShare * (1 + 1e-10))
          #expect(result.waitProbability <= last.waitProbability * (1 + 1e-10))
          #expect(result.meanWaitSeconds <= last.meanWaitSeconds * (1 + 1e-10))
          #expect(result.occupancy <= last.occupancy * (1 + 1e-10))
        }
        last = result
      }
    }
  }

  @Test func `thresholds of hours and empty queues stay finite`() {
    let queue = ContactQueue(
      arrivals: 900, perSeconds: 1_800, handleSeconds: 600, patienceSeconds: 7_200)
    let long = queue.performance(agents: 250, thresholdSeconds: 36_000)
    #expect(abs(long.serviceLevel - (1 - long.abandonment)) < 1e-9)
    let none = ContactQueue(arrivals: 0, perSeconds: 1_800, handleSeconds: 600)
    #expect(none.performance(agents: 0, thresholdSeconds: 20).serviceLevel == 1)
    let overloaded = ContactQueue(arrivals: 100, perSeconds: 1_800, handleSeconds: 180)
    #expect(overloaded.performance(agents: 10, thresholdSeconds: 20).serviceLevel == 0)
    #expect(overloaded.performance(agents: 10, thresholdSeconds: 20).meanWaitSeconds == .infinity)
    #expect(overloaded.performance(agents: 0, thresholdSeconds: 20).waitProbability == 1)
  }
}

/// M/M/n+M by adding up its states; the service level by integrating the
/// equations of the field notes in small steps. Slow and plain on purpose.
private struct StateSum {
  var waitProbability = 0.0
  var abandonment = 0.0
  var meanWaitSeconds = 0.0
  var serviceLevel = 0.0

  init(load: Double, agents: Int, handle: Double, patience: Double, threshold: Double) {
    let arrival = load / handle
    let service = 1 / handle
    let giveUp = 1 / patience
    var weights = [1.0]
    for k in 1...(agents + 4_000) {
      let busy = Double(min(k, agents))
      let queued = Double(max(0, k - agents))
      let next = (weights[k - 1]) * arrival / (busy * service + queued * giveUp)
      if k > agents, next < 1e-18 * (weights.max() ?? 1) { break }
      weights.append(next)
    }
    let total = weights.reduce(0, +)
    let waiting = Array(weights.dropFirst(agents)).map { $0 / total }
    let idle = weights.prefix(agents).reduce(0, +) / total
    let queueLength = waiting.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    waitProbability = waiting.reduce(0, +)
    abandonment = giveUp * queueLength / arrival
    meanWaitSeconds = queueLength / arrival
    // Runge-Kutta of fourth order on G_j(t): served within t with j ahead.
    let rate = Double(agents) * service
    func slope(_ g: [Double]) -> [Double] {
      g.indices.map { j in
        let reach = j == 0 ? rate : (rate + Double(j) * giveUp) * g[j - 1]
        return reach - (rate + Double(j + 1) * giveUp) * g[j]
      }
    }
    var g = Array(repeating: 0.0, count: waiting.count)
    let fastest = rate + Double(waiting.count + 1) * giveUp
    let steps = max(50, Int(threshold * fastest * 4))
    let h = threshold / Double(steps)
    for _ in 0..<steps {
      let k1 = slope(g)
      let k2 = slope(zip(g, k1).map { $0 + h / 2 * $1 })
      let k3 = slope(zip(g, k2).map { $0 + h / 2 * $1 })
      let k4 = slope(zip(g, k3).map { $0 + h * $1 })
      for j in g.indices { g[j] += h / 6 * (k1[j] + 2 * k2[j] + 2 * k3[j] + k4[j]) }
    }
    serviceLevel = idle + zip(waiting, g).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
