import CivilTime

/// What an agent wants for the holiday's premium days.
public enum PayOrRest: String, CaseIterable, Codable, Sendable {
  /// Work premium days for the multiplied pay.
  case pay
  /// Have whole days off.
  case rest
  /// No preference.
  case either
}

/// What earlier holidays left an agent with: the ledger's balance.
public struct CarriedBurden: Hashable, Sendable {
  /// Premium days worked before.
  public var premiumDays: Int
  /// Night shifts worked before.
  public var nights: Int
  /// Weekends worked before.
  public var weekends: Int

  /// A balance; all zero for someone new.
  public init(premiumDays: Int = 0, nights: Int = 0, weekends: Int = 0) {
    self.premiumDays = premiumDays
    self.nights = nights
    self.weekends = weekends
  }
}

/// One person of the team.
public struct Employee: Hashable, Sendable {
  /// The identifier that files use; unique in a plan.
  public var id: String
  /// The name people use.
  public var name: String
  /// The team, for reports and for rules that apply to one team.
  public var team: String
  /// The skills, without repetition.
  public var skills: [String]
  /// Contract minutes a week.
  public var contractMinutesPerWeek: Int
  /// Base pay of an hour, in the plan's currency.
  public var hourlyWage: Double
  /// What the person wants for premium days.
  public var choice: PayOrRest
  /// The first day of employment; nil for someone who has been here long.
  public var startDate: CivilDate?
  /// How much of a full agent the person is worth on the plan's first day,
  /// from 0.1 to 1 in tenths: new agents count by the ramp-up curve.
  public var effectiveness: Double
  /// What earlier holidays left.
  public var carried: CarriedBurden

  /// An employee.
  public init(
    id: String, name: String, team: String = "", skills: [String],
    contractMinutesPerWeek: Int = 2_400, hourlyWage: Double = 0, choice: PayOrRest = .either,
    startDate: CivilDate? = nil, effectiveness: Double = 1, carried: CarriedBurden = .init()
  ) {
    self.id = id
    self.name = name
    self.team = team
    self.skills = skills
    self.contractMinutesPerWeek = contractMinutesPerWeek
    self.hourlyWage = hourlyWage
    self.choice = choice
    self.startDate = startDate
    self.effectiveness = effectiveness
    self.carried = carried
  }
}
