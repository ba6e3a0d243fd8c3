/// How sure a plan wants to be that cover holds when people do not come.
public struct StandbyPolicy: Hashable, Sendable {
  /// The share of shifts whose person does not come, 0 to below 1.
  public var noShow: Double
  /// The probability with which cover has to hold, above 0 to below 1.
  public var hold: Double

  /// A policy; by default one shift in twenty is missed and cover holds with
  /// 95 %.
  public init(noShow: Double = 0.05, hold: Double = 0.95) {
    self.noShow = noShow
    self.hold = hold
  }
}
