/// One way demand may come, among several between which a roster has to do.
///
/// Agents with several skills are divided among them before it is known which
/// scenario comes, so the mean price of a roster is at most what its cost
/// says: who can divide them afresh on the day pays no more.
public struct DemandScenario: Hashable, Sendable {
  /// The name; unique among the scenarios of a need.
  public var name: String
  /// How much it counts against the others, above 0.
  public var weight: Double
  /// The agents wanted if it comes, for the same skills and intervals; its own
  /// scenarios are not looked at.
  public var need: CoverNeed

  /// A way demand may come.
  public init(name: String, weight: Double = 1, need: CoverNeed) {
    self.name = name
    self.weight = weight
    self.need = need
  }
}
