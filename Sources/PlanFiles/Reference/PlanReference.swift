import Rostering

/// Everything that a plan folder may say: the keys of plan.yaml and the
/// columns of the CSV files, with their defaults and meanings.
public enum PlanReference {
  /// The keys of plan.yaml, as the children of a key without a name.
  ///
  /// - Parameter rules: The rules that may stand under `rules`.
  public static func plan(rules: [RuleDefinition] = RuleCatalogue.definitions) -> PlanKey {
    .section(
      "", "The whole plan",
      basics + [calendar, pay, night, workload] + team + [
        ruleSection(rules), fairness, choice, prices, standby, newAgents, files, historyKnownFrom,
      ])
  }

  /// The CSV files of a plan.
  public static let tables: [TableSchema] = [
    .staff, .requests, .availability, .pinned, .historyRoster, .tickets, .intervals, .need,
    .queueCases,
  ]

  private static let basics: [PlanKey] = [
    PlanKey("name", form: "a text", "The plan's name; by default that of its folder"),
    PlanKey("currency", form: "a text", default: "CNY", "The currency of all prices and wages"),
    PlanKey(
      "zone", form: "a time zone such as Asia/Shanghai", default: "Asia/Shanghai",
      "The zone whose wall clock the plan is written in"),
    .section(
      "horizon", "The days to be planned", isRequired: true,
      [
        PlanKey("from", form: "a date", "The first day", isRequired: true),
        PlanKey(
          "to", form: "a date", "The last day, at most two years after the first",
          isRequired: true),
      ]),
    PlanKey(
      "interval", form: "15m, 30m or 60m", default: "30m", "The length of an interval of the need"),
    PlanKey(
      "week-starts", form: "a weekday", default: "monday", "The weekday on which a week begins"),
    PlanKey(
      "opening", form: "a map of days to opening hours", default: "{default: 00:00-24:00}",
      "When the team serves its customers: hours such as 08:00-24:00, or closed, under "
        + "`default`, a weekday, a day class or a date; the nearest to the date wins",
      hasFreeKeys: true),
  ]

  private static let calendar = PlanKey.section(
    "calendar", "What the days are in law",
    [
      PlanKey(
        "rest-weekdays", form: "a list of weekdays", default: "[saturday, sunday]",
        "The weekly rest days"),
      PlanKey(
        "days", form: "a map of dates to day classes",
        "Dates or spans of dates that differ from their weekday; past holidays teach the "
          + "forecast",
        hasFreeKeys: true,
        children: [
          PlanKey(
            "class", form: listed(DayClass.words.map(\.name)),
            "What the day is in law; by default what its weekday is"),
          PlanKey("holiday", form: "a text", "The holiday that the day belongs to"),
          PlanKey(
            "demand", form: "holiday, eve, bridge, day-after or ordinary",
            "What the day is for demand: a day of the holiday, its eve, a bridge day, the day "
              + "after it or a day like any other; by default it follows from the calendar"),
          PlanKey(
            "works-like", form: "a weekday",
            "The weekday whose demand an adjusted workday has; by default the nearest "
              + "weekday that is no rest day"),
        ]),
    ])

  private static let pay = PlanKey.section(
    "pay", "What an hour of work costs, as a factor of the base hour",
    [
      PlanKey("workday", form: "a percentage", default: "100%", "On workdays"),
      PlanKey(
        "overtime", form: "a percentage", default: "150%",
        "On workdays beyond the standard day"),
      PlanKey("rest-day", form: "a percentage", default: "200%", "On rest days"),
      PlanKey("statutory-day", form: "a percentage", default: "300%", "On statutory days"),
      PlanKey(
        "night-supplement", form: "a percentage", default: "0%",
        "Added to the factor within the night hours"),
      PlanKey(
        "standard-day", form: "a length of time", default: "8h",
        "Paid time of a shift after which overtime begins"),
      PlanKey(
        "rest-day-time-back", form: "true or false", default: "true",
        "Whether those who chose rest get time back for rest days, at base pay"),
      PlanKey(
        "monthly-hours", form: "a number of hours", default: "174",
        "Hours that a monthly pay stands for; in China 21.75 days of 8 hours"),
    ])

