/// The rules that hold in every plan without being named in it.
public enum StandingRules {
  /// All of them, in the order violations are listed.
  public static let all: [any RosterRule] = [
    OneShiftADay(), KnownShift(), Employment(), ApprovedLeave(), Availability(), PinnedDays(),
  ]
}
