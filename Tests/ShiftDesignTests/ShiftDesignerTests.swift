import LinearModel
import ShiftDesign
import StaffOptTestSupport
import Testing

#if GLPK
  import GLPKBackend
#endif

@Suite("The search for shifts")
struct ShiftDesignerTests {
  private static let solver: (any LinearSolver)? = {
    #if GLPK
      return GLPKSolver()
    #else
      return nil
    #endif
  }()

  @Test(
    "Tiny problems are solved as by trying everything", arguments: 1...24 as ClosedRange<UInt64>)
  func tiny(seed: UInt64) {
    // A cyclic week is at least three days long, so that no path goes round.
    let isCyclic = seed % 2 == 0
    let problem = DesignOracle.random(
      seed: seed, days: isCyclic ? 3 : 2, candidates: isCyclic ? 2 : 3, isCyclic: isCyclic,
      isFractional: seed % 3 == 0)
    let least = DesignOracle(problem: problem, mostHeads: isCyclic ? 2 : 3).least
    let outcome = ShiftDesigner(problem, boundSolver: Self.solver).solve(
      DesignLimits(moves: 300, seed: seed))
    let objective = recounted(outcome.design.shifts, of: problem)
    #expect(abs(objective - outcome.design.objective) < 1e-6, "seed \(seed)")
    // The oracle tries few heads: the search may find better, never worse.
    #expect(objective <= least + 1e-6, "seed \(seed)")
    #expect(outcome.bound <= objective + 1e-6, "seed \(seed)")
    if outcome.reason == .optimal { #expect(outcome.bound >= objective - 1e-6) }
  }

  @Test("Bounds hold without a linear program too", arguments: 1...24 as ClosedRange<UInt64>)
  func bounds(seed: UInt64) {
    let problem = DesignOracle.random(
      seed: seed, days: 2, candidates: 3, isCyclic: false, isFractional: seed % 2 == 0)
    let least = DesignOracle(problem: problem, mostHeads: 3).least
    let counted = ShiftDesigner(problem).solve(DesignLimits(moves: 50, seed: seed))
    let relaxed = ShiftDesigner(problem, boundSolver: Self.solver).solve(
      DesignLimits(moves: 50, seed: seed))
    #expect(counted.bound <= least + 1e-6, "seed \(seed)")
    #expect(relaxed.bound <= least + 1e-6, "seed \(seed)")
    #expect(relaxed.bound >= counted.bound - 1e-6)
  }

  @Test(
    "Shifts with breaks come close to trying everything", arguments: 1...20 as ClosedRange<UInt64>)
  func breaks(seed: UInt64) {
    let problem = DesignOracle.random(
      seed: seed, days: 1, candidates: 4, isCyclic: false, hasBreaks: true,
      isFractional: seed % 2 == 0)
    let least = DesignOracle(problem: problem, mostHeads: 2).least
    let outcome = ShiftDesigner(problem, boundSolver: Self.solver).solve(
      DesignLimits(moves: 400, seed: seed))
    #expect(abs(recounted(outcome.design.shifts, of: problem) - outcome.design.objective) < 1e-6)
    #expect(outcome.design.objective <= least * 1.05 + 1e-6, "seed \(seed)")
    #expect(outcome.bound <= outcome.design.objective + 1e-6)
  }

  @Test("The same seed and moves give the same design, with any number of walks at a time")
  func repeatable() {
    let problem = DesignOracle.random(seed: 99, days: 7, candidates: 9, isCyclic: true)
    let designer = ShiftDesigner(problem, walkCount: 3)
    let limits = DesignLimits(moves: 500, seed: 4)
    let first = designer.solve(limits)
    for _ in 0..<3 { #expect(designer.solve(limits) == first) }
    #expect(designer.front(upTo: 4, limits) == designer.front(upTo: 4, limits))
  }

  @Test("A front has one design a number of shifts, and more shifts never cover worse")
  func front() {
    for seed in 1...10 as ClosedRange<UInt64> {
      let problem = DesignOracle.random(
        seed: seed, days: 2, candidates: 6, isCyclic: false, hasBreaks: seed % 2 == 0)
      let front = ShiftDesigner(problem).front(upTo: 5, DesignLimits(moves: 200, seed: seed))
      for (index, design) in front.enumerated() {
        #expect(design.shifts.count <= 5)
        #expect(abs(recounted(design.shifts, of: problem) - design.objective) < 1e-6)
        if index > 0 {
          #expect(design.shifts.count > front[index - 1].shifts.count, "seed \(seed)")
          #expect(design.coverCost < front[index - 1].coverCost, "seed \(seed)")
        }
      }
    }
  }

  @Test("A front's single shift is the best single shift")
  func singleShift() throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      let problem = DesignOracle.random(seed: seed, days: 2, candidates: 4, isCyclic: false)
      let oracle = DesignOracle(problem: problem, mostHeads: 3)
      let least = (0..<4).map { oracle.least(of: 1 << $0) }.min() ?? 0
      let front = ShiftDesigner(problem).front(upTo: 1, DesignLimits(moves: 200, seed: seed))
      // Without any shift the cover may already be the best.
      guard let single = front.first else { continue }
      #expect(single.objective <= least + 1e-6, "seed \(seed)")
    }
  }

  @Test("Days on which a shift is not allowed have no heads of it")
  func allowedDays() {
    var problem = DesignOracle.random(seed: 5, days: 3, candidates: 5, isCyclic: true)
    for index in problem.candidates.indices { problem.candidates[index].days = [0, 2] }
    let outcome = ShiftDesigner(problem).solve(DesignLimits(moves: 300))
    for shift in outcome.design.shifts { #expect(shift.headsByDay[1] == 0) }
    _ = recounted(outcome.design.shifts, of: problem)
  }

  @Test("No time and a wish to stop still give an answer")
  func stopped() {
    let problem = DesignOracle.random(seed: 8, days: 7, candidates: 8, isCyclic: true)
    let timed = ShiftDesigner(problem).solve(DesignLimits(seconds: 0))
    #expect(abs(recounted(timed.design.shifts, of: problem) - timed.design.objective) < 1e-6)
    let cancellation = Cancellation()
    cancellation.cancel()
    let cancelled = ShiftDesigner(problem).solve(DesignLimits(), cancellation: cancellation)
    #expect(cancelled.reason == .stopped || cancelled.reason == .optimal)
  }
}
