/// The plan.yaml of each sample plan.
extension SamplePlan {
  var planText: String {
    switch self {
    case .springFestival: Self.springFestivalText
    case .nationalDay: Self.nationalDayText
    case .cornerShop: Self.cornerShopText
    case .understaffed: Self.understaffedText
    case .goldenWeeks: Self.goldenWeeksText
    }
  }

  private static let pastHolidays2025 = """
        2025-01-01: {class: statutory-day, holiday: New Year}
        2025-01-26: {class: adjusted-workday}
        2025-01-28..2025-01-31: {class: statutory-day, holiday: Spring Festival}
        2025-02-01..2025-02-04: {class: rest-day, holiday: Spring Festival}
        2025-02-08: {class: adjusted-workday}
        2025-09-28: {class: adjusted-workday}
        2025-10-01..2025-10-03: {class: statutory-day, holiday: National Day}
        2025-10-04..2025-10-08: {class: rest-day, holiday: National Day}
        2025-10-11: {class: adjusted-workday}
        2026-01-01: {class: statutory-day, holiday: New Year}
        2026-01-02..2026-01-03: {class: rest-day, holiday: New Year}
        2026-01-04: {class: adjusted-workday}
    """

  /// The days of National Day 2026 and those worked instead.
  private static let nationalDay2026 = """
        2026-09-20: {class: adjusted-workday}
        2026-10-01..2026-10-03: {class: statutory-day, holiday: National Day}
        2026-10-04..2026-10-07: {class: rest-day, holiday: National Day}
        2026-10-10: {class: adjusted-workday}
    """

  /// Eight hours of work around half an hour of break.
  private static let usualLength = """
        lengths: [8h30m]
        breaks: [{length: 30m, between: [3h, 5h]}]
    """

  /// A log of tickets as the samples write it.
  private static let ticketHistory = """
      history:
        file: tickets.csv
        kind: tickets
        columns: {created: Created at, queue: Queue, handle: Handle seconds}
    """

  /// Prices of plans with two busy times a day.
  private static let pricesWithPeaks = """
    prices:
      shortfall: [200, 400, 800]
      surplus: 4
      peaks:
        - {hours: 10:00-12:00, factor: 1.5}
        - {hours: 19:00-21:00, factor: 1.5}
    """

  private static let springFestivalText = """
    # A customer-service team of 40 over Spring Festival 2026: chat, phone and
    # tickets, few people on the first days, more towards the end.
    name: Spring Festival 2026
    currency: CNY
    zone: Asia/Shanghai
    horizon: {from: 2026-02-15, to: 2026-02-23}
    interval: 30m
    week-starts: monday

    opening:
      default: 08:00-24:00

    calendar:
      rest-weekdays: [saturday, sunday]
      days:
    \(pastHolidays2025)
        2026-02-14: {class: adjusted-workday}
        2026-02-15: {class: rest-day}
        2026-02-16..2026-02-19: {class: statutory-day, holiday: Spring Festival}
        2026-02-20..2026-02-23: {class: rest-day, holiday: Spring Festival}
        2026-02-28: {class: adjusted-workday}

    # 150 % beyond the standard day, 200 % on rest days or time back, 300 % on
    # statutory days; a shift is cut at midnight.
    pay: {workday: 100%, overtime: 150%, rest-day: 200%, statutory-day: 300%, standard-day: 8h, rest-day-time-back: true}
    night: {from: "22:00", to: "06:00", at-least: 3h}

    workload:
      history: {file: history.csv, kind: intervals}
      classes:
        - {name: chat, skill: chat, takes: {queue: [chat]}, goal: 80% in 30s, concurrency: 2, shrinkage: 8%, occupancy: 90%}
        - {name: phone, skill: phone, takes: {queue: [phone]}, goal: 80% in 20s, patience: 3m, shrinkage: 8%, occupancy: 88%}
        - {name: tickets, skill: tickets, takes: {queue: [tickets]}, goal: finished in 24h, shrinkage: 8%, occupancy: 95%}

    shifts:
      - name: Day
        starts: ["08:00..12:00 every 1h"]
    \(usualLength)
      - name: Evening
        starts: ["13:00..15:30 every 30m"]
    \(usualLength)
      - name: Long
        starts: ["09:00", "10:00", "13:00"]
        lengths: [10h30m]
        breaks: [{length: 30m, between: [3h30m, 6h]}]

    ramp-up: {first: 35%, last: 85%, price-above: 60}

    rules:
      rest-between-shifts: {least: 11h}
      hours-per-day: {most: 11h}
      hours-per-week: {most: 44h}
      overtime-per-month: {most: 36h}
      days-in-a-row: {most: 6}
      days-off: {least: 1, within: 7}
      shifts: {least: 3, most: 7}

    fairness: {premium-day: 30, weekend: 20}
    choice: {pay-target-days: 2, pay-shortfall: 80, rest-broken: 120}
    \(pricesWithPeaks)
    """

