import LinearModel
import RosterSolvers
import Rostering
import StaffOptTestSupport
import Testing

#if GLPK
  import GLPKBackend
#endif

@Suite("The compact assignment model")
struct RosterProgramTests {
  /// Tiny problems in which many people have few lines.
  static func problem(seed: UInt64) -> RosterProblem {
    var generator = RosterProblemGenerator(seed: seed)
    generator.dayCounts = 2...5
    generator.optionCounts = 0...3
    return generator.makeProblem()
  }

  /// Visits every line of a person that names allowed options only.
  static func forEachLine(
    _ problem: RosterProblem, person: Int, _ visit: (Line) -> Void
  ) {
    func extend(_ line: Line) {
      guard line.count < problem.dayCount else { return visit(line) }
      extend(line + [nil])
      for option in problem.lines[person].allowed[line.count] { extend(line + [option]) }
    }
    extend([])
  }

  /// A problem with one of its people.
  static func only(_ person: Int, of problem: RosterProblem) -> RosterProblem {
    var alone = problem
    alone.lines = [problem.lines[person]]
    alone.coverClassOfPerson = [problem.coverClassOfPerson[person]]
    return alone
  }

  @Test(
    "keeps exactly the lines that the rules allow, at their cost",
    arguments: 0..<10 as Range<UInt64>)
  func agreesWithChecker(block: UInt64) throws {
    var kept = 0
    var refused = 0
    for seed in (block * 20)..<(block * 20 + 20) {
      let whole = Self.problem(seed: seed)
      for person in whole.lines.indices {
        let problem = Self.only(person, of: whole)
        let program = RosterProgram(problem)
        let checker = LineChecker(problem)
        var costs = RosterCostOracle(problem)
        Self.forEachLine(problem, person: 0) { line in
          let isFeasible = checker.isFeasible(line, person: 0)
          guard let point = program.point(of: [line]) else {
            // Options that history forbids have no variable.
            #expect(!isFeasible, "seed \(seed), person \(person), \(line)")
            return
          }
          let check = PointCheck(program.program, point: point)
          let broken = check.violations.map(\.description)
          #expect(
            check.isFeasible == isFeasible, "seed \(seed), person \(person), \(line): \(broken)")
          guard isFeasible else {
            refused += 1
            return
          }
          kept += 1
          let cost = costs.cost(of: [line])
          #expect(abs(check.objective - cost) < 1e-6, "seed \(seed), person \(person), \(line)")
          let decoded = program.lines(at: point)
          #expect(abs(costs.cost(of: decoded) - cost) < 1e-6, "seed \(seed), \(line)")
        }
      }
    }
    #expect(kept > 10 && refused > 10)
  }

  @Test("is a valid program with distinct names", arguments: 0..<20 as Range<UInt64>)
  func isValid(seed: UInt64) {
    let program = RosterProgram(Self.problem(seed: seed)).program
    #expect(program.problems() == [])
    let names = (0..<program.variableCount).map { program.name(of: VariableIndex($0)) }
    #expect(Set(names).count == names.count)
    let rowNames = (0..<program.rowCount).map { program.name(of: RowIndex($0)) }
    #expect(Set(rowNames).count == rowNames.count)
  }

  @Test("names variables after person, day, pattern, times and breaks")
  func names() {
    let problem = RosterSamples.holiday(
      .init(agentCount: 1, dayCount: 1, lengthMinutes: [480]), seed: 1)
    let names = RosterNames(problem, people: ["anna"], patterns: ["early"])
    let program = RosterProgram(problem, names: names).program
    #expect(program.name(of: VariableIndex(0)) == "x_anna_d0_early_0800_1600_b1100")
  }

  @Test("merges options that nothing tells apart")
  func mergesEqualOptions() {
    // Four equal shifts a day, of which one costs more.
    var problem = TinyProblems.free(dayCount: 2, optionsADay: 4)
    problem.lines[0].optionCost = [5, 5, 6, 5, 5, 5, 5, 5]
    let program = RosterProgram(problem).program
    let names = (0..<program.variableCount).map { program.name(of: VariableIndex($0)) }
    #expect(names.count { $0.hasPrefix("x_") } == 3)
  }

  @Test("puts alike people in an order without losing the optimum")
  func ordersAlikePeople() throws {
    // Two people, two days, one shift a day: of the two ways to give one day
    // to each, one is left.
    let one = TinyProblems.free(dayCount: 2, optionsADay: 1)
    let problem = TinyProblems.repeating(one, people: 2)
    let program = RosterProgram(problem)
    let swapped: [Line] = [[nil, 1], [0, nil]]
    let point = try #require(program.point(of: swapped))
    #expect(PointCheck(program.program, point: point).isFeasible)
    #expect(program.lines(at: point) == [[0, nil], [nil, 1]])
    let free = RosterProgram(problem, breaksSymmetry: false)
    let ordered = program.program
    let rows = (0..<ordered.rowCount).filter { ordered.name(of: RowIndex($0)) == "p1_order" }
    #expect(rows.count == 1)
    #expect(free.program.rowCount == ordered.rowCount - 1)
    let unordered = try #require(free.point(of: swapped))
    #expect(free.lines(at: unordered) == swapped)
    #expect(!PointCheck(ordered, point: unordered).isFeasible)
  }
}

