/// Minimum shift design: choose a few distinct shifts and how many people work
/// each of them on each day, so that the heads on duty follow a need.
///
/// Minimised is
///
///     sum over slots of slotMinutes * (overPrice * over + underPrice * under)
///       + shiftPrice * distinct shifts worked
///
/// Musliu, Schaerf and Slany, "Local search for shift design", European
/// Journal of Operational Research 153 (2004), doi:10.1016/S0377-2217(03)00098-5.
public struct ShiftDesignProblem: Sendable {
  /// The length of a slot in minutes.
  public var slotMinutes: Int
  /// Days with a need, at least 1.
  public var dayCount: Int
  /// True if the last day is followed by the first.
  public var isCyclic: Bool
  /// Heads wanted in each slot, day by day; may be fractions.
  public var need: [Double]
  /// The shifts to choose from.
  public var candidates: [ShiftCandidate]
  /// Price of a head too many for a minute, at least 0.
  public var overPrice: Double
  /// Price of a head too few for a minute, at least 0.
  public var underPrice: Double
  /// Price of each distinct shift that is worked on some day.
  public var shiftPrice: Double

  /// A problem.
  public init(
    slotMinutes: Int, dayCount: Int, isCyclic: Bool, need: [Double],
    candidates: [ShiftCandidate], overPrice: Double = 1, underPrice: Double = 1,
    shiftPrice: Double
  ) {
    self.slotMinutes = slotMinutes
    self.dayCount = dayCount
    self.isCyclic = isCyclic
    self.need = need
    self.candidates = candidates
    self.overPrice = overPrice
    self.underPrice = underPrice
    self.shiftPrice = shiftPrice
  }

  /// Slots in a day.
  public var slotsPerDay: Int { 1_440 / slotMinutes }
  /// Slots with a need.
  public var slotCount: Int { dayCount * slotsPerDay }
}
