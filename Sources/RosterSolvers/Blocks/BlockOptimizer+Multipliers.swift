extension BlockOptimizer {
  /// Multipliers of the limits that are not states, raised and lowered until
  /// nothing more is promised: Lagrangian relaxation (Fisher 1981,
  /// doi:10.1287/mnsc.27.1.1) by a proximal bundle.
  ///
  /// The lines of earlier calls are lines at these prices too; so a step looks
  /// ahead from the start.
  ///
  /// - Parameter first: The cheapest line with all multipliers 0, if known.
  func solveWithMultipliers(
    states: [Int], first: ClassLine?, open: [(limit: Int, left: Int)], count: Int,
    _ workspace: inout BlockWorkspace, found: ([Int32], Double) -> Void
  ) -> Double {
    var priced = open.filter { !states.contains($0.limit) }
    let periodEntry = rules.limits.count
    let outside = workspace.window.periodsOutside
    if workspace.pricesPeriods { priced.append((periodEntry, rules.mostPeriods - outside)) }
    func allCounts(_ classes: [Int32]) -> [Int] {
      var counts = counts(of: classes, workspace)
      counts.append(periods(of: classes) - outside)
      return counts
    }
    let plain = workspace.classPrice
    defer { workspace.classPrice = plain }
    var multipliers = workspace.multipliers[id] ?? []
    if multipliers.count != periodEntry + 1 {
      multipliers = Array(repeating: 0, count: periodEntry + 1)
    }
    for limit in multipliers.indices where !priced.contains(where: { $0.limit == limit }) {
      multipliers[limit] = 0
    }
    var memory = memory(workspace)
    var bundle = MultiplierBundle(priced, scale: memory.scale, centre: multipliers)
    for classes in memory.lines {
      if let cost = cost(of: classes, workspace) {
        bundle.add(cost: cost, counts: allCounts(classes))
      }
    }
    if let first { bundle.add(cost: first.cost, counts: allCounts(first.classes)) }
    var bound = first?.cost ?? -.infinity
    var size = first?.cost.magnitude ?? 1
    // Multipliers change prices only.
    var bands: LineBands?
    var best: [ClassLine] = []
    var bestMultipliers = multipliers
    var scale = 1.0
    // One multiplier alone is found exactly.
    let only = priced.count == 1 ? priced[0] : nil
    var search = MultiplierSearch(
      step: only.map { max(multipliers[$0.limit] * 0.1, size * 0.002) } ?? 1)
    if only == nil, let step = bundle.next() { multipliers = step.multipliers }
    let rounds =
      only != nil || !workspace.pricesPeriods ? Self.multiplierRounds : Self.fewRounds
    for round in 0..<(rounds * 4) {
      if round >= rounds, !best.isEmpty { break }
      setPrices(plain, multipliers, &workspace)
      workspace.periodPrice = multipliers[periodEntry]
      let lines = cheapestLines(count: max(count, 2), known: &bands, &workspace)
      guard let cheapest = lines.first else { return .infinity }
      let paid = priced.reduce(0) { $0 + multipliers[$1.limit] * Double($1.left) }
      let value = cheapest.cost - paid
      if first == nil, round == 0 { size = Self.sizeShare * value.magnitude }
      for line in lines {
        var line = line
        let counts = allCounts(line.classes)
        line.cost -= priced.reduce(0) { $0 + multipliers[$1.limit] * Double(counts[$1.limit]) }
        guard arePeriodsKept(line.classes),
          let kept = repaired(line, prices: plain, open: open, workspace),
          !best.contains(where: { $0.classes == kept.classes })
        else { continue }
        best.append(kept)
      }
      best.sort { $0.cost < $1.cost }
      let counts = allCounts(cheapest.classes)
      if only == nil {
        let own = priced.reduce(cheapest.cost) {
          $0 - multipliers[$1.limit] * Double(counts[$1.limit])
        }
        bundle.add(cost: own, counts: counts)
        memory.keep(cheapest.classes)
        bundle.learn(value, at: multipliers)
      }
      if value > bound {
        bound = value
        bestMultipliers = multipliers
      }
      if let top = best.first, top.cost - bound <= 1e-7 * max(1, top.cost.magnitude) { break }
      let over = priced.map { counts[$0.limit] - $0.left }
      if let only {
        guard
          let next = search.next(
            after: multipliers[only.limit], value: value, over: over[0])
        else { break }
        multipliers[only.limit] = next
        continue
      }
      if let top = best.first {
        bundle.limit(gap: top.cost - bound)
        guard let step = bundle.next(promising: bound + Self.leastPromise * (top.cost - bound))
        else { break }
        multipliers = step.multipliers
        continue
      }
      // Without any line the multipliers only rise.
      let isLost = round >= rounds
      let steps = zip(priced, over).map { entry, over in
        over > 0 || (!isLost && multipliers[entry.limit] > 0) ? over : 0
      }
      let square = steps.reduce(0) { $0 + $1 * $1 }
      guard square > 0 else { break }
      let target = max(1, size * 0.05) * scale
      scale *= 2
      for (entry, step) in zip(priced, steps) {
        multipliers[entry.limit] = max(
          0, multipliers[entry.limit] + target * Double(step) / Double(square))
      }
    }
    workspace.multipliers[id] = bestMultipliers
    if only == nil {
      memory.scale = bundle.scale
      workspace.multiplierMemories[id] = memory
    }
    if best.isEmpty, workspace.pricesPeriods {
      // Nothing found so: periods as states, however many they are.
      workspace.pricesPeriods = false
      workspace.classPrice = plain
      return solveWithMultipliers(
        states: states, first: first, open: open, count: count, &workspace, found: found)
    }
    for line in best.prefix(count) {
      found(options(of: line.classes, workspace), line.cost + rules.constantCost)
    }
    return min(bound, best.first?.cost ?? bound) + rules.constantCost
  }

  /// What helped the last time.
  private func memory(_ workspace: BlockWorkspace) -> MultiplierMemory {
    if let known = workspace.multiplierMemories[id], known.owner === identity { return known }
    return MultiplierMemory(owner: identity)
  }

  /// What a line costs at the prices that stand, multipliers and the constant
  /// left out; nil if the pattern does not admit it.
  private func cost(of classes: [Int32], _ workspace: BlockWorkspace) -> Double? {
    let window = workspace.window
    var cost = window.costOutside
    for day in classes.indices {
      let index = Int(classes[day])
      if day < window.from || day >= window.to {
        if workspace.settledClass[day] != classes[day] { return nil }
      } else if index >= 0 {
        if workspace.classPrice[index] == .infinity { return nil }
        cost += workspace.classPrice[index]
      } else {
        if !workspace.mayBeOff[day] { return nil }
        cost += workspace.offPrice[day]
      }
    }
    return cost
  }

  /// Class prices with multipliers; on settled days the counts are off the
  /// limits already.
  private func setPrices(
    _ plain: [Double], _ multipliers: [Double], _ workspace: inout BlockWorkspace
  ) {
    for day in workspace.window.from..<workspace.window.to {
      for index in rules.classStart[day]..<rules.classStart[day + 1] {
        var price = plain[index]
        var limits = workspace.isSettled[day] ? 0 : rules.classes[index].limits
        while limits != 0 {
          price += multipliers[limits.trailingZeroBitCount]
          limits &= limits - 1
        }
        workspace.classPrice[index] = price
      }
    }
  }
}
