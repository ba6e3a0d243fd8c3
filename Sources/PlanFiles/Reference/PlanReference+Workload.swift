extension PlanReference {
  static let workload = PlanKey.section(
    "workload", "The customers: what they ask, what they are promised, what is known of the past",
    [
      history,
      .sections(
        "classes", "Kinds of work that are promised the same service",
        [
          PlanKey("name", form: "a text", "Its name, unique in the plan", isRequired: true),
          PlanKey("skill", form: "a skill", "The skill it needs; by default its name"),
          .section(
            "takes", "Which tickets of the history it takes; a list that is not given takes all",
            [
              PlanKey("queue", form: "a list of queues", "By queue or type of question"),
              PlanKey("urgency", form: "a list of urgencies", "By urgency or priority"),
              PlanKey("channel", form: "a list of channels", "By channel"),
            ]),
          PlanKey(
            "goal", form: "a goal such as 80% in 30s or finished in 24h",
            "What its customers are promised: `80% in 30s`, `mean wait 45s`, "
              + "`at most 30% wait`, `at most 5% abandon`, `finished in 24h`, or "
              + "`finished in 8h working` counted in opening hours",
            isRequired: true),
          PlanKey(
            "concurrency", form: "a number of at least 1", default: "1",
            "Contacts that an agent serves at once"),
          PlanKey(
            "handle-time", form: "a length of time",
            "The mean work of a contact; by default learned from the history"),
          PlanKey(
            "wrap-up", form: "a length of time", default: "0s",
            "Work after each contact that the history does not contain"),
          PlanKey(
            "shrinkage", form: "a percentage", default: "0%",
            "The share of the time on duty that is lost beyond planned breaks"),
          PlanKey(
            "occupancy", form: "a percentage", default: "100%",
            "The largest share of their time that agents may be busy"),
          PlanKey(
            "patience", form: "a length of time",
            "The mean time a customer waits before giving up; by default all wait"),
          PlanKey(
            "priority", form: "a whole number from 1 to 9", default: "5",
            "Waiting contacts of a class with a lower number are answered first. Once the classes "
              + "of a skill differ in it or in their head start, they wait in one queue for all "
              + "its agents; else each class gets agents of its own"),
          PlanKey(
            "head-start", form: "a length of time", default: "0s",
            "Its contacts count as having waited so long when they arrive"),
          PlanKey(
            "backlog", form: "a number of tickets", default: "0",
            "Tickets with a deadline that already wait when the horizon begins; they get the "
              + "whole of the deadline from there"),
        ]),
      PlanKey(
        "deadline-work", form: "free or level", default: "level",
        "When work with a deadline is done: `free` hands the solver arrivals and deadlines, and it "
          + "chooses when within them the work is done; `level` lays it as evenly as the deadlines "
          + "allow before the solver begins"),
      PlanKey(
        "need", form: "a file name",
        "A CSV file of agents wanted, in place of a forecast for the skills it names"),
      PlanKey(
        "ratios", form: "a map of days to percentages",
        "Demand of special days as a share of the usual, in place of what the history shows: "
          + "under a date, a span of dates, a holiday's name, `NAME day 2`, `eve of NAME`, "
          + "`day after NAME` or `bridge day of NAME` a percentage, or a map of classes to "
          + "percentages",
        hasFreeKeys: true),
      .sections(
        "events", "Known changes of demand: campaigns, outages, mailings",
        [
          PlanKey("name", form: "a text", "What reports call it; by default its dates"),
          PlanKey("days", form: "a date or a span of dates", "When it is", isRequired: true),
          PlanKey(
            "hours", form: "hours such as 10:00-12:00", default: "00:00-24:00",
            "The hours of each of its days"),
          PlanKey("multiply", form: "a percentage", "What it makes of the demand in its hours"),
          PlanKey("add", form: "a number", "Contacts it adds on each of its days"),
          PlanKey(
            "classes", form: "a list of workload classes", "Whom it concerns; all by default"),
        ]),
    ])

  private static let history = PlanKey.section(
    "history", "The past tickets that the forecast learns from",
    [
      PlanKey("file", form: "a file name", default: "tickets.csv", "A CSV file, also packed (.gz)"),
      PlanKey(
        "preset", form: HistoryPreset.all.map(\.word).joined(separator: ", "),
        "The product whose export the file is; by default recognised by its headers. Calabrio's "
          + "layout has no header row"),
      PlanKey(
        "kind", form: "tickets or intervals", default: "tickets",
        "Whether a row is a ticket or the count of an interval"),
      .section(
        "columns", "The headers of its columns where they differ from the usual ones",
        (TableSchema.tickets.columns + TableSchema.intervals.columns).reduce(into: []) {
          keys, column in
          guard !keys.contains(where: { $0.name == column.name }) else { return }
          keys.append(PlanKey(column.name, form: "a header", "The column for: \(column.summary)"))
        }),
      PlanKey(
        "date-format", form: "a format such as d/M/yyyy HH:mm, or a list of them",
        "How its times are written; by default year, month, day and then the time, which a list "
          + "calls `usual`. Of several the first that reads a value is taken"),
      PlanKey(
        "zone", form: "a time zone", "The zone of times without an offset; by default the plan's"),
      PlanKey("from", form: "a date", "The first day used; by default the first of the file"),
      PlanKey(
        "to", form: "a date", "The last day used; by default the day before the horizon"),
      PlanKey(
        "missing", form: "a list of dates or spans of dates",
        "Days on which the log is known to be incomplete; their demand is unknown, not zero"),
      PlanKey(
        "trusted", form: "a list of dates or spans of dates",
        "Days on which the log is right although it looks odd; no fault is looked for there"),
      PlanKey(
        "abandoned", form: "a list of values", "Outcomes of contacts that were not served"),
      PlanKey("left-out", form: "a list of values", "Outcomes of rows that are no contacts"),
      PlanKey(
        "handle-unit", form: "seconds, minutes or hours", default: "seconds",
        "The unit of handle times that are plain numbers"),
      PlanKey(
        "longest-handle-time", form: "a length of time", default: "8h",
        "Handle times above it are taken as faults and not learned from"),
    ])
}
