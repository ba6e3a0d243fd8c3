import Foundation
import LinearModel
import PlanFiles
import ShiftDesign
import Testing

#if GLPK
  import GLPKBackend
#endif

/// The published instances, which stay outside the project.
private enum Instances {
  static let folder: URL? = {
    let stated = ProcessInfo.processInfo.environment["STAFFOPT_SHARED"].map {
      URL(fileURLWithPath: $0)
    }
    // Tests/ShiftDesignTests/BenchmarkTests.swift is three levels below the
    // checkout.
    let checkout = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let beside = checkout.deletingLastPathComponent().appendingPathComponent("shared")
    return [stated, beside].compactMap { $0?.appendingPathComponent("benchmarks/shift-design") }
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }()

  /// The rows of the table of solved instances, by column.
  static let solved: [[String: String]] = {
    guard let folder,
      let text = try? String(
        contentsOf: folder.appendingPathComponent("solved.csv"), encoding: .utf8)
    else { return [] }
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map {
      Dictionary(zip(lines[0], $0)) { first, _ in first }
    }
  }()
}

@Suite("The shift design benchmark", .enabled(if: !Instances.solved.isEmpty))
struct BenchmarkTests {
  /// All instances take minutes without optimisation: the quality table of
  /// the benchmarks measures them too.
  private static let wantsAll =
    ProcessInfo.processInfo.environment["STAFFOPT_LONG_TESTS"] != nil

  @Test("Every proven optimum is reached, and every other value at least equalled")
  func solved() throws {
    let quick = ["DataSet1-RandomExample1.dzn", "DataSet1-RandomExample3.dzn"]
    for row in Instances.solved where Self.wantsAll || quick.contains(row["instance"] ?? "") {
      let name = try #require(row["instance"])
      let published = try #require(row["objective_found"].flatMap(Double.init))
      let bound = try #require(row["lower_bound"].flatMap(Double.init))
      let url = try #require(Instances.folder?.appendingPathComponent(name))
      let problem = try ShiftDesignFormat().read(url).problem
      #expect(problem.candidates.count == row["candidate_shifts"].flatMap { Int($0) })
      let outcome = ShiftDesigner(problem).solve(
        DesignLimits(moves: Self.wantsAll ? 12_000 : 2_000, seed: 1))
      let objective = recounted(outcome.design.shifts, of: problem)
      #expect(objective == outcome.design.objective, "\(name)")
      #expect(objective <= published, "\(name): \(objective)")
      #expect(objective >= bound, "\(name): \(objective)")
      #expect(outcome.bound <= published, "\(name)")
    }
  }

  #if GLPK
    @Test("Branching proves values best that counting and the relaxation leave open")
    func proven() throws {
      for (name, value) in [
        ("DataSet1-RandomExample1.dzn", 480.0), ("DataSet1-RandomExample3.dzn", 600),
      ] {
        let url = try #require(Instances.folder?.appendingPathComponent(name))
        let problem = try ShiftDesignFormat().read(url).problem
        let outcome = ShiftDesigner(problem, boundSolver: GLPKSolver()).solve(
          DesignLimits(seconds: 60, seed: 1))
        #expect(outcome.reason == .optimal && outcome.design.objective == value, "\(name)")
      }
    }

    @Test("The linear program's bound is below every known value")
    func bounds() throws {
      for row in Instances.solved where row["slot_minutes"] == "60" {
        let name = try #require(row["instance"])
        let published = try #require(row["objective_found"].flatMap(Double.init))
        let url = try #require(Instances.folder?.appendingPathComponent(name))
        let problem = try ShiftDesignFormat().read(url).problem
        let outcome = ShiftDesigner(problem, boundSolver: GLPKSolver()).solve(
          DesignLimits(moves: 0))
        #expect(outcome.bound <= published, "\(name): \(outcome.bound)")
        #expect(outcome.bound >= 0.7 * published, "\(name): \(outcome.bound)")
      }
    }
  #endif
}
