import Rostering

/// Finds the cheapest line of one person for given prices of options and of
/// days off: the heart of greedy, search, pricing and swap advice.
///
/// Exact by dynamic programming over a `LineAutomaton`, from the last day
/// back. The cost of a line is
///
///     sum over worked days of (option's own cost + price of the option)
///   + sum over days off of (their own cost + price of the day off)
///   + priced totals and periods + the person's constant
///
/// and differs from that of `LineChecker` by a millionth a day at most.
///
/// - Complexity of `solve`: O(options + rest states x (branches + profiles)),
///   where branches grow with the distinct (start, end, weights) of a day that
///   are not dominated at the given prices.
public struct LineOptimizer: Sendable {
  /// The person's lines.
  let automaton: LineAutomaton
  /// The person's own cost of each of the automaton's slots.
  let ownCost: [Double]
  /// The person's own cost of each day off.
  let dayOffCost: [Double]
  /// What no line changes.
  let constantCost: Double

  /// True if the person has at least one line.
  public internal(set) var hasLines: Bool

  /// True if the person's rules have the form of blocks.
  public var usesBlocks: Bool { blocks != nil }

  /// Days of the horizon.
  public var dayCount: Int { dayOffCost.count }

  /// Tells people apart in what a workspace remembers.
  let id: Int
  /// Where the rules have the form of blocks, these find the lines.
  let blocks: BlockOptimizer?

  init(blocks rules: BlockRules, limits: LineCompiler.Limits, id: Int) {
    automaton = LineAutomaton(LineAutomatonParts())
    self.id = id
    hasLines = true
    blocks = BlockOptimizer(
      rules: rules, id: id, tightCount: limits.tightCount, periodStates: limits.periodStates)
    ownCost = []
    dayOffCost = rules.dayOffCost
    constantCost = rules.constantCost
  }

  init(automaton: LineAutomaton, rules: LineRules, id: Int, hasLines: Bool) {
    self.automaton = automaton
    self.id = id
    self.hasLines = hasLines
    blocks = nil
    ownCost = automaton.slotOption.map { rules.optionCost[Int($0)] }
    dayOffCost = rules.dayOffCost
    constantCost = rules.constantCost + automaton.startCost
  }

  /// The cheapest line; its options are left in the workspace.
  ///
  /// - Parameters:
  ///   - optionPrices: For each option of the problem what to add to its cost.
  ///   - dayOffPrices: For each day what to add to a day off; empty for none.
  ///   - pattern: What each day may be; empty for anything.
  ///   - workspace: Scratch memory; `workspace.currentLine` is the line.
  /// - Returns: The cost of the line, or nil if there is none.
  public func solve(
    optionPrices: [Double], dayOffPrices: [Double] = [], pattern: LinePattern = [],
    workspace: inout LineWorkspace
  ) -> Double? {
    guard hasLines else {
      workspace.lowerBound = .infinity
      return nil
    }
    if let blocks {
      return blocks.solve(
        count: 1, optionPrices: optionPrices, dayOffPrices: dayOffPrices, pattern: pattern,
        workspace: &workspace)
    }
    preparePrices(
      optionPrices: optionPrices, dayOffPrices: dayOffPrices, pattern: pattern, &workspace)
    guard automaton.isComplete else {
      return solveByLabels(count: 1, isRestricted: !pattern.isEmpty, &workspace)
    }
    fillValues(isRestricted: !pattern.isEmpty, &workspace)
    let value = workspace.values[0]
    workspace.lowerBound = value + constantCost
    guard value < .infinity else { return nil }
    traceLine(&workspace)
    return value + constantCost
  }

  /// The cheapest lines, at most `count` of them, left in `workspace.ranked`
  /// and the best one as the current line.
  ///
  /// Lines of the ranking differ in more than the choice within a class of
  /// options that mean the same to all rules (mostly the placement of breaks):
  /// of each class only the cheapest option counts. Lines of blocks differ in
  /// their total, their periods or their counts; others are left out.
  ///
  /// - Returns: The cost of the best, nil if there is none.
  public func rank(
    count: Int, optionPrices: [Double], dayOffPrices: [Double] = [], pattern: LinePattern = [],
    workspace: inout LineWorkspace
  ) -> Double? {
    workspace.ranked.removeAll(keepingCapacity: true)
    guard hasLines, count > 0 else {
      workspace.lowerBound = hasLines ? -.infinity : .infinity
      return nil
    }
    if let blocks {
      return blocks.solve(
        count: count, optionPrices: optionPrices, dayOffPrices: dayOffPrices, pattern: pattern,
        workspace: &workspace)
    }
    preparePrices(
      optionPrices: optionPrices, dayOffPrices: dayOffPrices, pattern: pattern, keepsAll: true,
      &workspace)
    return solveByLabels(
      count: max(count, 2), isRestricted: !pattern.isEmpty, &workspace
    ).map { best in
      workspace.ranked.removeLast(max(0, workspace.ranked.count - count))
      return best
    }
  }

