/// The shift options of a problem with the facts that rules ask for, each as
/// a flat array over the options.
public struct OptionTable: Sendable {
  /// The options, ordered by day.
  public let options: [ShiftOption]
  /// Paid minutes.
  public let paidMinutes: [Int]
  /// True for every option.
  public let all: OptionMask
  /// True for night shifts.
  public let isNight: OptionMask
  /// 1 for every option.
  public let ones: [Int]

  /// What each option pays, and what it pays to those who get rest days back as
  /// time off.
  private let pay: [PaidShift]
  private let payWithTimeBack: [PaidShift]

  /// The table of a plan's options.
  public init(options: [ShiftOption], plan: RosterPlan) {
    self.options = options
    let shifts = options.map { $0.asShift(of: "") }
    paidMinutes = shifts.map(\.paidMinutes)
    all = Array(repeating: true, count: options.count)
    isNight = options.map { plan.night.isNight($0.minutes) }
    ones = Array(repeating: 1, count: options.count)
    pay = shifts.map { PaidShift($0, givesTimeBack: false, plan: plan) }
    payWithTimeBack =
      plan.employees.contains { plan.givesTimeBack($0) }
      ? shifts.map { PaidShift($0, givesTimeBack: true, plan: plan) } : pay
  }

  /// What each option pays.
  func pay(of employee: Employee, plan: RosterPlan) -> [PaidShift] {
    plan.givesTimeBack(employee) ? payWithTimeBack : pay
  }

  /// The number of options.
  public var count: Int { options.count }

  /// A mask of the options for which `isMember` holds.
  public func mask(where isMember: (ShiftOption) -> Bool) -> OptionMask {
    options.map(isMember)
  }
}
