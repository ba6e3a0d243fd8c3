import Reports
import Rostering

extension GapExplainer {
  /// Other shifts of a person that are listed.
  private static let alternativeLimit = 4

  /// Why a person works, or is off, on a day, and who else could have had the
  /// shift; nil for an unknown person or day.
  public func explain(employeeID: String, day: Int) -> PersonDayExplanation? {
    guard let index = plan.employees.firstIndex(where: { $0.id == employeeID }),
      (0..<plan.horizon.dayCount).contains(day)
    else { return nil }
    let employee = plan.employees[index]
    let own = pricer.shifts(of: employee.id)
    let shift = own.first { $0.day == day }
    let rest = own.filter { $0.day != day }
    var alternatives: [(shift: ShiftAssignment, change: RosterChange)] = []
    var nearest: [RuleFinding]?
    for option in optionsOfDay(day) {
      let other = self.shift(option, of: employee.id)
      guard other.minutes != shift?.minutes || other.pattern != shift?.pattern else { continue }
      let findings = findings(
        of: employee, shifts: rest + [other], adding: other, changedOn: day)
      if findings.isEmpty {
        alternatives.append((other, pricer.change([employee.id: rest + [other]])))
      } else if nearest.map({ findings.count < $0.count }) ?? true {
        nearest = findings
      }
    }
    return PersonDayExplanation(
      person: facts.people[index], day: day, shift: shift,
      withoutShift: shift.map { _ in pricer.change([employee.id: rest]) },
      demandedBy: shift == nil ? [] : findings(of: employee, shifts: rest, changedOn: day),
      alternatives: cheapest(alternatives),
      obstacles: shift == nil && alternatives.isEmpty ? nearest ?? [] : [],
      rivals: shift.map { rivals(of: employee, shift: $0, rest: rest) } ?? [])
  }

  /// The cheapest placement of breaks of each start, length and pattern, the
  /// cheapest of all first.
  private func cheapest(
    _ found: [(shift: ShiftAssignment, change: RosterChange)]
  ) -> [(shift: ShiftAssignment, change: RosterChange)] {
    let sorted = found.sorted { left, right in
      let (first, second) = (left.change.cost.total, right.change.cost.total)
      if (first - second).magnitude > 1e-6 { return first < second }
      return (left.shift.minutes.lowerBound, left.shift.pattern)
        < (right.shift.minutes.lowerBound, right.shift.pattern)
    }
    var kept: [(shift: ShiftAssignment, change: RosterChange)] = []
    for candidate in sorted
    where !kept.contains(where: {
      $0.shift.minutes == candidate.shift.minutes && $0.shift.pattern == candidate.shift.pattern
    }) {
      kept.append(candidate)
    }
    return Array(kept.prefix(Self.alternativeLimit))
  }

  private func rivals(
    of employee: Employee, shift: ShiftAssignment, rest: [ShiftAssignment]
  ) -> [ShiftRival] {
    let all = plan.employees.filter { $0.id != employee.id }.map { rival in
      let own = pricer.shifts(of: rival.id)
      let theirs = own.first { $0.day == shift.day }
      var taken = shift
      taken.employeeID = rival.id
      let rivalLine = own.filter { $0.day != shift.day } + [taken]
      let given = theirs.map { shift in
        var given = shift
        given.employeeID = employee.id
        return given
      }
      let ownLine = rest + (given.map { [$0] } ?? [])
      let broken = findings(
        of: rival, shifts: rivalLine, adding: taken, changedOn: shift.day)
      let brokenByGiver = findings(
        of: employee, shifts: ownLine, adding: given, changedOn: shift.day)
      return ShiftRival(
        employee: rival, shift: theirs,
        change: broken.isEmpty
          ? pricer.change([rival.id: rivalLine, employee.id: ownLine]) : nil,
        findings: broken, giverFindings: brokenByGiver)
    }
    // First where nobody breaks a rule, then where only the one does who gives
    // the shift away. Stable: people of one cost keep the plan's order.
    func rank(_ rival: ShiftRival) -> (Int, Double) {
      (
        rival.isAllowed ? 0 : rival.findings.isEmpty ? 1 : 2,
        rival.change?.cost.total ?? .infinity
      )
    }
    // Nothing changes by a trade with whoever works the same shift.
    let useful = all.filter { rival in
      !rival.findings.isEmpty || rival.shift?.pattern != shift.pattern
        || rival.shift?.minutes != shift.minutes
    }
    return useful.enumerated().sorted { left, right in
      let (first, second) = (rank(left.element), rank(right.element))
      return (first.0, first.1, left.offset) < (second.0, second.1, right.offset)
    }.map(\.element)
  }
}
