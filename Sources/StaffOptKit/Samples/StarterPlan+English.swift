extension StarterPlan {
  static let englishPlan = """
    # A staffopt plan. Edit it, then: staffopt solve THIS-FOLDER --out my-roster
    # `staffopt reference` lists every key with its default.
    name: My holiday
    currency: CNY
    zone: Asia/Shanghai
    horizon: {from: 2026-10-01, to: 2026-10-07}
    interval: 30m

    # When customers are served. Weekdays, day classes and dates may differ:
    #   sunday: 10:00-18:00
    #   2026-10-01: closed
    opening:
      default: 09:00-21:00

    # What the days are in law: workday, rest-day, statutory-day or
    # adjusted-workday. Weekends are rest days unless you say otherwise.
    calendar:
      days:
        2026-10-01..2026-10-03: {class: statutory-day, holiday: National Day}
        2026-10-04..2026-10-07: {class: rest-day, holiday: National Day}
        2026-10-10: {class: adjusted-workday}

    # The base hour is multiplied: 150 % beyond 8 hours, 200 % on rest days (or
    # time back for those who chose rest), 300 % on statutory days.
    pay: {workday: 100%, overtime: 150%, rest-day: 200%, statutory-day: 300%, standard-day: 8h, rest-day-time-back: true}

    # What your customers ask, and what they are promised. The history is an
    # export of your tickets; name its columns if they are called otherwise.
    workload:
      history:
        file: tickets.csv
        kind: tickets
        columns: {created: Created at, queue: Queue, handle: Handle seconds}
      classes:
        # Urgent work is answered within seconds; work that may wait is
        # finished in hours: goal: finished in 24h
        - {name: chat, skill: chat, takes: {queue: [chat]}, goal: 80% in 60s, concurrency: 2, shrinkage: 8%}
      # How the holiday compares with an ordinary day, where the history has
      # no earlier one to learn from.
      ratios:
        National Day: 60%

    # The shifts people may work: starts, lengths (breaks included), breaks.
    shifts:
      - name: Early
        starts: ["09:00..11:00 every 1h"]
        lengths: [8h30m]
        breaks: [{length: 30m, between: [3h, 5h]}]
      - name: Late
        starts: ["12:00", "12:30"]
        lengths: [8h30m]
        breaks: [{length: 30m, between: [3h, 5h]}]

    # Few people on the first days, more towards the end.
    ramp-up: {first: 40%, last: 75%}

    # Hard rules: never broken.
    rules:
      rest-between-shifts: {least: 11h}
      hours-per-week: {most: 44h}
      days-in-a-row: {most: 5}
      shifts: {least: 2, most: 6}

    # Prices say what matters most: an agent-hour short costs 200, the second
    # missing agent 400, each further one 800.
    prices: {shortfall: [200, 400, 800], surplus: 4}
    fairness: {premium-day: 30, weekend: 20}
    choice: {pay-target-days: 2}

    """
}
