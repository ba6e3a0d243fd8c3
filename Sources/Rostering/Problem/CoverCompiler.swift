/// Writes the cover rows and pools of a plan: need by skill and interval,
/// posts of staffing modes, the share of the team on duty.
struct CoverCompiler {
  let plan: RosterPlan
  let options: [ShiftOption]
  /// The needs that gaps are priced in, with their shares.
  let priced: [(share: Double, need: CoverNeed)]

  init(plan: RosterPlan, options: [ShiftOption]) {
    self.plan = plan
    self.options = options
    priced = plan.need.priced
  }

  /// The compiled cover.
  struct Cover {
    var classOfPerson: [Int] = []
    var contributions: [CoverContributions] = []
    var unitsPerHead = 0
    var rows: [CoverRow] = []
    var pools: [CoverPool] = []
  }

  /// People who contribute alike.
  struct CoverClass: Hashable {
    /// Skills of the need that the people have, as indices, ascending.
    var skills: [Int]
    /// Effectiveness in tenths of an agent, 1 to 10.
    var tenths: Int
  }

  var unitsPerHead: Int { plan.unitsPerHead }

  func compile() -> Cover {
    var cover = Cover()
    cover.unitsPerHead = unitsPerHead
    let classOfPerson = plan.employees.map(coverClass)
    var classes: [CoverClass] = []
    for coverClass in classOfPerson {
      let index = classes.firstIndex(of: coverClass) ?? classes.count
      if index == classes.count { classes.append(coverClass) }
      cover.classOfPerson.append(index)
    }
    var entries: [[[CoverEntry]]] = classes.map { _ in
      Array(repeating: [], count: options.count)
    }
    addNeed(classes: classes, to: &cover, entries: &entries)
    addPosts(classes: classes, to: &cover, entries: &entries)
    addPatternNeeds(to: &cover, entries: &entries)
    addRampUp(classes: classes, to: &cover, entries: &entries)
    cover.contributions = entries.map { byOption in
      var contributions = CoverContributions()
      for option in byOption { contributions.append(option.sorted { $0.row < $1.row }) }
      return contributions
    }
    return cover
  }

  private func coverClass(of employee: Employee) -> CoverClass {
    CoverClass(
      skills: plan.need.skills.indices.filter { employee.skills.contains(plan.need.skills[$0]) },
      tenths: plan.effectivenessTenths(of: employee))
  }

  /// For each interval the options on duty in it with their minutes; options
  /// that serve as posts on their day are left out.
  func dutyUnits() -> [[(option: Int, minutes: Int)]] {
    let horizon = plan.horizon
    var units: [[(option: Int, minutes: Int)]] = Array(repeating: [], count: horizon.intervalCount)
    for (index, option) in options.enumerated() where !isPost(option) {
      forEachInterval(of: option.asShift(of: "")) { interval, minutes in
        units[interval].append((index, minutes))
      }
    }
    return units
  }

  /// Units that shifts begun before the horizon still bring, by skill set.
  func fixedUnits() -> [[Int]: [Int]] {
    var fixed: [[Int]: [Int]] = [:]
    for shift in plan.history where shift.minutes.upperBound > 0 {
      guard let employee = plan.employees.first(where: { $0.id == shift.employeeID }) else {
        continue
      }
      let coverClass = coverClass(of: employee)
      forEachInterval(of: shift) { interval, minutes in
        fixed[
          coverClass.skills, default: Array(repeating: 0, count: plan.horizon.intervalCount)
        ][interval] += minutes * coverClass.tenths
      }
    }
    return fixed
  }

  private func forEachInterval(of shift: ShiftAssignment, _ body: (Int, Int) -> Void) {
    let length = plan.horizon.intervalMinutes
    var minutesIn: [Int: Int] = [:]
    for span in shift.dutySpans {
      var start = max(0, span.lowerBound)
      while start < min(span.upperBound, plan.horizon.intervalCount * length) {
        let interval = start / length
        let end = min(span.upperBound, (interval + 1) * length)
        minutesIn[interval, default: 0] += end - start
        start = end
      }
    }
    for interval in minutesIn.keys.sorted() { body(interval, minutesIn[interval] ?? 0) }
  }

  /// Groups of skills that some set of people links, each ascending.
  func linked(skills: [Int], by sets: [[Int]]) -> [[Int]] {
    var groups = skills.map { [$0] }
    for set in sets where set.count > 1 {
      let touched = groups.filter { !Set($0).isDisjoint(with: set) }
      guard touched.count > 1 else { continue }
      groups.removeAll { touched.contains($0) }
      groups.append(touched.joined().sorted())
    }
    return groups.sorted { $0[0] < $1[0] }
  }