/// Problems small enough to be read.
enum TinyProblems {
  /// One person who may work anything: on each day `optionsADay` equal shifts,
  /// 8:00 to 16:00, and nothing to cover.
  static func free(dayCount: Int, optionsADay: Int) -> RosterProblem {
    let options = (0..<dayCount).flatMap { day in
      (0..<optionsADay).map { _ in
        ShiftOption(
          day: day, pattern: 0, minutes: (day * 1_440 + 480)..<(day * 1_440 + 960), breaks: [])
      }
    }
    let optionsOfDay = (0..<dayCount).map { ($0 * optionsADay)..<(($0 + 1) * optionsADay) }
    var rules = LineRules(dayCount: dayCount, optionCount: options.count)
    rules.allowed = optionsOfDay.map { Array($0) }
    var contributions = CoverContributions()
    for _ in options { contributions.append([CoverEntry]()) }
    return RosterProblem(
      dayCount: dayCount, options: options, optionsOfDay: optionsOfDay, lines: [rules],
      coverClassOfPerson: [0], contributions: [contributions], unitsPerHead: 1, rows: [], pools: [])
  }

  /// A problem of one person with several people like that.
  static func repeating(_ problem: RosterProblem, people: Int) -> RosterProblem {
    var many = problem
    many.lines = Array(repeating: problem.lines[0], count: people)
    many.coverClassOfPerson = Array(repeating: problem.coverClassOfPerson[0], count: people)
    return many
  }
}

#if GLPK
  @Suite("The rows of the compact assignment model")
  struct RosterProgramRowTests {
    /// Families of rows by what their names contain.
    static let families = [
      "_day", "_group", "_succession", "_run most", "_goes_on_", "_starts_", "_least_", "_total",
      "_price", "_periods most", "_touched", "_untouched", "_periods price", "cover_",
    ]

    static func belongs(_ name: String, to family: String) -> Bool {
      switch family {
      case "_day": name.contains("_day") && !name.contains("_group")
      case "_run most": name.contains("_run") && name.contains("_most_d")
      case "_periods most": name.contains("_periods") && name.hasSuffix("_most")
      case "_periods price":
        name.contains("_periods") && !name.hasSuffix("_most") && !name.contains("touched")
      case "_touched": name.contains("_touched") && !name.contains("_untouched")
      default: name.contains(family)
      }
    }

    /// The optimum of a problem's model without a family of rows; nil if it
    /// has no solution, minus infinity if it has no optimum.
    static func optimum(_ problem: RosterProblem, without family: String?) -> Double? {
      var program = RosterProgram(problem).program
      for row in (0..<program.rowCount).map({ RowIndex($0) }) {
        if let family, belongs(program.name(of: row), to: family) {
          program.setBounds(of: row, lower: -.infinity, upper: .infinity)
        }
      }
      let outcome = GLPKSolver().solve(program)
      return outcome.termination == .unbounded ? -.infinity : outcome.objective
    }

    @Test("are all needed", arguments: families)
    func areNeeded(family: String) {
      var generatorSeed: UInt64 = 0
      while generatorSeed < 400 {
        generatorSeed += 1
        let problem = RosterProgramTests.problem(seed: generatorSeed)
        let with = Self.optimum(problem, without: nil)
        let without = Self.optimum(problem, without: family)
        if with == nil, without != nil { return }
        if let with, let without, without < with - 1e-6 { return }
      }
      Issue.record("no problem shows that the rows \(family) do anything")
    }

    @Test("are in the exported files: glpsol finds the same optimum in them")
    func exportedFiles() throws {
      guard GLPKCommand.path != nil else { return }
      for seed in 0..<12 as Range<UInt64> {
        let problem = RosterProgramTests.problem(seed: seed)
        let program = RosterProgram(problem).program
        let optimum = Self.optimum(problem, without: nil)
        for (format, text) in [("--lp", program.lpText()), ("--freemps", program.mpsText())] {
          let found = try GLPKCommand.optimum(of: text, format: format)
          #expect((found == nil) == (optimum == nil), "seed \(seed), \(format)")
          guard let found, let optimum else { continue }
          #expect(abs(found - optimum) <= 1e-5 * max(1, abs(optimum)), "seed \(seed), \(format)")
        }
      }
    }
  }
#endif
