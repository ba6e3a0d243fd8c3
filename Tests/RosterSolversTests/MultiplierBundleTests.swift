import StaffOptTestSupport
import Testing

@testable import RosterSolvers

@Suite("Multipliers of several limits by a bundle")
struct MultiplierBundleTests {
  /// A line's cost, and what it passes each of two limits by.
  private typealias Choice = (cost: Double, over: [Int])

  private static func value(_ choice: Choice, at multipliers: [Double]) -> Double {
    zip(multipliers, choice.over).reduce(choice.cost) { $0 + $1.0 * Double($1.1) }
  }

  private static func cheapest(_ choices: [Choice], at multipliers: [Double]) -> Choice {
    choices.min { value($0, at: multipliers) < value($1, at: multipliers) } ?? choices[0]
  }

  /// The greatest relaxed value, where the values of choices and the axes meet.
  private static func greatest(_ choices: [Choice]) -> Double {
    var corners: [[Double]] = [[0, 0]]
    for left in choices {
      for right in choices {
        let (first, second) = (left.over[0] - right.over[0], left.over[1] - right.over[1])
        let cost = right.cost - left.cost
        if first != 0 { corners.append([cost / Double(first), 0]) }
        if second != 0 { corners.append([0, cost / Double(second)]) }
        for third in choices {
          let (one, other) = (left.over[0] - third.over[0], left.over[1] - third.over[1])
          let size = Double(first * other - second * one)
          guard size != 0 else { continue }
          let rest = third.cost - left.cost
          corners.append([
            (cost * Double(other) - rest * Double(second)) / size,
            (rest * Double(first) - cost * Double(one)) / size,
          ])
        }
      }
    }
    return corners.filter { $0[0] >= -1e-9 && $0[1] >= -1e-9 }
      .map { corner in choices.map { value($0, at: corner) }.min() ?? 0 }.max() ?? 0
  }

  @Test(
    "It comes near the greatest relaxed value, also from lines known before",
    arguments: 0..<60 as Range<UInt64>)
  func comesNearTheGreatest(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    // One choice keeps to both limits, so that the value has a greatest.
    var choices: [Choice] = [
      (Double(60 + random.index(below: 40)), [-random.index(below: 3), -random.index(below: 3)])
    ]
    for _ in 0..<(3 + random.index(below: 8)) {
      let over = [random.index(below: 9) - 3, random.index(below: 9) - 3]
      choices.append((Double(random.index(below: 60)), over))
    }
    let greatest = Self.greatest(choices)
    let left = [7, 9]
    var bundle = MultiplierBundle([(0, left[0]), (1, left[1])], scale: 0, centre: [0, 0])
    if random.chance(0.5), let known = choices.last {
      bundle.add(cost: known.cost, counts: zip(known.over, left).map { $0 + $1 })
    }
    var multipliers = [0.0, 0]
    var best = -Double.infinity
    for _ in 0..<60 {
      let line = Self.cheapest(choices, at: multipliers)
      bundle.add(cost: line.cost, counts: zip(line.over, left).map { $0 + $1 })
      bundle.learn(Self.value(line, at: multipliers), at: multipliers)
      best = max(best, Self.value(line, at: multipliers))
      bundle.limit(gap: choices[0].cost - best)
      guard let step = bundle.next(promising: best + 1e-6) else { break }
      #expect(step.multipliers.allSatisfy { $0 >= 0 })
      multipliers = step.multipliers
    }
    #expect(best <= greatest + 1e-6)
    #expect(best >= greatest - 0.02 * max(1, greatest.magnitude), "\(choices) \(bundle)")
  }

  @Test("Without a line, or where none passes a limit, there is no step")
  func noStep() {
    var bundle = MultiplierBundle([(0, 2)], scale: 0, centre: [1])
    #expect(bundle.next() == nil)
    bundle.add(cost: 5, counts: [2])
    bundle.limit(gap: 3)
    #expect(bundle.next() == nil)
  }

  @Test("Lines known before are used once each, the oldest is let go, others' are not used")
  func memory() {
    let owner = BlockIdentity()
    var memory = MultiplierMemory(owner: owner)
    for day in 0..<12 { memory.keep([Int32(day)]) }
    memory.keep([0])
    #expect(memory.lines.count == 12 && memory.lines.last == [0])
    memory.keep([99])
    #expect(memory.lines.count == 12 && memory.lines.first == [2] && memory.lines.last == [99])
  }

  @Test("What one problem's multipliers left behind does not disturb another's")
  func otherProblems() {
    let limits = LineCompiler.Limits(tightCount: -1, periodStates: 0)
    var shared = LineWorkspace()
    var compared = 0
    for seed in 7_000..<7_120 as Range<UInt64> {
      var generator = RosterProblemGenerator(seed: seed)
      generator.dayCounts = 3...7
      generator.optionCounts = 2...3
      let problem = generator.makeBlockProblem()
      var compiler = LineCompiler(problem, limits: limits)
      let optimizer = compiler.optimizer(ofPerson: 0)
      let prices = generator.makePrices(count: problem.options.count)
      let cost = optimizer.solve(optionPrices: prices, workspace: &shared)
      let oracle = RosterLineOracle(problem, person: 0)
      let best = oracle.costs(
        optionPrices: prices, dayOffPrices: Array(repeating: 0, count: problem.dayCount),
        pattern: Array(repeating: .free, count: problem.dayCount)
      ).first
      guard let cost, let best else { continue }
      compared += 1
      #expect(cost >= best - 1e-6 && shared.lowerBound <= best + 1e-6, "seed \(seed)")
    }
    #expect(compared > 60)
  }
}