  /// The price of units in an interval: missing agents by their rising
  /// prices or by what their absence does to customers, agents beyond the
  /// need by one price; of several scenarios the mean, which is convex again.
  func needPrice(skill: Int, interval: Int, step: Int) -> CoverPrice {
    let hours = Double(plan.horizon.intervalMinutes) / 60
    let factor = plan.peakFactor(interval: interval)
    // The table goes on where agents beyond the need still save customers.
    let ends = priced.map { _, need in
      let tables = need.gapPrices
      let table = tables.indices.contains(skill) ? tables[skill][interval] : nil
      return max(wanted(need, skill, interval), Double((table?.count ?? 1) - 1))
    }
    let end = ends.max() ?? 0
    let last = Int((end * Double(unitsPerHead) / Double(step)).rounded(.up)) + 1
    let prices = (0...max(1, last)).map { index -> Double in
      let heads = Double(index * step) / Double(unitsPerHead)
      return priced.reduce(0) { sum, scenario in
        let need = wanted(scenario.need, skill, interval)
        let lost =
          scenario.need.gapPrice(skill: skill, interval: interval, agents: heads)
          ?? hours * plan.cover.shortfallPrice(ofMissing: max(0, need - heads))
        let surplus = hours * max(0, heads - need) * plan.cover.surplus
        return sum + scenario.share * (lost * factor + surplus)
      }
    }
    return CoverPrice(step: step, prices: prices)
  }

  /// The agents of a need that are priced by interval.
  private func wanted(_ need: CoverNeed, _ skill: Int, _ interval: Int) -> Double {
    plan.need.scenarios.isEmpty
      ? need.agentsAtOnce(skill: skill, interval: interval) : need.agents[skill][interval]
  }

  // MARK: Posts and ramp-up

  func hasMode(skill: Int, day: Int) -> Bool {
    plan.modes.contains { $0.skill == plan.need.skills[skill] && $0.days.contains(day) }
  }

  private func isPost(_ option: ShiftOption) -> Bool {
    let name = plan.patterns[option.pattern].name
    return plan.modes.contains { $0.pattern == name && $0.days.contains(option.day) }
  }

  private func addPosts(
    classes: [CoverClass], to cover: inout Cover, entries: inout [[[CoverEntry]]]
  ) {
    for post in plan.posts {
      let row = cover.rows.count
      cover.rows.append(CoverRow(targets: [0]))
      for (index, option) in options.enumerated()
      where option.pattern == post.pattern && option.day == post.day
        && post.isHeld(by: option.minutes)
      {
        for (classIndex, coverClass) in classes.enumerated()
        where coverClass.skills.contains(post.skill) {
          entries[classIndex][index].append(CoverEntry(row: row, units: unitsPerHead))
        }
      }
      let price = plan.cover.post
      cover.pools.append(
        CoverPool(
          rows: row..<(row + 1),
          targets: [
            CoverTarget(
              kind: .post(skill: post.skill, day: post.day, startMinute: post.minutes.lowerBound),
              neededUnits: Double(unitsPerHead),
              price: CoverPrice(step: unitsPerHead, prices: [price, 0, price]))
          ]))
    }
  }

  private func addPatternNeeds(to cover: inout Cover, entries: inout [[[CoverEntry]]]) {
    guard !plan.patternNeeds.isEmpty else { return }
    var optionsOf: [[Int]: [Int]] = [:]
    for (index, option) in options.enumerated() {
      optionsOf[[option.pattern, option.day], default: []].append(index)
    }
    for need in plan.patternNeeds {
      let row = cover.rows.count
      cover.rows.append(CoverRow(targets: [0]))
      for option in optionsOf[[need.pattern, need.day]] ?? [] {
        for classIndex in entries.indices {
          entries[classIndex][option].append(CoverEntry(row: row, units: unitsPerHead))
        }
      }
      cover.pools.append(
        CoverPool(
          rows: row..<(row + 1),
          targets: [
            CoverTarget(
              kind: .pattern(pattern: need.pattern, day: need.day),
              neededUnits: Double(need.heads * unitsPerHead),
              price: CoverPrice(
                step: unitsPerHead, prices: (0...(need.heads + 1)).map(need.price(ofHeads:))))
          ]))
    }
  }

  private func addRampUp(
    classes: [CoverClass], to cover: inout Cover, entries: inout [[[CoverEntry]]]
  ) {
    guard let rampUp = plan.rampUp else { return }
    for (day, share) in rampUp.shares.enumerated() {
      let target = share * Double(plan.employees.count)
      let row = cover.rows.count
      cover.rows.append(CoverRow(targets: [0]))
      for (index, option) in options.enumerated() where option.day == day {
        for classIndex in classes.indices {
          entries[classIndex][index].append(CoverEntry(row: row, units: unitsPerHead))
        }
      }
      let last = Int(target.rounded(.up)) + 1
      let prices = (0...last).map { heads in
        max(0, Double(heads) - target) * rampUp.priceAbove
          + max(0, target - Double(heads)) * rampUp.priceBelow
      }
      cover.pools.append(
        CoverPool(
          rows: row..<(row + 1),
          targets: [
            CoverTarget(
              kind: .rampUp(day: day), neededUnits: target * Double(unitsPerHead),
              price: CoverPrice(step: unitsPerHead, prices: prices))
          ]))
    }
  }
}
