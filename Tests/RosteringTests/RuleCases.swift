import Rostering
import StaffOptTestSupport

/// A hand-made line and how often it breaks a rule.
struct RuleCase: Sendable, CustomStringConvertible {
  /// The rule, as a plan would have it.
  var rule: any RosterRule
  /// One letter a day, see `PlanSamples.shifts`.
  var line: String
  /// The days on which violations are reported, ascending.
  var brokenOn: [Int]
  /// What the case shows.
  var note: String
  /// The first date: 2026-02-16 is a Monday.
  var from = "2026-02-16"

  var description: String { "\(type(of: rule).key): \(line) (\(note))" }
}

/// Cases at the limit, one below and one above, for each rule of the
/// catalogue; `RuleTests` fails when a rule has none.
let ruleCases: [RuleCase] = [
  // D ends at 16:00, E starts at 15:00 and ends at 23:00, D starts at 08:00.
  .init(rule: RestBetweenShifts(leastMinutes: 540), line: "E D", brokenOn: [], note: "at limit"),
  .init(rule: RestBetweenShifts(leastMinutes: 541), line: "E D", brokenOn: [1], note: "above"),
  .init(rule: RestBetweenShifts(leastMinutes: 539), line: "E D", brokenOn: [], note: "below"),
  .init(
    rule: RestBetweenShifts(leastMinutes: 1_561), line: "N . D", brokenOn: [2],
    note: "across a day off: 06:00 to 08:00 a day later is 26 h"),
  .init(rule: RestBetweenShifts(leastMinutes: 1_560), line: "N . D", brokenOn: [], note: "26 h"),
  .init(
    rule: RestBetweenShifts(leastMinutes: 660), line: "N | D", brokenOn: [0],
    note: "the night before the horizon counts"),
  .init(
    rule: RestBetweenShifts(leastMinutes: 660), line: "E N | .", brokenOn: [],
    note: "what went wrong before the horizon is not reported"),
  .init(rule: RestAfterNights(leastMinutes: 1_560), line: "N . D", brokenOn: [], note: "at limit"),
  .init(rule: RestAfterNights(leastMinutes: 1_561), line: "N . D", brokenOn: [2], note: "above"),
  .init(
    rule: RestAfterNights(leastMinutes: 2_880), line: "N N N", brokenOn: [],
    note: "nights may follow nights"),
  .init(
    rule: RestAfterNights(leastMinutes: 2_880), line: "N . | D", brokenOn: [0], note: "history"),
  .init(rule: HoursPerDay(mostMinutes: 720), line: "L", brokenOn: [], note: "at limit"),
  .init(rule: HoursPerDay(mostMinutes: 719), line: ". L", brokenOn: [1], note: "above"),
  .init(rule: HoursPerDay(leastMinutes: 480), line: "D .", brokenOn: [], note: "off is not short"),
  .init(rule: HoursPerDay(leastMinutes: 481), line: "D L", brokenOn: [0], note: "below"),
  .init(
    rule: HoursPerWeek(mostMinutes: 2_400), line: "D D D D D . . D", brokenOn: [],
    note: "40 h, and a new week"),
  .init(
    rule: HoursPerWeek(mostMinutes: 2_400), line: "D D D D L . . .", brokenOn: [6], note: "44 h"),
  .init(
    rule: HoursPerWeek(leastMinutes: 1_440), line: "D D . . . . . D", brokenOn: [6],
    note: "16 h of 24 h; the second week goes on after the horizon"),
  .init(
    rule: HoursPerWeek(leastMinutes: 960), line: "D D . . . . . D", brokenOn: [], note: "at limit"),
  .init(
    rule: HoursPerWeek(mostMinutes: 1_440), line: "D D D D | . . .", brokenOn: [],
    note: "32 h before the horizon are not its fault", from: "2026-02-20"),
  .init(
    rule: HoursPerWeek(mostMinutes: 1_440), line: "D D D D | D . .", brokenOn: [2],
    note: "but nothing may be added to them", from: "2026-02-20"),
  .init(
    rule: HoursPerWeek(mostMinutes: 2_400), line: "D D D | D D D . .", brokenOn: [3],
    note: "the week began before the horizon: 48 h up to Sunday", from: "2026-02-19"),
  .init(rule: HoursInHorizon(mostMinutes: 960), line: "D D .", brokenOn: [], note: "at limit"),
  .init(rule: HoursInHorizon(mostMinutes: 960), line: "D L .", brokenOn: [2], note: "above"),
  .init(rule: HoursInHorizon(leastMinutes: 961), line: "D D .", brokenOn: [2], note: "below"),
  .init(
    rule: HoursInHorizon(mostMinutes: 480), line: "D D | D", brokenOn: [],
    note: "history does not count"),
  // L is 12 h: 4 h overtime on a workday; 2026-02-20 is a Friday.
  .init(
    rule: OvertimePerMonth(mostMinutes: 480), line: "L L D", brokenOn: [], note: "at limit"),
  .init(rule: OvertimePerMonth(mostMinutes: 479), line: "L L D", brokenOn: [2], note: "above"),
  .init(
    rule: OvertimePerMonth(mostMinutes: 479), line: "D D", brokenOn: [1],
    note: "a paid rest day is overtime", from: "2026-02-20"),
  .init(
    rule: OvertimePerMonth(mostMinutes: 479), line: "L | L", brokenOn: [0],
    note: "history of the same month counts"),
  .init(
    rule: OvertimePerMonth(mostMinutes: 479), line: "L L | D", brokenOn: [],
    note: "what went wrong before the horizon is not reported"),
  .init(
    rule: OvertimePerMonth(mostMinutes: 479), line: "L L | L", brokenOn: [0],
    note: "but it may not grow"),
  .init(rule: DaysInARow(most: 3), line: "D D D . D", brokenOn: [], note: "at limit"),
  .init(rule: DaysInARow(most: 2), line: "D D D . D", brokenOn: [2], note: "above"),
  .init(rule: DaysInARow(most: 3), line: "D D | D D .", brokenOn: [1], note: "history counts"),
  .init(rule: DaysInARow(least: 2), line: ". D . D D", brokenOn: [1], note: "a single day"),
  .init(rule: DaysInARow(least: 2), line: ". D D .", brokenOn: [], note: "at limit"),
  .init(
    rule: DaysInARow(least: 3), line: "D . . D", brokenOn: [],
    note: "both borders are open without history"),
  .init(
    rule: DaysInARow(least: 3), line: ". D | . .", brokenOn: [0], note: "the plan ends the run"),
  .init(rule: DaysOffInARow(least: 2), line: "D . D", brokenOn: [1], note: "below"),
  .init(rule: DaysOffInARow(least: 2), line: "D . . D", brokenOn: [], note: "at limit"),
  .init(rule: DaysOffInARow(most: 2), line: "D . . . D", brokenOn: [3], note: "above"),
  .init(
    rule: DaysOffInARow(least: 2), line: "D . | D", brokenOn: [0],
    note: "the plan ends the day off before it"),
  .init(rule: DaysOff(least: 1, within: 3), line: "D D . D D", brokenOn: [], note: "at limit"),
  .init(rule: DaysOff(least: 1, within: 3), line: "D D D . D", brokenOn: [2], note: "below"),
  .init(
    rule: DaysOff(least: 2, within: 4), line: "D . D D . .", brokenOn: [3], note: "two in four"),
  .init(
    rule: DaysOff(least: 2, within: 4), line: "D . D . D .", brokenOn: [], note: "two in four"),
  .init(
    rule: DaysOff(least: 2, within: 4), line: "D D | D .", brokenOn: [1], note: "history counts"),
  .init(rule: DaysOff(least: 1, within: 3), line: "D D | D .", brokenOn: [0], note: "history"),
  .init(rule: NightsInARow(most: 2), line: "N N D", brokenOn: [], note: "at limit"),
  .init(rule: NightsInARow(most: 2), line: "N N N", brokenOn: [2], note: "above"),
  .init(rule: NightsInARow(most: 2), line: "N N | N", brokenOn: [0], note: "history"),
  .init(
    rule: DaysOff(least: 2, within: 5), line: "D D D D | . D", brokenOn: [1],
    note: "four days before leave one day off, then two are due"),
  .init(rule: NightsInARow(least: 2), line: "D N . N N", brokenOn: [1], note: "a single night"),
  .init(rule: NightCount(most: 2), line: "N . N", brokenOn: [], note: "at limit"),
  .init(rule: NightCount(most: 1), line: "N . N", brokenOn: [2], note: "above"),
  .init(rule: NightCount(least: 1), line: "D D", brokenOn: [1], note: "below"),
  .init(
    rule: WeekendsWorked(most: 1), line: "D D . . . . . . .", brokenOn: [], note: "at limit",
    from: "2026-02-21"),
  .init(
    rule: WeekendsWorked(most: 1), line: "D . . . . . . D .", brokenOn: [7], note: "above",
    from: "2026-02-21"),
  .init(
    rule: WeekendsWorked(most: 0), line: "D | . .", brokenOn: [0],
    note: "Saturday before the horizon touches the weekend of day 0", from: "2026-02-22"),
  .init(rule: ShiftCount(most: 2), line: "D D .", brokenOn: [], note: "at limit"),
  .init(rule: ShiftCount(most: 2), line: "D D E", brokenOn: [2], note: "above"),
  .init(rule: ShiftCount(least: 3), line: "D D .", brokenOn: [2], note: "below"),
  .init(
    rule: ShiftsOfPattern(patterns: ["E", "N"], most: 2), line: "E N D", brokenOn: [],
    note: "at limit"),
  .init(
    rule: ShiftsOfPattern(patterns: ["E", "N"], most: 1), line: "E N D", brokenOn: [2],
    note: "above"),
  .init(
    rule: ShiftsOfPattern(patterns: ["E"], least: 1), line: "D N", brokenOn: [1], note: "below"),
  .init(
    rule: ForbiddenNextDay(after: ["E"], never: ["D"]), line: "E D", brokenOn: [1], note: "next day"
  ),
  .init(
    rule: ForbiddenNextDay(after: ["E"], never: ["D"]), line: "E . D", brokenOn: [],
    note: "a day later it may"),
  .init(
    rule: ForbiddenNextDay(after: ["E"], never: ["D"]), line: "E | D", brokenOn: [0],
    note: "history"),
]
