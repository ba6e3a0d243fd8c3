import Foundation
import StaffOptKit
import StaffOptTestSupport
import Testing

@Suite("Prices of late tickets")
struct LatePricesTests {
  /// The understaffed sample with a price of late tickets.
  private func loaded(price: String?) throws -> LoadedPlan {
    try PlanFolders.withTemporaryFolder { folder in
      let plan = folder.appending(path: "plan")
      try CommandPlans.copy(
        CommandPlans.understaffed, to: plan,
        replacing: price.map { [("workload:\n", "prices: {late-ticket: \($0)}\nworkload:\n")] }
          ?? [])
      return try PlanLoader().load(plan)
    }
  }

  @Test("Without the price nothing changes; with it every table is convex and falls")
  func tables() throws {
    #expect(try loaded(price: nil).plan.need.gapPrices.isEmpty)
    let plan = try loaded(price: "10").plan
    let tables = plan.need.gapPrices.flatMap { $0 }.compactMap { $0 }
    #expect(tables.count > 20)
    for table in tables {
      let gains = zip(table, table.dropFirst()).map { $0 - $1 }
      #expect(gains.allSatisfy { $0 >= -1e-9 })
      #expect(zip(gains, gains.dropFirst()).allSatisfy { $0 >= $1 - 1e-9 })
    }
    let late = plan.need.lateTickets.flatMap { $0 }.compactMap { $0 }
    #expect(late.count == tables.count)
  }

  @Test("The solver's cost is the auditor's, and a dearer ticket is late less often")
  func solving() throws {
    func late(_ price: String) throws -> Double {
      let loaded = try loaded(price: price)
      let solution = try PlanSolver(plan: loaded.plan).solve(
        SolveSettings(solver: .greedy, seconds: 2), progress: { _ in },
        cancellation: Cancellation())
      let facts = RosterFacts(
        plan: loaded.plan, roster: solution.roster, audit: solution.audit, need: loaded.need)
      return try #require(facts.customers).late
    }
    #expect(try late("40") <= late("0.1"))
  }
}
