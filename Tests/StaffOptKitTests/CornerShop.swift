import Foundation
import StaffOptKit
import StaffOptTestSupport

/// The sample plans, read from the files that `SamplePlan` makes.
enum SamplePlans {
  /// A sample plan with its need.
  static func load(_ sample: SamplePlan) throws -> LoadedPlan {
    try PlanFolders.withTemporaryFolder { folder in
      try OutputFolder(path: folder.path).write(sample.files())
      return try PlanLoader().load(folder)
    }
  }

  /// The corner shop, read once.
  static let cornerShop = Result { try load(.cornerShop) }

  /// The solution of the corner shop by `exact`, found once; nil without GLPK.
  static let exactCornerShop = Result { () -> PlanSolution? in
    guard StaffOptVersion.hasGLPK else { return nil }
    return try PlanSolver(plan: cornerShop.get().plan).solve(
      SolveSettings(solver: .exact, seconds: 60))
  }
}
