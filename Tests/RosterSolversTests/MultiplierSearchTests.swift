import StaffOptTestSupport
import Testing

@testable import RosterSolvers

@Suite("Multiplier search")
struct MultiplierSearchTests {
  /// A line's cost without the multiplier and what it passes the limit by.
  private typealias Choice = (cost: Double, over: Int)

  private static func value(_ choices: [Choice], at multiplier: Double) -> (Double, over: Int) {
    let best = choices.min {
      $0.cost + multiplier * Double($0.over) < $1.cost + multiplier * Double($1.over)
    }
    guard let best else { return (.infinity, 0) }
    return (best.cost + multiplier * Double(best.over), best.over)
  }

  @Test("It ends at the greatest relaxed value", arguments: 0..<200 as Range<UInt64>)
  func findsTheGreatest(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    // One choice keeps to the limit, so that the value has a greatest.
    var choices: [Choice] = [(Double(50 + random.index(below: 50)), -random.index(below: 3))]
    for _ in 0..<(2 + random.index(below: 8)) {
      choices.append((Double(random.index(below: 60)), random.index(below: 9) - 3))
    }
    // The value's pieces meet where two choices cost the same.
    var greatest = Self.value(choices, at: 0).0
    for left in choices {
      for right in choices where left.over > right.over {
        let meet = (right.cost - left.cost) / Double(left.over - right.over)
        if meet > 0 { greatest = max(greatest, Self.value(choices, at: meet).0) }
      }
    }
    var search = MultiplierSearch(step: random.unit() * 4)
    var multiplier = random.chance(0.5) ? 0 : random.unit() * 20
    var best = -Double.infinity
    var runs = 0
    while runs < 60 {
      let (value, over) = Self.value(choices, at: multiplier)
      best = max(best, value)
      runs += 1
      guard let next = search.next(after: multiplier, value: value, over: over) else { break }
      multiplier = next
    }
    #expect(runs < 60)
    #expect(abs(best - greatest) < 1e-6, "\(choices)")
  }
}