  private static let night = PlanKey.section(
    "night", "What makes a shift a night shift",
    [
      PlanKey("from", form: "a time", default: "22:00", "Where the night begins"),
      PlanKey("to", form: "a time", default: "06:00", "Where it ends"),
      PlanKey(
        "at-least", form: "a length of time", default: "3h",
        "The least part of a shift inside the night that makes it a night shift"),
    ])

  private static let team: [PlanKey] = [
    .sections(
      "shifts", "The shift patterns; or the name of a YAML file of the folder that lists them",
      [
        PlanKey("name", form: "a text", "Its name, unique in the plan", isRequired: true),
        PlanKey(
          "starts", form: "a list of times, or 08:00..12:00 every 30m",
          "When it may start", isRequired: true),
        PlanKey(
          "lengths", form: "a list of lengths of time, or 4h..8h every 1h",
          "How long it may last, breaks included", isRequired: true),
        .sections(
          "breaks", "Its breaks in the order they are taken; a shift too short for one is without",
          [
            PlanKey("length", form: "a length of time", "How long it is", isRequired: true),
            PlanKey(
              "between", form: "two lengths of time such as [3h, 5h30m]",
              "The earliest and the latest start, counted from the start of the shift",
              isRequired: true),
            PlanKey("paid", form: "true or false", default: "false", "Whether it is paid"),
          ]),
        PlanKey(
          "days", form: "a list of days", default: "all",
          "The days on which it may be used"),
        PlanKey(
          "skills", form: "a list of skills",
          "The skills of which one is needed to work it; by default none"),
      ]),
    .sections(
      "modes", "Lines that a fixed number of agents hold, whatever the demand",
      [
        PlanKey("skill", form: "a skill", "The skill of the line", isRequired: true),
        PlanKey("days", form: "a list of days", default: "all", "The days it is so"),
        PlanKey(
          "mode", form: "one-all-day or two-staggered",
          "One agent from opening to closing, or two a day one after the other", isRequired: true),
        PlanKey(
          "stagger", form: "a length of time", default: "4h",
          "How much later the second of two starts"),
        PlanKey("shift", form: "a shift pattern", "The pattern they work", isRequired: true),
      ]),
    .section(
      "ramp-up",
      "The share of the team on duty, from the first day to the last; without it "
        + "only the need decides",
      [
        PlanKey("first", form: "a percentage", "The share on the first day"),
        PlanKey("last", form: "a percentage", "The share on the last day, even steps between"),
        PlanKey("shares", form: "a list of percentages", "The share of each day, in place of both"),
        PlanKey(
          "price-above", form: "a price", default: "60", "Price of each person above the share"),
        PlanKey(
          "price-below", form: "a price", default: "0", "Price of each person below the share"),
      ]),
  ]

  private static func ruleSection(_ rules: [RuleDefinition]) -> PlanKey {
    let scope = [
      PlanKey("teams", form: "a list of teams", "Whom it binds; by default all teams"),
      PlanKey("employees", form: "a list of ids", "Whom it binds; by default everybody"),
    ]
    return .section(
      "rules",
      "Hard rules of each person's shifts; each a map, or a list of maps for different "
        + "teams",
      rules.map { rule in
        let parameters = rule.parameters.map { parameter in
          PlanKey(
            parameter.name, form: parameter.kind.form, withoutStop(parameter.summary),
            isRequired: parameter.isRequired)
        }
        return .sections(rule.key, withoutStop(rule.summary), parameters + scope)
      })
  }

