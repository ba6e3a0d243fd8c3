/// What the page's template shows, as finished text and markup.
///
/// The template looks names up from the inside out, so a property of an inner
/// value is never optional: a missing one would be looked for further out.
struct PageContext {
  var languageTag: String
  var style: String
  var title: String
  var period: String
  var team: String
  var zone: String
  var verdict: String
  var isBroken: Bool
  var heads: Heads
  var cards: [Card]
  var violations: [Violations]
  var warnings: [Lines]
  var days: [Day]
  var classes: [DayClassName]
  var hasCovers: Bool
  var hasTarget: Bool
  var rampUp: String
  var gaps: [Gaps]
  var shiftGaps: [ShiftGaps]
  var hasNoGaps: Bool
  var noGaps: String
  var posts: [Lines]
  var outlooks: [OutlookPart]
  var grid: [Grid]
  var fairness: [Fairness]
  var costs: [CostRow]
  var totalCost: String
  var currencyNote: String
  var proof: String
  var choices: [Choices]
  var methods: [Methods]
  var forecasts: [ForecastPart]
  var footnotes: [String]

  /// Headings and column heads.
  struct Heads {
    var kicker, violations, warnings, coverage, rampUp, gaps, posts, roster, fairness: String
    var cost, choices, method, personBars, carried: String
    var employee, date, time, skill, shift, rule, limit, actual, explanation, shifts, hours: String
    var need, cover, short, breaks, target, onDuty, agentsShort, atWorst, agentHours: String
    var workClass, goal, arrivals, handleTime, shrinkage, serving, onDutyHours, highest: String
    var least, mean, most, total: String
  }

  struct Card { var label, value, unit, note, tone: String }

  struct Violations { var rows: [Violation] }
  struct Violation { var who, when, rule, limit, actual, message: String }

  struct Lines { var lines: [String] }

  struct DayClassName { var dayClass, className: String }

  struct Day {
    var dayClass, className, name, onDuty, short: String
    var isShort: Bool
    var charts: [Chart]
  }
  struct Chart {
    var skill, skillShort: String
    var isSkillShort: Bool
    var picture: String
  }

  struct Gaps {
    var rows: [Gap]
    var hasMore: Bool
    var more: String
  }
  struct Gap { var date, time, skill, agents, worst, hours: String }

  struct ShiftGaps { var rows: [ShiftGap] }
  struct ShiftGap { var date, shift, wanted, there, missing: String }

  struct OutlookPart {
    var heading: String
    var columns: [String]
    var rows: [OutlookRow]
    var sentences: [String]
  }
  struct OutlookRow {
    var name: String
    var cells: [String]
  }

  struct Grid {
    var patterns: [Pattern]
    var marks: [Sign]
    var columns: [Column]
    var people: [Row]
    var totalShifts, totalHours: String
  }
  struct Pattern { var swatch, patternName: String }
  struct Sign { var kind, sign, meaning: String }
  struct Column { var dayClass, className, weekday, date, onDuty: String }
  struct Row {
    var name, about: String
    var cells: [Cell]
    var shifts, paidHours: String
  }
  struct Cell {
    var style, hint, words, pattern: String
    var hasNote: Bool
    var signs: [Sign]
  }

  struct Fairness {
    var spreads: [Spread]
    var isOpen, hasCarried: Bool
    var bars: [Bars]
  }
  struct Spread { var burden, picture, least, mean, most: String }
  struct Bars {
    var name: String
    var cells: [Bar]
  }
  struct Bar {
    var hasBefore: Bool
    var before, now, amount: String
  }

  struct CostRow { var part, width, amount, share: String }

  struct Choices { var rows: [Choice] }
  struct Choice { var name, people, width, met, explanation: String }

  struct ForecastPart { var heading, legend, charts: String }

  struct Methods { var rows: [Method] }
  struct Method {
    var name, skill, goal, arrivals, handleTime, shrinkage, serving, onDuty, highest: String
  }
}
