import StaffOptTestSupport
import Testing

@testable import Simulation

@Suite("The parts of the simulation")
struct PartsTests {
  @Test("Events come out of the heap in order of time", arguments: [1, 2, 3, 50, 700])
  func heap(count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    var heap = EventHeap(capacity: 4)
    var times: [Double] = []
    var taken: [Double] = []
    for index in 0..<count {
      let time = Double(random.next() % 1_000)
      times.append(time)
      heap.push(.init(time: time, agent: Int32(index), tag: 0))
      if index % 3 == 2 {
        let event = heap.pop()
        #expect(event.time == times.min())
        taken.append(event.time)
        times.remove(at: times.firstIndex(of: event.time) ?? 0)
      }
    }
    times.sort()
    for time in times { #expect(heap.pop().time == time) }
    #expect(heap.nextTime == .infinity)
  }

  @Test("A waiting line keeps its order while it grows around its end")
  func line() {
    var line = WaitingLine()
    var (next, expected) = (0.0, 0.0)
    for round in 1...40 {
      for _ in 0..<(round * 3) {
        line.append(.init(arrival: next, limit: 0, handle: 0, interval: 0))
        next += 1
      }
      for _ in 0..<(round * 2) {
        #expect(line.front.arrival == expected)
        line.removeFront()
        expected += 1
      }
    }
    #expect(Double(line.count) == next - expected)
  }

  @Test("Agents leave a list in the order they came, or from its middle")
  func lists() {
    var lists = AgentLists(lists: 2, agents: 5)
    for agent in [3, 1, 4, 0] { lists.append(agent, to: 1) }
    lists.remove(4)
    lists.remove(4)
    #expect(lists.head(0) == -1)
    for agent in [3, 1, 0] {
      #expect(lists.head(1) == agent)
      lists.remove(agent)
    }
    #expect(lists.head(1) == -1)
  }

  @Test("Deadlines by the clock and in open time, over closed nights")
  func deadlines() {
    let hour = 3_600.0
    let open = [8 * hour..<18 * hour, 32 * hour..<42 * hour]
    let clock = DueTimes(ReplayDeadline(seconds: 4 * hour, openSpans: open))
    #expect(clock.due(9 * hour) == 13 * hour)
    let working = DueTimes(
      ReplayDeadline(seconds: 4 * hour, countsOpenTime: true, openSpans: open))
    #expect(working.due(9 * hour) == 13 * hour)
    #expect(working.due(16 * hour) == 34 * hour)
    #expect(working.due(20 * hour) == 36 * hour)
    #expect(working.due(0) == 12 * hour)
    #expect(working.due(40 * hour) == .infinity)
    // By the clock a ticket of the night is due before the doors open; it
    // still gets an hour.
    let least = DueTimes(
      ReplayDeadline(seconds: 4 * hour, leastOpenSeconds: hour, openSpans: open))
    #expect(least.due(20 * hour) == 33 * hour)
    #expect(least.due(17.5 * hour) == 32.5 * hour)
    #expect(least.due(9 * hour) == 13 * hour)
  }

  @Test("The ratio's margin is that of the ratio estimator")
  func ratio() throws {
    var sums = RatioSums()
    for (x, y) in [(10.0, 8.0), (20, 14), (30, 27)] { sums.add(x: x, y: y) }
    let estimate = try #require(sums.ratio)
    #expect((estimate.value - 49.0 / 60).magnitude < 1e-15)
    // Residuals y - r x: -1/6, -7/3, 5/2; their squares sum to 11.7222.
    let error = (11.722_222_222 / 6).squareRoot() / 20
    #expect((estimate.margin - 4.3027 * error).magnitude < 1e-9)
    var single = RatioSums()
    single.add(x: 4, y: 1)
    #expect(single.ratio?.margin == .infinity)
    #expect(RatioSums().ratio == nil)
  }

  @Test("Student's t approaches the normal distribution")
  func studentT() {
    #expect((Estimate.studentT(degrees: 4) - 2.7764).magnitude < 0.01)
    #expect((Estimate.studentT(degrees: 10) - 2.2281).magnitude < 1e-3)
    #expect((Estimate.studentT(degrees: 100) - 1.98397).magnitude < 1e-4)
  }
}