  private static let fairness = PlanKey.section(
    "fairness", "Price of a person's first unit of each burden; the n-th costs n times as much",
    [
      PlanKey("premium-day", form: "a price", default: "30", "A premium day"),
      PlanKey("night", form: "a price", default: "20", "A night shift"),
      PlanKey("weekend", form: "a price", default: "20", "A weekend with work"),
      PlanKey("hours", form: "a price", default: "0", "Eight paid hours"),
      PlanKey(
        "premium-classes", form: "a list of day classes", default: "[statutory-day]",
        "The day classes whose days are premium days"),
      PlanKey(
        "premium-at-least", form: "a length of time", default: "3h",
        "Paid time on a premium day from which the day counts as worked"),
    ])

  private static let choice = PlanKey.section(
    "choice", "Prices of each person's choice between pay and rest",
    [
      PlanKey(
        "pay-target-days", form: "a whole number", default: "2",
        "Premium days that those who chose pay should get"),
      PlanKey(
        "pay-shortfall", form: "a price", default: "80", "The first premium day missing to that"),
      PlanKey(
        "rest-broken", form: "a price", default: "120",
        "The first premium day worked by somebody who chose rest"),
    ])

  private static let prices = PlanKey.section(
    "prices", "Prices of what a roster may fall short of, in the plan's currency",
    [
      PlanKey(
        "shortfall", form: "a price or an ascending list of prices", default: "[200, 400, 800]",
        "An agent-hour short: the first, the second and each further missing agent"),
      PlanKey(
        "late-ticket", form: "a price",
        "A contact answered at once that is expected to be late. With it, missing agents for such "
          + "classes cost what their absence does to customers over the forecast's band, in place "
          + "of \"shortfall\""),
      PlanKey("surplus", form: "a price", default: "4", "An agent-hour beyond the need"),
      PlanKey("post", form: "a price", default: "1500", "A shift of a mode that nobody holds"),
      .sections(
        "peaks", "Hours in which a shortfall weighs more",
        [
          PlanKey("hours", form: "hours such as 10:00-12:00", "The hours", isRequired: true),
          PlanKey(
            "factor", form: "a number of at least 1", "What the shortfall price is multiplied by",
            isRequired: true),
        ]),
      PlanKey(
        "asked-leave", form: "a price", default: "150",
        "A shift against leave that was asked for, where the request has no price"),
      PlanKey(
        "wish", form: "a price", default: "30",
        "A day against a wish, where the request has no price"),
    ])

  private static let standby = PlanKey.section(
    "standby", "How sure cover has to be when people do not come, for the on-call list",
    [
      PlanKey(
        "no-show", form: "a percentage", default: "5%",
        "The share of shifts whose person does not come"),
      PlanKey(
        "hold", form: "a percentage", default: "95%",
        "The probability with which every interval keeps its cover"),
    ])

  private static let newAgents = PlanKey.section(
    "new-agents", "How much of a full agent somebody counts after the start date",
    [
      PlanKey("first", form: "a percentage", default: "50%", "On the start date"),
      PlanKey(
        "full-after", form: "a length of time in days", default: "90d",
        "When they count in full, even steps between"),
    ])

  private static let files = PlanKey.section(
    "files", "Names of the CSV files beside plan.yaml",
    [
      PlanKey("staff", form: "a file name", default: "staff.csv", "The people"),
      PlanKey("requests", form: "a file name", default: "requests.csv", "Leave and wishes"),
      PlanKey(
        "availability", form: "a file name", default: "availability.csv", "When people can work"),
      PlanKey("pinned", form: "a file name", default: "pinned.csv", "Days settled beforehand"),
      PlanKey(
        "history-roster", form: "a file name", default: "history-roster.csv",
        "Shifts worked before the horizon"),
    ])

  private static let historyKnownFrom = PlanKey(
    "history-known-from", form: "a date",
    "From when on the shifts before the horizon are complete; by default the first date of "
      + "their file")

  private static func withoutStop(_ text: String) -> String {
    text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}

extension RuleParameterKind {
  /// The form of a value, for messages.
  var form: String {
    switch self {
    case .minutes: "a length of time such as 11h"
    case .count: "a whole number"
    case .patterns: "a list of shift patterns"
    }
  }
}
