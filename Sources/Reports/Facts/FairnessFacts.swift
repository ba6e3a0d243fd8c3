import Rostering

/// What the team shares and fairness compares.
public enum Burden: String, CaseIterable, Sendable {
  /// Premium days worked.
  case premiumDays = "premium_days"
  /// Night shifts.
  case nights
  /// Weekends with a shift.
  case weekends
  /// Paid hours.
  case paidHours = "paid_hours"

  /// A person's amount in the horizon.
  public func amount(of person: PersonFacts) -> Double {
    switch self {
    case .premiumDays: Double(person.summary.premiumDays)
    case .nights: Double(person.summary.nights)
    case .weekends: Double(person.summary.weekends)
    case .paidHours: person.paidHours
    }
  }

  /// What earlier holidays left a person with; 0 where the ledger keeps none.
  public func carried(by employee: Employee) -> Double {
    switch self {
    case .premiumDays: Double(employee.carried.premiumDays)
    case .nights: Double(employee.carried.nights)
    case .weekends: Double(employee.carried.weekends)
    case .paidHours: 0
    }
  }
}

/// How a burden lies on the team.
public struct BurdenSpread: Hashable, Sendable {
  /// The burden.
  public var burden: Burden
  /// The least that someone has; 0 without a team.
  public var least: Double
  /// The most that someone has; 0 without a team.
  public var most: Double
  /// The mean; 0 without a team.
  public var mean: Double

  /// The spread of a burden over some people.
  static func spread(of burden: Burden, over people: [PersonFacts]) -> BurdenSpread {
    let amounts = people.map(burden.amount)
    return BurdenSpread(
      burden: burden, least: amounts.min() ?? 0, most: amounts.max() ?? 0,
      mean: amounts.isEmpty ? 0 : amounts.reduce(0, +) / Double(amounts.count))
  }
}

/// How those who made one choice of pay or rest fared.
public struct ChoiceFacts: Hashable, Sendable {
  /// The choice.
  public var choice: PayOrRest
  /// People who made it.
  public var people: Int
  /// To what share it was met on average, 0 to 1; nil when it can be met for
  /// nobody.
  public var metShare: Double?

  /// The people of a choice.
  static func facts(of choice: PayOrRest, over people: [PersonFacts]) -> ChoiceFacts {
    let chosen = people.filter { $0.employee.choice == choice }
    let shares = chosen.compactMap(\.summary.choiceMet)
    return ChoiceFacts(
      choice: choice, people: chosen.count,
      metShare: shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count))
  }
}
