#if GLPK
  import Foundation
  import StaffOptKit
  import StaffOptTestSupport
  import Testing

  /// The employee shift scheduling benchmark (Curtois & Qu 2014) where its files
  /// are beside the checkout: instances whose optimum is proven.
  @Suite("Known optima")
  struct KnownOptimaTests {
    private static let folder = PlanFolders.realData?.appending(
      path: "benchmarks/shift-scheduling")

    @Test(
      "No bound is above a known optimum, no roster below it",
      .enabled(if: folder != nil, "the benchmark folder is missing: set STAFFOPT_SHARED"),
      arguments: [(1, 607.0), (2, 828), (3, 1_001), (4, 1_716), (7, 1_056), (9, 439)])
    func boundsAreBelowOptima(instance: Int, optimum: Double) throws {
      let file = try #require(Self.folder).appending(path: "Instance\(instance).txt")
      let loaded = try PlanLoader().load(file)
      let solution = try PlanSolver(plan: loaded.plan).solve(
        SolveSettings(solver: .columns, seconds: 2))
      #expect(solution.audit.violations.isEmpty)
      #expect(solution.audit.cost.total >= optimum - 1e-6)
      if let bound = solution.outcome.bound { #expect(bound <= optimum + 1e-6) }
    }
  }
#endif
