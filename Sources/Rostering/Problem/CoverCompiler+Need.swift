extension CoverCompiler {
  /// What is wanted of linked skills in one interval, before it becomes a
  /// pool or a part of one.
  private struct Part {
    var interval: Int
    /// The skills that are linked, ascending.
    var skills: [Int]
    /// For each row the skills it serves, and the units that stand.
    var rows: [(skills: [Int], fixedUnits: Int)] = []
    /// What the options bring to the rows.
    var entries: [(coverClass: Int, option: Int, row: Int, units: Int)] = []
  }

  /// Writes the need of all skills: a pool for each interval and group of
  /// linked skills; those of skills with work that may wait make one pool.
  func addNeed(
    classes: [CoverClass], to cover: inout Cover, entries: inout [[[CoverEntry]]]
  ) {
    let parts = needParts(classes: classes)
    let groups = workGroups(parts)
    for part in parts where !groups.contains(where: { $0.contains(part.skills[0]) }) {
      addPool([part], work: [], to: &cover, entries: &entries)
    }
    for group in groups {
      addPool(
        parts.filter { group.contains($0.skills[0]) },
        work: plan.need.freeWork.indices.filter {
          group.contains(plan.need.freeWork[$0].skill)
        }, to: &cover, entries: &entries)
    }
  }

  /// Sets of skills with work that may wait and of those linked with them at
  /// any time.
  private func workGroups(_ parts: [Part]) -> [Set<Int>] {
    var groups = Set(plan.need.freeWork.map(\.skill)).sorted().map { Set([$0]) }
    var isChanging = !groups.isEmpty
    while isChanging {
      isChanging = false
      for part in parts {
        let touched = groups.indices.filter { !groups[$0].isDisjoint(with: part.skills) }
        guard let first = touched.first else { continue }
        let joined = touched.reduce(into: Set(part.skills)) { $0.formUnion(groups[$1]) }
        guard touched.count > 1 || joined != groups[first] else { continue }
        groups[first] = joined
        for index in touched.dropFirst().reversed() { groups.remove(at: index) }
        isChanging = true
      }
    }
    return groups
  }

  private func needParts(classes: [CoverClass]) -> [Part] {
    let horizon = plan.horizon
    let skillSets = classes.map(\.skills).filter { !$0.isEmpty }.reduce(into: [[Int]]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    // Units that options and history bring to each interval, by skill set.
    let units = dutyUnits()
    let fixed = fixedUnits()
    var parts: [Part] = []
    for interval in 0..<horizon.intervalCount {
      let day = interval / horizon.intervalsPerDay
      let demanded = plan.need.skills.indices.filter { !hasMode(skill: $0, day: day) }
      let sets = skillSets.map { $0.filter(demanded.contains) }
      for group in linked(skills: demanded, by: sets) {
        let members = skillSets.indices.filter { !sets[$0].isEmpty && group.contains(sets[$0][0]) }
        let needed = group.contains { skill in
          priced.contains { $0.need.agents[skill][interval] > 0 }
        }
        let present = members.contains { fixed[skillSets[$0]]?[interval] ?? 0 > 0 }
        guard needed || present || !units[interval].isEmpty else { continue }
        var part = Part(interval: interval, skills: group)
        for member in members {
          // Sets that became equal on this day share one row.
          let standing = fixed[skillSets[member]]?[interval] ?? 0
          if let known = part.rows.firstIndex(where: { $0.skills == sets[member] }) {
            part.rows[known].fixedUnits += standing
          } else {
            part.rows.append((sets[member], standing))
          }
        }
        for (index, coverClass) in classes.enumerated() {
          let own = coverClass.skills.filter(demanded.contains)
          guard let row = part.rows.firstIndex(where: { $0.skills == own }) else { continue }
          for (option, minutes) in units[interval] {
            part.entries.append((index, option, row, minutes * coverClass.tenths))
          }
        }
        // Nobody has the skill: the shortfall is still paid for.
        if part.rows.isEmpty { part.rows.append((group, 0)) }
        parts.append(part)
      }
    }
    return parts
  }

  private func addPool(
    _ parts: [Part], work: [Int], to cover: inout Cover, entries: inout [[[CoverEntry]]]
  ) {
    let firstRow = cover.rows.count
    let targetCount = parts.reduce(0) { $0 + $1.skills.count }
    // Where heads can be split between targets the step is part of the
    // meaning; elsewhere any step that divides all units says the same.
    var step = 0
    if targetCount + work.count > 1 {
      step = plan.coverStepUnits
    } else if let part = parts.first {
      step = part.entries.map(\.units).reduce(0, greatestCommonDivisor)
      step = part.rows.map(\.fixedUnits).reduce(step, greatestCommonDivisor)
    }
    if step == 0 { step = unitsPerHead }
    let open = work.map { Set(plan.need.freeWork[$0].intervals) }
    var targets: [CoverTarget] = []
    for part in parts {
      let row = cover.rows.count
      for (skills, fixedUnits) in part.rows {
        let own = skills.compactMap(part.skills.firstIndex(of:)).map { targets.count + $0 }
        let waiting = work.indices.filter {
          open[$0].contains(part.interval)
            && skills.contains(plan.need.freeWork[work[$0]].skill)
        }
        cover.rows.append(
          CoverRow(fixedUnits: fixedUnits, targets: own + waiting.map { targetCount + $0 }))
      }
      for entry in part.entries {
        entries[entry.coverClass][entry.option].append(
          CoverEntry(row: row + entry.row, units: entry.units))
      }
      targets += part.skills.map { skill in
        let need = plan.need.agentsAtOnce(skill: skill, interval: part.interval)
        return CoverTarget(
          kind: .need(skill: skill, interval: part.interval),
          neededUnits: need * Double(unitsPerHead),
          price: needPrice(skill: skill, interval: part.interval, step: step))
      }
    }
    targets += work.map { workTarget($0, step: step) }
    // Nobody is ever there for the work: it is late, and paid for.
    if parts.isEmpty { cover.rows.append(CoverRow(targets: Array(targets.indices))) }
    cover.pools.append(CoverPool(rows: firstRow..<cover.rows.count, targets: targets))
  }

  /// Work that may wait: each step of it that is not done costs the price of
  /// late work, each beyond it that of heads that nobody needs.
  private func workTarget(_ index: Int, step: Int) -> CoverTarget {
    let work = plan.need.freeWork[index]
    let unitsPerHour = Double(unitsPerHead * 60) / Double(plan.horizon.intervalMinutes)
    let last = Int((work.hours * unitsPerHour / Double(step)).rounded(.up)) + 1
    let prices = (0...max(1, last)).map { index -> Double in
      let hours = Double(index * step) / unitsPerHour
      return max(0, work.hours - hours) * plan.cover.lateWork
        + max(0, hours - work.hours) * plan.cover.surplus
    }
    return CoverTarget(
      kind: .work(index: index), neededUnits: work.hours * unitsPerHour,
      price: CoverPrice(step: step, prices: prices))
  }
}
