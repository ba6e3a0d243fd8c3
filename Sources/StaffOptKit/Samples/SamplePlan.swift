/// The sample plans that `staffopt generate` writes.
///
/// All people and tickets are invented, by a seeded generator; the shapes of
/// the day, the week, the handle times and the holiday follow published
/// figures (see `SampleHistory`).
public enum SamplePlan: String, CaseIterable, Sendable {
  /// 40 agents, three skills, 15 to 23 February 2026.
  case springFestival = "spring-festival-2026"
  /// 120 agents round the clock, 1 to 7 October 2026.
  case nationalDay = "national-day-2026"
  /// Six agents on one line, staffed by modes.
  case cornerShop = "corner-shop"
  /// Ten agents for more work than they can do.
  case understaffed = "understaffed"
  /// As many agents as asked for on one skill, 28 September to 11 October
  /// 2026: how solving grows with the team.
  case goldenWeeks = "golden-weeks-2026"

  /// What the plan shows, one line.
  public var summary: String {
    switch self {
    case .springFestival: "40 agents, chat, phone and tickets, ramp-up over Spring Festival 2026"
    case .nationalDay: "120 agents round the clock with nights over National Day 2026"
    case .cornerShop: "6 agents: one holds the line all day, or two staggered"
    case .understaffed: "10 agents for too much work: priced gaps"
    case .goldenWeeks: "500 agents, or --agents, over two weeks around National Day 2026"
    }
  }

  /// The samples of a fixed team, which the project's `Data` folder holds.
  public static let ofFixedTeam: [SamplePlan] = [
    .springFestival, .nationalDay, .cornerShop, .understaffed,
  ]

  /// The sizes that a team can have; the samples of a fixed team have one.
  public var agentCounts: ClosedRange<Int> {
    switch self {
    case .springFestival: 40...40
    case .nationalDay: 120...120
    case .cornerShop: 6...6
    case .understaffed: 10...10
    case .goldenWeeks: 10...1_000
    }
  }
}
