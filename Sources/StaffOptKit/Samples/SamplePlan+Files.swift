import CivilTime
import PlanFiles
import Workload

extension SamplePlan {
  /// The files of the plan folder: the same seed gives the same bytes.
  ///
  /// - Parameter agents: The size of the team, within `agentCounts`; 500 or the
  ///   sample's own by default.
  public func files(seed: UInt64 = 2026, agents: Int? = nil) -> [OutputFile] {
    let size = min(max(agents ?? 500, agentCounts.lowerBound), agentCounts.upperBound)
    var generator = SeededRandom(seed: seed)
    let people = SamplePerson.draw(
      teams: teams(of: size), hasNights: self == .nationalDay, using: &generator)
    var files = [
      OutputFile(path: "plan.yaml", contents: planText + "\n"),
      OutputFile(path: "staff.csv", contents: SamplePerson.staffFile(people)),
    ]
    let history = history(seed: seed, agents: size)
    switch self {
    case .springFestival:
      files.append(OutputFile(path: "history.csv", contents: history.intervalFile()))
      files.append(
        Self.requests(
          of: people, from: Self.day(2026, 2, 15), dayCount: 9, approvedPercent: 20,
          wishPercent: 30, holiday: "Spring Festival", using: &generator))
      files.append(OutputFile(path: "history-roster.csv", contents: workedBefore(people)))
    case .nationalDay:
      files.append(OutputFile(path: "history.csv", contents: history.intervalFile()))
      files.append(
        Self.requests(
          of: people, from: Self.day(2026, 10, 1), dayCount: 7, approvedPercent: 12,
          wishPercent: 25, holiday: "National Day", using: &generator))
      files.append(OutputFile(path: "history-roster.csv", contents: nightBefore(people)))
    case .cornerShop:
      files.append(OutputFile(path: "tickets.csv", contents: history.ticketFile()))
    case .goldenWeeks:
      files.append(OutputFile(path: "history.csv", contents: history.intervalFile()))
      files.append(
        Self.requests(
          of: people, from: Self.day(2026, 9, 28), dayCount: 14, approvedPercent: 12,
          wishPercent: 25, holiday: "National Day", using: &generator))
    case .understaffed:
      files.append(OutputFile(path: "tickets.csv", contents: history.ticketFile()))
      files.append(
        OutputFile(
          path: "requests.csv",
          contents: "employee,kind,from,to,note\n"
            + people.prefix(3).map {
              "\($0.id),approved-leave,2026-02-16,2026-02-18,family reunion\n"
            }.joined()))
    }
    return files
  }

  private static func requests(
    of people: [SamplePerson], from firstDate: CivilDate, dayCount: Int, approvedPercent: Int,
    wishPercent: Int, holiday: String, using generator: inout some RandomNumberGenerator
  ) -> OutputFile {
    OutputFile(
      path: "requests.csv",
      contents: SampleRequests(firstDate: firstDate, dayCount: dayCount).file(
        people: people, approvedPercent: approvedPercent, wishPercent: wishPercent,
        holiday: holiday, using: &generator))
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    CivilDate(year: year, month: month, day: day) ?? CivilDate(dayNumber: 0)
  }

  private func teams(of size: Int) -> [SampleTeam] {
    switch self {
    case .springFestival:
      [
        SampleTeam(
          name: "Chat", size: 16, skill: "chat", secondSkill: ("tickets", 40), wages: 30...42),
        SampleTeam(
          name: "Phone", size: 14, skill: "phone", secondSkill: ("chat", 30), wages: 32...45),
        SampleTeam(name: "Tickets", size: 10, skill: "tickets", wages: 30...40),
      ]
    case .nationalDay:
      [
        SampleTeam(
          name: "Phone", size: 70, skill: "phone", secondSkill: ("chat", 20), wages: 30...44),
        SampleTeam(name: "Chat", size: 50, skill: "chat", wages: 30...42),
      ]
    case .cornerShop:
      [SampleTeam(name: "Shop", size: 6, skill: "line", wages: 28...34)]
    case .understaffed:
      [SampleTeam(name: "Chat", size: 10, skill: "chat", wages: 30...40)]
    case .goldenWeeks:
      [SampleTeam(name: "Phone", size: size, skill: "phone", wages: 30...44)]
    }
  }

  /// The last three days before the horizon: an early and a late half of the
  /// team, so that rest and runs of days begin with something.
  private func workedBefore(_ people: [SamplePerson]) -> String {
    var text = "employee,date,shift,start,end,breaks\n"
    for (index, person) in people.enumerated() {
      for day in 12...14 where (index + day) % 3 != 0 {
        text +=
          index % 2 == 0
          ? "\(person.id),2026-02-\(day),Day,09:00,17:30,13:00-13:30\n"
          : "\(person.id),2026-02-\(day),Evening,15:30,24:00,19:30-20:00\n"
      }
    }
    return text
  }

