import Rostering

/// A team of another size with the same mix.
///
/// People with the same skills and the same choice form a group. Places go to
/// the groups in turn, each to the one with the largest `size / (2 places + 1)`
/// (Webster's method), so every size keeps the groups' shares as closely as
/// whole people allow, and a larger team contains every smaller one. Inside a
/// group the first of the plan are the first to stay. Beyond the team there
/// is, newcomers are like a group's people in skills, team, contract and wage;
/// they have no preference, no leave and no burdens carried over.
public struct TeamScaling: Sendable {
  /// The plan with the team as it is.
  public let plan: RosterPlan
  private let groups: [[Int]]

  /// Scaling of a plan's team.
  public init(plan: RosterPlan) {
    self.plan = plan
    var keys: [[String]] = []
    var groups: [[Int]] = []
    for (index, employee) in plan.employees.enumerated() {
      let key = employee.skills.sorted() + ["", employee.choice.rawValue]
      if let known = keys.firstIndex(of: key) {
        groups[known].append(index)
      } else {
        keys.append(key)
        groups.append([index])
      }
    }
    self.groups = groups
  }

  /// The plan with a team of `size` people, who keep the plan's order;
  /// newcomers come last.
  ///
  /// - Complexity: O(size x groups).
  public func plan(size: Int) -> RosterPlan {
    guard !groups.isEmpty, size >= 0 else { return plan }
    var places = Array(repeating: 0, count: groups.count)
    for _ in 0..<size {
      var best = 0
      for group in groups.indices.dropFirst() {
        // size / (2 places + 1), compared without dividing.
        let gain = groups[group].count * (2 * places[best] + 1)
        if gain > groups[best].count * (2 * places[group] + 1) { best = group }
      }
      places[best] += 1
    }
    var kept: Set<Int> = []
    var newcomers: [Employee] = []
    for (group, count) in zip(groups, places) {
      kept.formUnion(group.prefix(count))
      for extra in 0..<max(0, count - group.count) {
        newcomers.append(
          newcomer(like: plan.employees[group[extra % group.count]], extra / group.count))
      }
    }
    let left = plan.employees.indices.filter { !kept.contains($0) }.map { plan.employees[$0].id }
    var scaled = plan.without(people: Set(left))
    scaled.employees += newcomers
    return scaled
  }

  private func newcomer(like employee: Employee, _ copy: Int) -> Employee {
    var newcomer = employee
    newcomer.id = "\(employee.id)+\(copy + 1)"
    newcomer.name = newcomer.id
    newcomer.choice = .either
    newcomer.carried = CarriedBurden()
    newcomer.startDate = nil
    newcomer.effectiveness = 1
    return newcomer
  }
}

extension RosterPlan {
  /// The plan without some people and without all that is said of them.
  func without(people ids: Set<String>) -> RosterPlan {
    guard !ids.isEmpty else { return self }
    var plan = self
    plan.employees.removeAll { ids.contains($0.id) }
    plan.requests.removeAll { ids.contains($0.employeeID) }
    plan.availability.removeAll { ids.contains($0.employeeID) }
    plan.pinnedDays.removeAll { ids.contains($0.employeeID) }
    plan.history.removeAll { ids.contains($0.employeeID) }
    // A rule that names only people who are gone would bind everybody.
    plan.rules = plan.rules.compactMap { scoped in
      guard !scoped.employeeIDs.isEmpty else { return scoped }
      var scoped = scoped
      scoped.employeeIDs.removeAll { ids.contains($0) }
      return scoped.employeeIDs.isEmpty ? nil : scoped
    }
    return plan
  }
}
