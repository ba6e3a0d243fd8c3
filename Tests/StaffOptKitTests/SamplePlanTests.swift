import Foundation
import StaffOptKit
import StaffOptTestSupport
import Testing

@Suite("Sample plans")
struct SamplePlanTests {
  @Test("The committed folder is what the generator writes", arguments: SamplePlan.ofFixedTeam)
  func committedFolders(sample: SamplePlan) throws {
    let folder = PlanFolders.checkout.appending(path: "Data/\(sample.rawValue)")
    let files = sample.files()
    #expect(try PlanFolders.files(below: folder) == files.map(\.path).sorted())
    for file in files {
      let committed = try Data(contentsOf: folder.appending(path: file.path))
      #expect(committed == Data(file.contents.utf8), "\(sample.rawValue)/\(file.path)")
    }
  }

  @Test("A team of any size loads, and its size is what was asked for")
  func anySize() throws {
    let loaded = try PlanFolders.withTemporaryFolder { folder in
      try OutputFolder(path: folder.path).write(SamplePlan.goldenWeeks.files(agents: 12))
      return try PlanLoader().load(folder)
    }
    #expect(loaded.plan.employees.count == 12)
    #expect(loaded.plan.horizon.dayCount == 14)
  }

  @Test("Another seed invents other people")
  func seeds() {
    #expect(SamplePlan.cornerShop.files(seed: 1) != SamplePlan.cornerShop.files(seed: 2))
  }

  @Test(
    "A bank's real log over Passover 1999 loads, and its first roster breaks no rule",
    .enabled(
      if: PlanFolders.realData != nil, "the folder of real data is missing: set STAFFOPT_SHARED"))
  func bank() throws {
    let log = try #require(PlanFolders.realData)
      .appending(path: "data/anonymous-bank-1999/calls-jan-jul.csv.gz")
    let loaded = try PlanFolders.withTemporaryFolder { folder in
      let plan = PlanFolders.checkout.appending(path: "Data/anonymous-bank-1999")
      for name in ["plan.yaml", "staff.csv"] {
        try FileManager.default.copyItem(
          at: plan.appending(path: name), to: folder.appending(path: name))
      }
      try FileManager.default.copyItem(at: log, to: folder.appending(path: "calls.csv.gz"))
      return try PlanLoader().load(folder)
    }
    #expect(loaded.plan.employees.count == 24)
    #expect(loaded.plan.horizon.dayCount == 14)
    #expect(loaded.need != nil)
    let solution = try PlanSolver(plan: loaded.plan).solve(
      SolveSettings(solver: .greedy, seconds: 5))
    #expect(solution.audit.violations.isEmpty)
    #expect(solution.audit.needHours > 100)
    #expect(solution.audit.shortfallHours < solution.audit.needHours / 2)
  }
}
