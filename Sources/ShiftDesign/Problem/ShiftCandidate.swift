/// A shift that a design may use: when it starts, how long it lasts, where its
/// breaks may lie.
public struct ShiftCandidate: Hashable, Sendable {
  /// The kind it was made from, such as a benchmark's shift type or a plan's
  /// pattern: an index into names that the maker of the problem keeps.
  public var kind: Int
  /// The start, in slots after the midnight of the shift's day.
  public var startSlot: Int
  /// Slots from start to end, breaks included, at least 1.
  public var slotCount: Int
  /// The ways its breaks can be laid: for each, the slots without work, as
  /// offsets from the start. One empty way is a shift without breaks.
  public var breakChoices: [[Range<Int>]]
  /// The days on which it may be worked; nil is every day.
  public var days: Set<Int>?

  /// A candidate; without `breakChoices` it works all its slots.
  public init(
    kind: Int, startSlot: Int, slotCount: Int, breakChoices: [[Range<Int>]] = [[]],
    days: Set<Int>? = nil
  ) {
    self.kind = kind
    self.startSlot = startSlot
    self.slotCount = slotCount
    self.breakChoices = breakChoices
    self.days = days
  }

  /// The slot after its last, counted as `startSlot` is.
  public var endSlot: Int { startSlot + slotCount }

  /// True if it works from start to end.
  public var isUnbroken: Bool { breakChoices.allSatisfy(\.isEmpty) }
}
