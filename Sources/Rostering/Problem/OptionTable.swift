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

  /// The table of a plan's options.
  public init(options: [ShiftOption], night: NightWindow) {
    self.options = options
    paidMinutes = options.map { option in
      ShiftAssignment(
        employeeID: "", day: option.day, pattern: "", minutes: option.minutes,
        breaks: option.breaks
      ).paidMinutes
    }
    all = Array(repeating: true, count: options.count)
    isNight = options.map { night.isNight($0.minutes) }
    ones = Array(repeating: 1, count: options.count)
  }

  /// The number of options.
  public var count: Int { options.count }

  /// A mask of the options for which `isMember` holds.
  public func mask(where isMember: (ShiftOption) -> Bool) -> OptionMask {
    options.map(isMember)
  }
}
