import Rostering

/// A roster under construction with its cover and its cost, changed line by
/// line.
struct RosterDraft: Sendable {
  let roster: CompiledRoster
  private(set) var lines: [Line]
  /// Each person's own cost; meaningful while the person's line is in.
  private(set) var ownCost: [Double]
  private(set) var cover: CoverState
  /// The sum of the own costs of the lines that are in.
  private(set) var ownTotal = 0.0
  /// True if everybody was put in as a whole.
  private var isWhole = false
  private var optionPrices: [Double]
  private var coverWorkspace = CoverPricingWorkspace()
  private var lineWorkspace = LineWorkspace()

  /// The cost of the lines that are in.
  var cost: Double { ownTotal + cover.cost }

  /// A draft in which nobody's line is in.
  init(_ roster: CompiledRoster) {
    self.roster = roster
    let people = roster.problem.personCount
    lines = Array(
      repeating: Array(repeating: nil, count: roster.problem.dayCount), count: people)
    ownCost = Array(repeating: 0, count: people)
    cover = roster.emptyCover()
    optionPrices = Array(repeating: 0, count: roster.problem.options.count)
  }

  /// A draft with a whole feasible roster.
  init(_ roster: CompiledRoster, lines: [Line]) {
    self.init(roster)
    replace(by: lines)
  }

  /// Exchanges lines so that the whole roster is another one.
  ///
  /// - Complexity: O(people whose lines differ x days).
  mutating func replace(by lines: [Line]) {
    if !isWhole {
      for (person, line) in lines.enumerated() {
        put(line, ownCost: roster.checker.cost(of: line, person: person), person: person)
      }
      isWhole = true
      return
    }
    for (person, line) in lines.enumerated() where line != self.lines[person] {
      take(person: person)
      put(line, ownCost: roster.checker.cost(of: line, person: person), person: person)
    }
  }

  /// Puts a person's line in.
  mutating func put(_ line: Line, ownCost: Double, person: Int) {
    lines[person] = line
    self.ownCost[person] = ownCost
    ownTotal += ownCost
    cover.add(line, person: person)
  }

  /// Takes a person's line out; `lines[person]` still tells what it was.
  mutating func take(person: Int) {
    cover.remove(lines[person], person: person)
    ownTotal -= ownCost[person]
  }

  /// The cheapest line of a person, who is out, against everybody's cover.
  ///
  /// - Parameters:
  ///   - pattern: What each day may be; empty for anything.
  ///   - days: The days that the pattern leaves open.
  ///   - change: What to do to each row's marginal cost first.
  /// - Returns: Nil if the pattern leaves no line.
  mutating func bestLine(
    person: Int, pattern: LinePattern = [], days: Range<Int>? = nil,
    change: ((Double) -> Double)? = nil
  ) -> Candidate? {
    let days = days ?? 0..<roster.problem.dayCount
    if let change {
      cover.priceOptions(
        forPerson: person, days: days, into: &optionPrices, workspace: &coverWorkspace,
        change: change)
    } else {
      cover.priceOptions(
        forPerson: person, days: days, into: &optionPrices, workspace: &coverWorkspace)
    }
    let cost = roster.optimizers[person].solve(
      optionPrices: optionPrices, pattern: pattern, workspace: &lineWorkspace)
    guard let cost else { return nil }
    let line = lineWorkspace.currentLine
    var own = cost
    for case .some(let option) in line { own -= optionPrices[option] }
    return Candidate(line: line, cost: cost, ownCost: own)
  }

  /// What a line would cost a person at the prices that `bestLine` has found the
  /// last line at. Days that are fixed may have prices of earlier calls, so only
  /// lines that agree on them compare.
  func costAtLastPrices(_ line: Line, ownCost: Double) -> Double {
    var cost = ownCost
    for case .some(let option) in line { cost += optionPrices[option] }
    return cost
  }

  /// The cheapest line at no prices of cover, without what earlier calls left in
  /// memory.
  mutating func bestLineAfresh(person: Int) -> Candidate? {
    lineWorkspace = LineWorkspace()
    return bestLine(person: person) { _ in 0 }
  }

  /// A line with what it would cost in all and by itself.
  struct Candidate {
    var line: Line
    var cost: Double
    var ownCost: Double
  }
}
