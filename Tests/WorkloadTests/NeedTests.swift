import CivilTime
import Testing
import Workload

struct NeedTests {
  static let monday = BankLog.date("2026-02-16")

  /// A forecast with given arrivals per hour of one class and 240 s each.
  static func forecast(_ arrivals: [String: [Double]], handle: Double = 240) throws -> Forecast {
    let days = (arrivals.values.map(\.count).max() ?? 0) / 24
    let axis = try #require(
      DemandAxis(firstDate: monday, dayCount: days, intervalMinutes: 60))
    let reason = ForecastReason(
      level: 0, weekdayFactor: 1, monthFactor: 1, ratio: 1, ratioSource: .ordinary, events: [])
    return Forecast(
      axis: axis,
      series: arrivals.sorted { $0.key < $1.key }.map { name, counts in
        SeriesForecast(
          name: name,
          days: (0..<days).map { day in
            let part = Array(counts[day * 24..<(day + 1) * 24])
            return DayForecast(
              date: monday.adding(days: day), label: .ordinary, reason: reason, arrivals: part,
              handleSeconds: part.map { _ in handle }, low: part, median: part, high: part,
              totalBand: DemandBand(low: 0, median: 0, high: 0))
          })
      })
  }

  static let eightToMidnight = OpeningHours(daily: [480..<1_440])
  static let phone = WorkloadClass(
    name: "phone", skill: "care", goal: .answered(share: 0.8, withinSeconds: 20), shrinkage: 0.2)

  static func mail(
    _ seconds: Double, _ clock: DeadlineClock, shrinkage: Double = 0, ceiling: Double = 1
  ) -> WorkloadClass {
    WorkloadClass(
      name: "mail", skill: "care", goal: .finished(withinSeconds: seconds, clock: clock),
      shrinkage: shrinkage, occupancyCeiling: ceiling)
  }

  @Test func `urgent need is the queue's need, gross by division, none while closed`() throws {
    let planner = NeedPlanner(classes: [Self.phone], openingHours: Self.eightToMidnight)
    let need = try planner.need(
      for: Self.forecast(["phone": Array(repeating: 60, count: 24)]))
    let care = try #require(need.skill(named: "care"))
    let queue = ContactQueue(arrivals: 60, perSeconds: 3_600, handleSeconds: 240)
    let expected = queue.agentsNeeded(for: Self.phone.goal)
    #expect(care.net[7] == 0)
    #expect(care.classes[0].closedArrivals == 480)
    for hour in 8..<24 {
      #expect(care.net[hour] == expected)
      #expect(isSmall(care.gross[hour] - expected / 0.8, limit: 1e-12))
    }
  }

  @Test func `a class without forecast or handle time is an error`() throws {
    let planner = NeedPlanner(classes: [Self.phone])
    #expect(throws: NeedError.noForecast(className: "phone")) {
      try planner.need(for: Self.forecast(["mail": Array(repeating: 1, count: 24)]))
    }
    #expect(throws: NeedError.handleTimeUnknown(className: "phone")) {
      try planner.need(for: Self.forecast(["phone": Array(repeating: 1, count: 24)], handle: 0))
    }
    var stated = Self.phone
    stated.handleSeconds = 100
    let need = try NeedPlanner(classes: [stated]).need(
      for: Self.forecast(["phone": Array(repeating: 1, count: 24)], handle: 0))
    #expect(need.skills[0].net[0] > 0)
  }

  @Test func `wrap-up lengthens learned handle times`() throws {
    var longer = Self.phone
    longer.wrapUpSeconds = 60
    var stated = Self.phone
    stated.handleSeconds = 300
    let arrivals = ["phone": Array(repeating: 30.0, count: 24)]
    let learned = try NeedPlanner(classes: [longer]).need(for: Self.forecast(arrivals))
    let fixed = try NeedPlanner(classes: [stated]).need(for: Self.forecast(arrivals))
    #expect(learned.skills[0].net == fixed.skills[0].net)
  }

  @Test func `a day's mail is spread evenly when its deadline allows`() throws {
    // 16 hours open, 240 tickets of 240 s at eight in the morning: 16 hours of
    // work, one agent all day.
    var arrivals = Array(repeating: 0.0, count: 24)
    arrivals[8] = 240
    let planner = NeedPlanner(
      classes: [Self.mail(15 * 3_600, .openingHours)], openingHours: Self.eightToMidnight)
    let need = try planner.need(for: Self.forecast(["mail": arrivals]))
    for hour in 0..<24 {
      #expect(isSmall(need.skills[0].net[hour] - (hour < 8 ? 0 : 1), limit: 1e-9))
    }
    #expect(isSmall(need.skills[0].classes[0].backlogHours[15] - 8, limit: 1e-9))
  }

  @Test func `mail fills the valleys under the phone first`() throws {
    var phoneCalls = Array(repeating: 10.0, count: 24)
    for hour in 10..<14 { phoneCalls[hour] = 100 }
    var mails = Array(repeating: 0.0, count: 24)
    mails[8] = 120
    let planner = NeedPlanner(
      classes: [Self.phone, Self.mail(20 * 3_600, .clockHours)],
      openingHours: Self.eightToMidnight)
    let need = try planner.need(for: Self.forecast(["phone": phoneCalls, "mail": mails]))
    let mailNeed = need.skills[0].classes[1]
    for hour in 10..<14 { #expect(mailNeed.net[hour] == 0) }
    let filled = (0..<24).filter { mailNeed.net[$0] > 0 }.map { need.skills[0].gross[$0] }
    #expect((filled.max() ?? 0) - (filled.min() ?? 0) < 1e-9)
  }

  @Test func `shrinkage and the occupancy ceiling raise deferrable need by division`() throws {
    var arrivals = Array(repeating: 0.0, count: 24)
    arrivals[8] = 240
    let planner = NeedPlanner(
      classes: [Self.mail(15 * 3_600, .openingHours, shrinkage: 0.2, ceiling: 0.8)],
      openingHours: Self.eightToMidnight)
    let need = try planner.need(for: Self.forecast(["mail": arrivals]))
    #expect(isSmall(need.skills[0].net[12] - 1.25, limit: 1e-9))
    #expect(isSmall(need.skills[0].gross[12] - 1.5625, limit: 1e-9))
  }

  @Test func `night mail waits for opening, and its clock too when it counts opening hours`() throws
  {
    var arrivals = Array(repeating: 0.0, count: 48)
    arrivals[1] = 60  // 4 hours of work at one in the morning
    let forecast = try Self.forecast(["mail": arrivals])
    let byClock = try NeedPlanner(
      classes: [Self.mail(4 * 3_600, .clockHours)], openingHours: Self.eightToMidnight
    ).need(for: forecast)
    // Due at six, before opening: an hour after opening must do.
    #expect(isSmall(byClock.skills[0].net[8] - 4, limit: 1e-9))
    let byOpening = try NeedPlanner(
      classes: [Self.mail(4 * 3_600, .openingHours)], openingHours: Self.eightToMidnight
    ).need(for: forecast)
    for hour in 8..<12 { #expect(isSmall(byOpening.skills[0].net[hour] - 1, limit: 1e-9)) }
    #expect(byOpening.skills[0].net[12] == 0)
  }

  @Test func `work due after the horizon is done as far as its time has run`() throws {
    var arrivals = Array(repeating: 0.0, count: 24)
    arrivals[11] = 60  // 4 hours of work, 12 hours before the end
    let need = try NeedPlanner(classes: [Self.mail(48 * 3_600, .clockHours)]).need(
      for: Self.forecast(["mail": arrivals]))
    #expect(isSmall(need.skills[0].net.reduce(0, +) - 1, limit: 1e-9))
    #expect(isSmall((need.skills[0].classes[0].backlogHours.last ?? 0) - 3, limit: 1e-9))
  }

  @Test func `a backlog is carried in with its own deadline`() throws {
    let planner = NeedPlanner(
      classes: [Self.mail(24 * 3_600, .clockHours)], openingHours: Self.eightToMidnight)
    let forecast = try Self.forecast(["mail": Array(repeating: 0, count: 24)])
    let need = try planner.need(
      for: forecast,
      backlog: [
        CarriedBacklog(className: "mail", tickets: 30, dueInSeconds: 10 * 3_600),
        CarriedBacklog(className: "mail", tickets: 210),
      ])
    // 2 hours of work due at ten, then 14 hours until midnight: level 1.
    for hour in 8..<24 { #expect(isSmall(need.skills[0].net[hour] - 1, limit: 1e-9)) }
  }

  /// Work is checked ticket by ticket, oldest deadline first, against the need.
  @Test(arguments: 1...12)
  func `serving by deadline meets every deadline`(seed: UInt64) throws {
    var generator = SeededRandom(seed: seed)
    let days = 3
    func random(_ limit: Double) -> Double {
      RandomVariates.uniform(using: &generator) * limit
    }
    let calls = (0..<24 * days).map { _ in random(80) }
    let mails = (0..<24 * days).map { _ in random(1) < 0.3 ? random(90) : 0 }
    let hours = 1 + Int(random(30))
    let clock: DeadlineClock = seed % 2 == 0 ? .clockHours : .openingHours
    let planner = NeedPlanner(
      classes: [Self.mail(Double(hours) * 3_600, clock), Self.phone],
      openingHours: Self.eightToMidnight)
    let need = try planner.need(for: Self.forecast(["phone": calls, "mail": mails]))
    let work = need.skills[0].classes[0].net
    let isOpen = (0..<24 * days).map { $0 % 24 >= 8 }
    for hour in work.indices where !isOpen[hour] { #expect(work[hour] == 0) }
    // First come, first served: all have the same deadline.
    var arrived = 0.0
    var done = 0.0
    for end in 1...work.count {
      arrived += mails[end - 1] * 240 / 3_600
      done += work[end - 1]
      #expect(done <= arrived + 1e-6, "work is done after it came")
      // What must be done by now: mail that came at least `hours` ago, on its
      // clock, with at least an open hour since.
      var due = 0.0
      for hour in 0..<end {
        let open = (hour + 1..<max(end, hour + 1)).count { isOpen[$0] }
        let elapsed = clock == .clockHours ? end - hour - 1 : open
        let openSinceArrival = (hour..<end).count { isOpen[$0] }
        if elapsed >= hours, openSinceArrival >= 1 { due += mails[hour] * 240 / 3_600 }
      }
      #expect(done >= due - 1e-6, "hour \(end)")
    }
  }

  /// Moving a little work from a higher to a lower interval must break a
  /// bound, or the plan was not the most level one.
  @Test(arguments: 1...6)
  func `no shift of work would level the total further`(seed: UInt64) throws {
    var generator = SeededRandom(seed: 100 + seed)
    let mails = (0..<48).map { _ in RandomVariates.uniform(using: &generator) * 60 }
    let calls = (0..<48).map { _ in RandomVariates.uniform(using: &generator) * 60 }
    let deadline = 6
    let planner = NeedPlanner(
      classes: [Self.phone, Self.mail(Double(deadline) * 3_600, .clockHours)])
    let need = try planner.need(for: Self.forecast(["phone": calls, "mail": mails]))
    let work = need.skills[0].classes[1].net
    let total = need.skills[0].gross
    func isFeasible(_ work: [Double]) -> Bool {
      var (arrived, done) = (0.0, 0.0)
      for hour in work.indices {
        arrived += mails[hour] / 15
        done += work[hour]
        let due = hour < deadline ? 0 : mails[0...(hour - deadline)].reduce(0, +) / 15
        if done > arrived + 1e-9 || done < due - 1e-9 || work[hour] < 0 { return false }
      }
      return true
    }
    for from in work.indices where work[from] > 1e-4 {
      for to in work.indices where total[to] < total[from] - 1e-3 {
        var moved = work
        moved[from] -= 1e-4
        moved[to] += 1e-4
        #expect(!isFeasible(moved), "from \(from) to \(to)")
      }
    }
  }

  @Test func `more arrivals never need fewer agents in total`() throws {
    var last = 0.0
    for step in 1...8 {
      let calls = (0..<24).map { Double(step * (5 + $0 % 7)) }
      let planner = NeedPlanner(classes: [Self.phone, Self.mail(8 * 3_600, .clockHours)])
      let need = try planner.need(for: Self.forecast(["phone": calls, "mail": calls]))
      let sum = need.skills[0].gross.reduce(0, +)
      #expect(sum > last)
      last = sum
    }
  }

  @Test func `staff at the need meet the goal, one less does not`() throws {
    let calls = (0..<24).map { Double(20 + 3 * $0) }
    let need = try NeedPlanner(
      classes: [Self.phone, Self.mail(8 * 3_600, .clockHours)]
    ).need(for: Self.forecast(["phone": calls, "mail": calls]))
    let care = need.skills[0]
    for expected in need.expectedService(skill: "care", onDuty: care.gross) {
      #expect(isSmall(try #require(expected).serviceLevel - 0.8, limit: 1e-6))
    }
    let fewer = need.expectedService(skill: "care", onDuty: care.classes[0].gross.map { $0 - 1 })
    for expected in fewer { #expect(try #require(expected).serviceLevel < 0.8) }
    let more = need.expectedService(skill: "care", onDuty: care.gross.map { $0 + 1 })
    for expected in more { #expect(try #require(expected).serviceLevel > 0.8) }
    #expect(need.expectedService(skill: "nobody", onDuty: [1]).isEmpty)
  }
}
