import Rostering

/// Whether theory says that a larger team cannot cost more.
public enum StaffingMonotony {
  /// True if the best roster of `larger` cannot cost more than that of
  /// `smaller`: it has the same people and others who may all stay off at no
  /// cost.
  ///
  /// That does not hold where a rule makes newcomers work, where somebody who
  /// chose pay is owed premium days, where a wish to work would be broken, or
  /// where the ramp-up asks for more people on duty the larger the team is.
  public static func cannotCostMore(from smaller: RosterPlan, to larger: RosterPlan) -> Bool {
    let known = Set(smaller.employees.map(\.id))
    guard known.isSubset(of: Set(larger.employees.map(\.id))) else { return false }
    if let rampUp = larger.rampUp, rampUp.priceBelow > 0 { return false }
    let pricer = RosterChangePricer(plan: larger, roster: Roster())
    return larger.employees.filter { !known.contains($0.id) }.allSatisfy { newcomer in
      let isOwed =
        newcomer.choice == .pay && larger.choice.payTargetDays > 0
        && larger.choice.payShortfall > 0 && !larger.premiumDays.isEmpty
      let wishesToWork = larger.requests.contains { request in
        guard request.employeeID == newcomer.id, request.price > 0 else { return false }
        switch request.kind {
        case .dayOn, .shiftOn: return true
        case .approvedLeave, .askedLeave, .dayOff, .shiftOff: return false
        }
      }
      return !isOwed && !wishesToWork && pricer.violations(of: newcomer, shifts: []).isEmpty
    }
  }
}
