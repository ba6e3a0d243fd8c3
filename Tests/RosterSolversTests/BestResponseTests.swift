import Rostering
import StaffOptTestSupport
import Testing

@testable import RosterSolvers

@Suite("Best responses within a part of the days")
struct BestResponseTests {
  private static let problem = RosterSamples.holiday(
    .init(agentCount: 6, dayCount: 7, lengthMinutes: [480]), seed: 4)

  @Test("They gain what the cheapest line of the part saves, whatever was priced before")
  func gainsWithinDays() throws {
    let roster = CompiledRoster(Self.problem)
    let bare = try #require(GreedySolver(roundLimit: 0).solve(Self.problem).lines)
    var draft = RosterDraft(roster, lines: bare)
    var random = SeededGenerator(seed: 9)
    var gains = 0
    for _ in 0..<60 {
      let person = random.index(below: bare.count)
      let first = random.index(below: 5)
      let days = first..<(first + 2)
      let pattern: LinePattern = draft.lines[person].enumerated().map { day, option in
        days.contains(day) ? .free : DayChoice(fixing: option)
      }
      // The same with all days priced.
      var whole = RosterDraft(roster, lines: draft.lines)
      whole.take(person: person)
      let found = whole.bestLine(person: person, pattern: pattern)
      let best = try #require(found)
      let before = draft.cost
      let least = min(before, whole.cost + best.cost)
      let isBetter = GreedySolver.respond(&draft, person: person, pattern: pattern)
      #expect(abs(draft.cost - least) < 1e-6)
      #expect(isBetter == (least < before - 1e-6))
      #expect(abs(draft.cost - roster.cost(of: draft.lines)) < 1e-6)
      if isBetter { gains += 1 }
    }
    #expect(gains > 0)
  }

  @Test("A pattern without a choice is left alone")
  func nothingOpen() throws {
    let roster = CompiledRoster(Self.problem)
    let bare = try #require(GreedySolver(roundLimit: 0).solve(Self.problem).lines)
    var draft = RosterDraft(roster, lines: bare)
    let fixed = bare[0].map { DayChoice(fixing: $0) }
    #expect(!GreedySolver.respond(&draft, person: 0, pattern: fixed))
    #expect(draft.lines == bare)
    #expect(fixed.openDays.isEmpty)
    var open = fixed
    open[2] = .free
    open[4] = .among([], mayBeOff: true)
    #expect(open.openDays == 2..<5)
  }
}