  /// The night before the first day, which still covers its early hours, and
  /// a day shift for others.
  private func nightBefore(_ people: [SamplePerson]) -> String {
    var text = "employee,date,shift,start,end,breaks\n"
    for (index, person) in people.enumerated() {
      switch index % 10 {
      case 3:
        text += "\(person.id),2026-09-30,Night,22:00,30:30,25:00-25:30\n"
      case 6:
        text += "\(person.id),2026-09-30,Night,23:00,31:30,26:30-27:00\n"
      case 0, 1, 4, 8:
        text += "\(person.id),2026-09-30,Day,08:00,16:30,12:00-12:30\n"
      default:
        continue
      }
    }
    return text
  }

  // MARK: Ticket logs

  private func history(seed: UInt64, agents: Int) -> SampleHistory {
    switch self {
    case .springFestival:
      SampleHistory(
        queues: [
          Self.queue("chat", perDay: 520, mean: 480, median: 360),
          Self.queue("phone", perDay: 310, mean: 300, median: 210),
          Self.queue("tickets", perDay: 190, mean: 540, median: 380),
        ],
        spans: [
          Self.day(2025, 1, 1)...Self.day(2025, 2, 28),
          Self.day(2025, 12, 1)...Self.day(2026, 2, 10),
        ],
        hours: 8..<24, specialDays: Self.springFestival2025, seed: seed)
    case .nationalDay:
      SampleHistory(
        queues: [
          Self.queue("phone", perDay: 1_450, mean: 300, median: 210),
          Self.queue("chat", perDay: 1_250, mean: 480, median: 360),
        ],
        spans: [
          Self.day(2025, 9, 1)...Self.day(2025, 10, 31),
          Self.day(2026, 7, 20)...Self.day(2026, 9, 27),
        ],
        hours: 0..<24, specialDays: Self.nationalDay2025, seed: seed)
    case .cornerShop:
      SampleHistory(
        queues: [Self.queue("line", perDay: 45, mean: 300, median: 220)],
        spans: [Self.day(2025, 12, 15)...Self.day(2026, 2, 10)],
        hours: 9..<21, specialDays: [:], seed: seed)
    case .understaffed:
      SampleHistory(
        queues: [Self.queue("chat", perDay: 260, mean: 420, median: 310)],
        spans: [Self.day(2026, 1, 10)...Self.day(2026, 2, 10)],
        hours: 9..<22, specialDays: [:], seed: seed)
    case .goldenWeeks:
      SampleHistory(
        queues: [Self.queue("phone", perDay: 34 * Double(agents), mean: 300, median: 210)],
        spans: [
          Self.day(2025, 9, 1)...Self.day(2025, 10, 31),
          Self.day(2026, 8, 10)...Self.day(2026, 9, 24),
        ],
        hours: 8..<24, specialDays: Self.nationalDay2025, seed: seed)
    }
  }

  private static func queue(
    _ name: String, perDay: Double, mean: Double, median: Double
  ) -> SyntheticQueue {
    SyntheticQueue(
      stream: TicketStream(queue: name), meanPerDay: perDay,
      weekdayFactors: [1.12, 1.06, 1.04, 1.02, 1.04, 0.86, 0.86],
      hourWeights: SampleHistory.consumerHours, holidayHourWeights: SampleHistory.holidayHours,
      meanHandleSeconds: mean, medianHandleSeconds: median, dayNoise: 0.05, yearlyGrowth: 0.08)
  }

  private static let springFestival2025: [CivilDate: SyntheticDay] = holiday(
    from: day(2025, 1, 27), ratios: [0.78, 0.42, 0.34, 0.44, 0.55, 0.62, 0.68, 0.74, 0.82, 1.12])

  private static let nationalDay2025: [CivilDate: SyntheticDay] = holiday(
    from: day(2025, 9, 30), ratios: [0.92, 0.55, 0.58, 0.62, 0.66, 0.7, 0.74, 0.78, 0.85, 1.1])

  /// The eve, the days of a holiday and the day after, with the volume of
  /// each as a share of the usual.
  private static func holiday(
    from eve: CivilDate, ratios: [Double]
  ) -> [CivilDate: SyntheticDay] {
    var days: [CivilDate: SyntheticDay] = [:]
    for (offset, ratio) in ratios.enumerated() {
      let isHoliday = offset > 0 && offset < ratios.count - 1
      days[eve.adding(days: offset)] = SyntheticDay(ratio: ratio, followsHolidayHours: isHoliday)
    }
    return days
  }
}
