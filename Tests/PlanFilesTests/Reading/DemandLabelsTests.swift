import CivilTime
import Rostering
import Testing
import Workload

@testable import PlanFiles

@Suite struct DemandLabelsTests {
  /// The labels of a calendar written in YAML, one line a day.
  private func labels(_ yaml: String) throws -> [String] {
    let log = ProblemLog()
    let text = "calendar:\n" + yaml.split(separator: "\n").map { "  \($0)\n" }.joined()
    let node = try #require(PlanYaml(file: "x", log: log).root(of: Array(text.utf8)))
    let root = SectionReader(node, key: PlanReference.plan(), log: log)
    let section = CalendarSection(root.section("calendar"))
    #expect(log.problems.map(\.code) == [.keyMissing], "only the horizon is missing")
    return section.labels.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
  }

  @Test func aHolidayInTheMiddleOfTheWeek() throws {
    // Wednesday.
    #expect(
      try labels("days: {2026-04-15: {class: statutory-day, holiday: X}}") == [
        "2026-04-14 eve of X", "2026-04-15 X day 1", "2026-04-16 day after X",
      ])
  }

  @Test func aThursdayMakesABridgeOfFriday() throws {
    #expect(
      try labels("days: {2026-04-16: {class: statutory-day, holiday: X}}") == [
        "2026-04-15 eve of X", "2026-04-16 X day 1", "2026-04-17 bridge day of X",
        "2026-04-20 day after X",
      ])
  }

  @Test func aTuesdayMakesABridgeOfMonday() throws {
    #expect(
      try labels("days: {2026-04-14: {class: statutory-day, holiday: X}}") == [
        "2026-04-13 bridge day of X", "2026-04-14 X day 1", "2026-04-15 day after X",
      ])
  }

  @Test func eachYearCountsFromItsOwnFirstDay() throws {
    let found = try labels(
      "days: {2025-10-01..2025-10-02: {class: statutory-day, holiday: N},"
        + " 2026-10-01: {class: statutory-day, holiday: N}}")
    #expect(
      found.filter { $0.contains("N day") } == [
        "2025-10-01 N day 1", "2025-10-02 N day 2", "2026-10-01 N day 1",
      ])
  }

  @Test func aWorkedFestivalHasNoEve() throws {
    #expect(
      try labels(
        "days: {2026-03-03: {class: workday, holiday: L},"
          + " 2026-04-15: {class: workday, holiday: X, demand: holiday}}") == [
          "2026-03-03 L day 1, worked", "2026-04-14 eve of X", "2026-04-15 X day 1",
          "2026-04-16 day after X",
        ])
  }

  @Test func whatThePlanSaysGoesFirst() throws {
    #expect(
      try labels(
        """
        rest-weekdays: [friday, saturday]
        days:
          1999-03-31: {holiday: Passover, demand: eve}
          1999-04-01: {class: statutory-day, holiday: Passover}
          1999-04-04: {demand: ordinary}
          1999-04-05: {holiday: Passover, demand: bridge}
          1999-04-09: adjusted-workday
          1999-04-10: {class: adjusted-workday, works-like: monday}
        """) == [
          "1999-03-31 eve of Passover", "1999-04-01 Passover day 1",
          "1999-04-05 bridge day of Passover", "1999-04-09 works like a thursday",
          "1999-04-10 works like a monday",
        ])
  }
}
