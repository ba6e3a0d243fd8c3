/// Prices of what a roster may fall short of, in the plan's currency.
public struct CoverPrices: Hashable, Sendable {
  /// Price of an agent-hour short, for the first, second, ... missing agent;
  /// the last holds for all further ones. Ascending, at least one value.
  public var shortfall: [Double]
  /// Price of an agent-hour beyond the need.
  public var surplus: Double
  /// Price of a fixed post or mode shift that nobody holds, and of each head
  /// too many on it.
  public var post: Double
  /// Price of a ticket of a class answered at once that is expected to be
  /// late; with it missing agents for such classes cost what their absence
  /// does to customers (``CoverNeed/gapPrices``), not the flat prices above.
  public var lateTicket: Double?

  /// Cover prices.
  public init(
    shortfall: [Double] = [200, 400, 800], surplus: Double = 4, post: Double = 1_500,
    lateTicket: Double? = nil
  ) {
    self.shortfall = shortfall
    self.surplus = surplus
    self.post = post
    self.lateTicket = lateTicket
  }
}

/// Hours in which a shortfall weighs more: the peaks that a ramp-up must not
/// touch.
public struct PeakWindow: Hashable, Sendable {
  /// Minutes from midnight, half-open.
  public var minutes: Range<Int>
  /// What the shortfall price is multiplied with, at least 1.
  public var factor: Double

  /// A peak window.
  public init(minutes: Range<Int>, factor: Double) {
    self.minutes = minutes
    self.factor = factor
  }
}

/// The share of the team on duty, from the first day to the last.
public struct RampUp: Hashable, Sendable {
  /// Share of the employees wanted on duty each day of the horizon, 0 to 1.
  public var shares: [Double]
  /// Price of each employee on duty above the day's share.
  public var priceAbove: Double
  /// Price of each employee on duty below the day's share.
  public var priceBelow: Double

  /// A ramp-up.
  public init(shares: [Double], priceAbove: Double = 60, priceBelow: Double = 0) {
    self.shares = shares
    self.priceAbove = priceAbove
    self.priceBelow = priceBelow
  }
}

/// Prices that make burdens fair.
///
/// Each is the price of a person's first unit; the n-th unit costs n times as
/// much, so the sum over the team is least when the burden is spread evenly:
/// n units cost `price * n (n + 1) / 2`. What the ledger carries over counts
/// as units already had.
public struct FairnessPrices: Hashable, Sendable {
  /// Price of the first premium day.
  public var premiumDay: Double
  /// Price of the first night shift.
  public var night: Double
  /// Price of the first weekend worked.
  public var weekend: Double
  /// Price of the first eight paid hours of the horizon; the n-th eight hours
  /// cost n times as much, in straight lines between. For someone with a
  /// shorter contract than 40 hours a week the unit shrinks in proportion.
  public var hours: Double
  /// The day classes that make a day premium.
  public var premiumClasses: Set<DayClass>
  /// The least paid minutes on a premium date that make it a premium day
  /// worked: a shift that only begins or ends there for a moment does not.
  public var premiumLeastMinutes: Int

  /// Fairness prices.
  public init(
    premiumDay: Double = 30, night: Double = 20, weekend: Double = 20, hours: Double = 0,
    premiumClasses: Set<DayClass> = [.statutoryDay], premiumLeastMinutes: Int = 180
  ) {
    self.premiumDay = premiumDay
    self.night = night
    self.weekend = weekend
    self.hours = hours
    self.premiumClasses = premiumClasses
    self.premiumLeastMinutes = premiumLeastMinutes
  }
}

/// Prices of the choice between pay and rest.
public struct ChoicePrices: Hashable, Sendable {
  /// Premium days that someone who chose pay should get, at most the number
  /// of premium days in the horizon.
  public var payTargetDays: Int
  /// Price of the first premium day missing to the target; the n-th missing
  /// costs n times as much.
  public var payShortfall: Double
  /// Price of the first premium day worked by someone who chose rest, in
  /// place of the fairness price; the n-th costs n times as much.
  public var restBroken: Double

  /// Choice prices.
  public init(payTargetDays: Int = 2, payShortfall: Double = 80, restBroken: Double = 120) {
    self.payTargetDays = payTargetDays
    self.payShortfall = payShortfall
    self.restBroken = restBroken
  }
}
