import Foundation
import StaffOptKit
import StaffOptTestSupport
import Testing

@Suite("Replaying the roster of a plan")
struct PlanReplayTests {
  private func sample(_ plan: SamplePlan) throws -> (loaded: LoadedPlan, roster: Roster) {
    let loaded =
      plan == .cornerShop ? try SamplePlans.cornerShop.get() : try SamplePlans.load(plan)
    let solution = try PlanSolver(plan: loaded.plan).solve(SolveSettings(solver: .greedy))
    return (loaded, solution.roster)
  }

  @Test("As many contacts come as the need says, in the intervals it says")
  func arrivals() throws {
    let (loaded, roster) = try sample(.understaffed)
    let need = try #require(loaded.need)
    let replay = try #require(PlanReplay(loaded))
    let audit = RosterAuditor(plan: loaded.plan).audit(roster)
    let facts = replay.simulate(roster, audit: audit, settings: ReplaySettings(replications: 12))
    for skill in need.skills {
      for part in skill.classes {
        let kind = try #require(facts.classes.first { $0.name == part.workloadClass.name })
        let expected = part.arrivals.reduce(0, +)
        let found = kind.replay.total.offered
        #expect((found.value - expected).magnitude < 2 * found.margin)
        for (interval, arrivals) in part.arrivals.enumerated() where arrivals == 0 {
          #expect(kind.replay.intervals[interval].offered.value == 0)
        }
      }
    }
    #expect(facts.comparedIntervals > 0)
    #expect(facts.missedIntervals == facts.check.deviations.reduce(0) { $0 + $1.intervals.count })
  }

  @Test("A line that a staffing mode holds is served by its holders and by nobody else")
  func modes() throws {
    let (loaded, roster) = try sample(.cornerShop)
    let need = try #require(loaded.need)
    let model = ReplayModel(
      plan: loaded.plan, roster: roster, need: need,
      openingHours: loaded.document.workload.opening)
    let held = roster.assignments.filter { shift in
      loaded.plan.modes.contains { $0.pattern == shift.pattern && $0.days.contains(shift.day) }
    }
    #expect(!held.isEmpty)
    #expect(model.shifts.count == held.count)
    #expect(model.shifts.allSatisfy { !$0.duty.isEmpty })
    // Duty is the shift less its breaks.
    let minutes = held.reduce(0) { $0 + $1.dutySpans.reduce(0) { $0 + $1.count } }
    let seconds = model.shifts.flatMap(\.duty).reduce(0.0) { $0 + $1.end - $1.start }
    #expect(seconds == Double(minutes) * 60)
  }

  @Test("A plan whose need is given has no customers to replay")
  func givenNeed() throws {
    var loaded = try SamplePlans.cornerShop.get()
    loaded.need = nil
    #expect(PlanReplay(loaded) == nil)
  }
}
