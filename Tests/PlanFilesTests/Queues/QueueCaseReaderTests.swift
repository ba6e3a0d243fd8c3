import PlanFiles
import Testing
import Workload

struct QueueCaseReaderTests {
  private func single(_ options: [String: String]) throws -> QueueCase {
    try QueueCaseReader(
      options: ["arrivals": "100", "handle": "180s"].merging(options) { $1 }
    ).single()
  }

  @Test(
    "Lengths of time take any unit, words and none",
    arguments: [
      ("180s", 180), ("180", 180), ("3m", 180), ("3 min", 180), ("0.05h", 180), ("2m60s", 180),
      ("1h30m", 5_400), ("0.5H", 1_800), ("187.25", 187.25), ("3分钟", 180), ("1.5 minutes", 90),
      ("1d", 86_400),
    ])
  func durations(_ text: String, _ seconds: Double) throws {
    #expect(abs(try single(["handle": text]).handleSeconds - seconds) < 1e-9)
  }

  @Test(
    "What is no length of time is refused",
    arguments: ["", "s", "3x", "-3", "1s2m", "3 m 4 m", "nan", "1e400", "0x10", "3:00", "0"])
  func noDuration(_ text: String) {
    #expect(throws: PlanProblems.self) { try single(["handle": text]) }
  }

  @Test(
    "Goals in the spellings that planners use",
    arguments: [
      ("80/20s", ServiceGoal.answered(share: 0.8, withinSeconds: 20)),
      ("80/20", .answered(share: 0.8, withinSeconds: 20)),
      ("80%/20s", .answered(share: 0.8, withinSeconds: 20)),
      ("99.5/0.5m", .answered(share: 0.995, withinSeconds: 30)),
      ("90/0", .answered(share: 0.9, withinSeconds: 0)),
      ("80% in 20s", .answered(share: 0.8, withinSeconds: 20)),
      ("mean wait 45s", .meanWait(seconds: 45)),
      ("at most 30% wait", .waitProbability(atMost: 0.3)),
    ])
  func goals(_ text: String, _ goal: ServiceGoal) throws {
    let read = try single(["goal": text]).goal
    guard case .answered(let share, let seconds) = goal,
      case .answered(let found, let within) = read
    else {
      #expect(read == goal)
      return
    }
    #expect(abs(share - found) < 1e-12 && seconds == within)
  }

  @Test(
    "Goals that no queue can have are refused",
    arguments: ["100/20", "0/20", "0.8/20", "80", "80/x", "finished in 24h", "at most 5% abandon"])
  func noGoals(_ text: String) {
    #expect(throws: PlanProblems.self) { try single(["goal": text]) }
  }

  @Test func `all options and their defaults`() throws {
    let plain = try single([:])
    #expect(plain == QueueCase(arrivals: 100, perSeconds: 1_800, handleSeconds: 180))
    let full = try single([
      "per": "1h", "threshold": "30", "patience": "0", "agents": "9.5", "concurrency": "2",
      "shrinkage": "30%", "occupancy": "0.85", "definition": "without-quick-abandons",
    ])
    #expect(full.perSeconds == 3_600 && full.patienceSeconds == 0 && full.agents == 9.5)
    #expect(full.goal == .answered(share: 0.8, withinSeconds: 30))
    #expect(full.shrinkage == 0.3 && full.occupancyCeiling == 0.85 && full.concurrency == 2)
    #expect(full.definition == .withoutQuickAbandons)
  }

  @Test func `every problem of the options is reported at once`() throws {
    let reader = QueueCaseReader(
      options: ["per": "0", "goal": "x", "shrinkage": "1", "occupancy": "0", "concurrency": "0.5"])
    let problems = try #require(throws: PlanProblems.self) { _ = try reader.single() }
    #expect(
      problems.errors.map(\.file) == [
        "--arrivals", "--concurrency", "--goal", "--handle", "--occupancy", "--per", "--shrinkage",
      ])
  }

  @Test func `a file's empty fields take the options, its headers may name units`() throws {
    let text = """
      case,arrivals_per_minute,aht_minutes,threshold_minutes,patience_minutes,agents
      a,0.2,6,0.5,1,1
      b,1,5,,,8
      """
    let read = try QueueCaseReader(options: ["goal": "90/15s", "shrinkage": "25%"])
      .cases(in: Array(text.utf8), file: "cases.csv")
    #expect(read.warnings.isEmpty)
    #expect(read.cases.map(\.name) == ["a", "b"])
    #expect(read.cases.map(\.perSeconds) == [60, 60])
    #expect(read.cases.map(\.handleSeconds) == [360, 300])
    #expect(read.cases.map(\.patienceSeconds) == [60, nil])
    #expect(read.cases.map(\.thresholdSeconds) == [30, nil])
    #expect(read.cases.allSatisfy { $0.shrinkage == 0.25 })
  }

  @Test func `every bad row is reported at once, with line and column`() throws {
    let text = """
      name,arrivals,handle,goal,patience,agents
      sales,100,180s,80/20s,,
      bad,-3,x,80/20,,
      worse,5,,nix,abc,-1
      short,3
      """
    let problems = try #require(throws: PlanProblems.self) {
      _ = try QueueCaseReader(options: [:]).cases(in: Array(text.utf8), file: "cases.csv")
    }
    #expect(
      problems.errors.map { "\($0.line):\($0.column) \($0.code.rawValue)" } == [
        "3:5 E-VALUE-RANGE", "3:8 E-VALUE-SPAN", "4:9 E-VALUE-MISSING", "4:10 E-VALUE-GOAL",
        "4:14 E-VALUE-SPAN", "4:18 E-VALUE-RANGE", "5:0 E-CSV-FIELDS",
      ])
  }

  @Test(arguments: ["", "name,arrivals,handle\n", "name,arrivals,handle\n\n\n"])
  func `a file without a case is refused`(_ text: String) {
    #expect(throws: PlanProblems.self) {
      try QueueCaseReader(options: [:]).cases(in: Array(text.utf8), file: "cases.csv")
    }
  }

  @Test func `loads beyond what is worked out are refused`() {
    #expect(throws: PlanProblems.self) {
      try single(["arrivals": "1e9", "per": "1s", "handle": "1d"])
    }
  }
}