  /// Puts class prices and active branches in place, without shifts.
  ///
  /// - Parameter keepsAll: True to keep branches that cannot be part of the
  ///   best line but of the second.
  func preparePrices(
    optionPrices: [Double], dayOffPrices: [Double], pattern: LinePattern, keepsAll: Bool = false,
    _ workspace: inout LineWorkspace
  ) {
    workspace.reserve(automaton)
    setClassPrices(
      optionPrices: optionPrices, dayOffPrices: dayOffPrices, pattern: pattern, &workspace)
    collectActiveBranches(keepsAll: keepsAll, &workspace)
    if !pattern.isEmpty { markReached(&workspace) }
  }
}

extension LineWorkspace {
  /// The line found last, an option of the problem or nil for each day.
  public var currentLine: Line { Line(options: line) }
}

extension LineOptimizer {
  /// The least price of each class under a pattern, and of each day off.
  func setClassPrices(
    optionPrices: [Double], dayOffPrices: [Double], pattern: LinePattern,
    _ workspace: inout LineWorkspace
  ) {
    for day in 0..<automaton.dayCount {
      let classes = automaton.days[day].classes
      var dayOff = dayOffCost[day] + (dayOffPrices.isEmpty ? 0 : dayOffPrices[day])
      if automaton.days[day].dayOffLetter < 0 { dayOff = .infinity }
      switch pattern.isEmpty ? .free : pattern[day] {
      case .free:
        setFreeClassPrices(classes, optionPrices, &workspace)
      case .off:
        for index in classes { workspace.classPrice[index] = .infinity }
      case .option(let option):
        dayOff = .infinity
        setClassPrices(classes, among: CollectionOfOne(option), optionPrices, &workspace)
      case .among(let options, let mayBeOff):
        if !mayBeOff { dayOff = .infinity }
        setClassPrices(classes, among: options, optionPrices, &workspace)
      }
      workspace.dayOffPrice[day] = dayOff
      workspace.dayOffReal[day] = dayOff
    }
  }

  private func setFreeClassPrices(
    _ classes: Range<Int>, _ optionPrices: [Double], _ workspace: inout LineWorkspace
  ) {
    let slotOption = automaton.slotOption
    let classStart = automaton.classStart
    let options = slotOption.span
    let starts = classStart.span
    let own = ownCost.span
    let prices = optionPrices.span
    for index in classes {
      var best = Double.infinity
      var bestSlot: Int32 = -1
      for slot in Int(starts[index])..<Int(starts[index + 1]) {
        let price = own[slot] + prices[Int(options[slot])]
        if price < best {
          best = price
          bestSlot = Int32(truncatingIfNeeded: slot)
        }
      }
      workspace.classPrice[index] = best
      workspace.classSlot[index] = bestSlot
    }
  }

  private func setClassPrices(
    _ classes: Range<Int>, among allowed: some Collection<Int>, _ optionPrices: [Double],
    _ workspace: inout LineWorkspace
  ) {
    for index in classes {
      workspace.classPrice[index] = .infinity
      workspace.classSlot[index] = -1
      let slots = Int(automaton.classStart[index])..<Int(automaton.classStart[index + 1])
      for slot in slots {
        let option = Int(automaton.slotOption[slot])
        guard allowed.contains(option) else { continue }
        let price = ownCost[slot] + optionPrices[option]
        if price < workspace.classPrice[index] {
          workspace.classPrice[index] = price
          workspace.classSlot[index] = Int32(slot)
        }
      }
    }
  }

  /// Lists the branches that no other makes pointless at these prices.
  func collectActiveBranches(keepsAll: Bool, _ workspace: inout LineWorkspace) {
    var count = 0
    var bound = 0
    for day in 0..<automaton.dayCount {
      workspace.dayActiveStart[day] = bound
      let entry = automaton.days[day]
      for letter in 0..<entry.letterCount {
        workspace.activeStart[bound] = Int32(count)
        bound += 1
        let first = Int(automaton.letterBranches[entry.letterStart + letter])
        let last = Int(automaton.letterBranches[entry.letterStart + letter + 1])
        for branch in first..<last {
          let price = workspace.classPrice[Int(automaton.branchClass[branch])]
          if price == .infinity { continue }
          if !keepsAll, isDominated(branch, price: price, workspace.classPrice) { continue }
          workspace.activePrice[count] = price
          workspace.activeReal[count] = price
          workspace.activeGroup[count] = automaton.branchGroup[branch]
          workspace.activeTarget[count] = automaton.branchTarget[branch]
          workspace.activeBranch[count] = Int32(branch)
          workspace.activeJoint[count] = automaton.classJoint[Int(automaton.branchClass[branch])]
          count += 1
        }
      }
      workspace.activeStart[bound] = Int32(count)
      bound += 1
    }
  }

  private func isDominated(_ branch: Int, price: Double, _ classPrice: [Double]) -> Bool {
    let range =
      Int(automaton.dominatorStart[branch])..<Int(automaton.dominatorStart[branch + 1])
    for place in range {
      let other = Int(automaton.dominators[place])
      let otherPrice = classPrice[Int(automaton.branchClass[other])]
      if otherPrice < price { return true }
      if otherPrice == price {
        // Of two that mean the same the first stays.
        let isSame =
          automaton.branchGroup[other] == automaton.branchGroup[branch]
          && automaton.branchTarget[other] == automaton.branchTarget[branch]
        if !isSame || other < branch { return true }
      }
    }
    return false
  }
}