  private static let nationalDayText = """
    # A round-the-clock team of 120 over National Day 2026, with nights.
    name: National Day 2026
    currency: CNY
    zone: Asia/Shanghai
    horizon: {from: 2026-10-01, to: 2026-10-07}
    interval: 30m
    week-starts: monday

    opening:
      default: 00:00-24:00

    calendar:
      rest-weekdays: [saturday, sunday]
      days:
    \(pastHolidays2025)
    \(nationalDay2026)

    pay: {workday: 100%, overtime: 150%, rest-day: 200%, statutory-day: 300%, night-supplement: 15%, standard-day: 8h, rest-day-time-back: true}
    night: {from: "22:00", to: "06:00", at-least: 3h}

    workload:
      history: {file: history.csv, kind: intervals}
      classes:
        - {name: phone, skill: phone, takes: {queue: [phone]}, goal: 80% in 20s, patience: 3m, shrinkage: 10%, occupancy: 88%}
        - {name: chat, skill: chat, takes: {queue: [chat]}, goal: 80% in 45s, concurrency: 2, shrinkage: 10%, occupancy: 90%}

    shifts:
      - name: Day
        starts: ["07:00..11:00 every 1h"]
    \(usualLength)
      - name: Late
        starts: ["12:00..16:00 every 1h"]
    \(usualLength)
      - name: Night
        starts: ["22:00", "23:00"]
    \(usualLength)

    ramp-up: {first: 45%, last: 80%, price-above: 60}

    rules:
      rest-between-shifts: {least: 11h}
      rest-after-nights: {least: 48h}
      nights-in-a-row: {most: 3}
      nights: {most: 4}
      hours-per-week: {most: 44h}
      days-in-a-row: {most: 5}
      shifts: {least: 2, most: 6}

    fairness: {premium-day: 30, night: 20, weekend: 20}
    choice: {pay-target-days: 2, pay-shortfall: 80, rest-broken: 120}
    \(pricesWithPeaks)
    """

  private static let goldenWeeksText = """
    # A team of any size on one skill over the two weeks around National Day
    # 2026.
    name: Golden weeks 2026
    currency: CNY
    zone: Asia/Shanghai
    horizon: {from: 2026-09-28, to: 2026-10-11}
    interval: 30m
    week-starts: monday

    opening:
      default: 08:00-24:00

    calendar:
      rest-weekdays: [saturday, sunday]
      days:
    \(pastHolidays2025)
    \(nationalDay2026)

    pay: {workday: 100%, overtime: 150%, rest-day: 200%, statutory-day: 300%, standard-day: 8h, rest-day-time-back: true}

    workload:
      history: {file: history.csv, kind: intervals}
      classes:
        - {name: phone, skill: phone, takes: {queue: [phone]}, goal: 80% in 20s, patience: 3m, shrinkage: 8%, occupancy: 88%}

    shifts:
      - name: Day
        starts: ["08:00..12:00 every 30m"]
    \(usualLength)
      - name: Evening
        starts: ["12:30..15:30 every 30m"]
    \(usualLength)

    ramp-up: {first: 60%, last: 90%, price-above: 60}

    rules:
      rest-between-shifts: {least: 11h}
      hours-per-week: {most: 44h}
      days-in-a-row: {most: 6}
      shifts: {least: 6, most: 10}

    fairness: {premium-day: 30, weekend: 20}
    choice: {pay-target-days: 2, pay-shortfall: 80, rest-broken: 120}
    prices:
      shortfall: [200, 400, 800]
      surplus: 4
    """

  private static let cornerShopText = """
    # Six agents on one quiet line: on the statutory days one agent holds it
    # all day, on the other days two do, staggered by four hours.
    name: Corner shop
    currency: CNY
    zone: Asia/Shanghai
    horizon: {from: 2026-02-15, to: 2026-02-23}
    interval: 30m

    opening:
      default: 09:00-21:00
      2026-02-16..2026-02-19: 10:00-20:00

    calendar:
      rest-weekdays: [saturday, sunday]
      days:
        2026-02-14: {class: adjusted-workday}
        2026-02-15: {class: rest-day}
        2026-02-16..2026-02-19: {class: statutory-day, holiday: Spring Festival}
        2026-02-20..2026-02-23: {class: rest-day, holiday: Spring Festival}

    workload:
    \(ticketHistory)
      classes:
        - {name: line, skill: line, takes: {queue: [line]}, goal: 80% in 60s}

    shifts:
      - {name: All day, starts: ["10:00"], lengths: [10h], breaks: [{length: 60m, between: [4h, 5h]}]}
      - {name: Staggered, starts: ["09:00", "13:00"], lengths: [8h], breaks: [{length: 30m, between: [3h, 4h]}]}

    modes:
      - {skill: line, days: [2026-02-16..2026-02-19], mode: one-all-day, shift: All day}
      - {skill: line, days: [2026-02-15, 2026-02-20..2026-02-23], mode: two-staggered, stagger: 4h, shift: Staggered}

    rules:
      rest-between-shifts: {least: 11h}
      days-in-a-row: {most: 4}
      shifts: {least: 1, most: 4}

    fairness: {premium-day: 40, weekend: 25}
    choice: {pay-target-days: 1, pay-shortfall: 60, rest-broken: 100}
    """

  private static let understaffedText = """
    # Ten agents, three of them on leave at once, for more work than they can
    # cover: the roster shows what is missing at its price.
    name: Understaffed
    currency: CNY
    zone: Asia/Shanghai
    horizon: {from: 2026-02-16, to: 2026-02-22}
    interval: 30m

    opening:
      default: 09:00-22:00

    calendar:
      rest-weekdays: [saturday, sunday]
      days:
        2026-02-16..2026-02-19: {class: statutory-day, holiday: Spring Festival}
        2026-02-20..2026-02-22: {class: rest-day, holiday: Spring Festival}

    workload:
    \(ticketHistory)
      classes:
        - {name: chat, skill: chat, takes: {queue: [chat]}, goal: 80% in 30s, shrinkage: 8%}

    shifts:
      - name: Early
        starts: ["09:00", "10:00"]
        lengths: [8h30m]
        breaks: [{length: 30m, between: [3h30m, 4h30m]}]
      - name: Late
        starts: ["12:30", "13:30"]
        lengths: [8h30m]
        breaks: [{length: 30m, between: [3h30m, 4h30m]}]

    rules:
      rest-between-shifts: {least: 11h}
      hours-per-week: {most: 44h}
      days-in-a-row: {most: 5}

    fairness: {premium-day: 30, weekend: 20}
    """
}
