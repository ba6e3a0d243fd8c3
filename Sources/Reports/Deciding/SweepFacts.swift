import Rostering

/// A finished sweep, in the order of its cases.
public struct SweepFacts: Sendable {
  /// What kind of question was asked.
  public enum Kind: String, Codable, Sendable {
    /// Plans beside each other.
    case whatIf = "whatif"
    /// Sizes of the team, ascending.
    case levels
    /// Limits loosened one by one, after the plan as it is.
    case rulePrices = "rule-prices"
  }

  /// The kind.
  public var kind: Kind
  /// The plan of the sweep.
  public var plan: RosterPlan
  /// The cases.
  public var cases: [CaseFacts]
  /// For each pair of neighbours whether theory says that the later cannot
  /// cost more; empty where it says nothing.
  public var isMonotone: [Bool]
  /// What each case changes of the plan, for rule prices: key, from, to.
  public var loosenings: [RuleLoosening]
  /// What one agent more is worth in each interval, skill after skill; empty
  /// where it was not asked for.
  public var marginalWorth: [[Double]] { cases.first?.marginalWorth ?? [] }

  /// A finished sweep.
  public init(
    kind: Kind, plan: RosterPlan, cases: [CaseFacts], isMonotone: [Bool] = [],
    loosenings: [RuleLoosening] = []
  ) {
    self.kind = kind
    self.plan = plan
    self.cases = cases
    self.isMonotone = isMonotone
    self.loosenings = loosenings
  }

  /// True if the proofs cannot tell which of two solved cases costs less: each
  /// could still fall to its bound.
  public func isUndecided(_ first: CaseFacts, _ second: CaseFacts) -> Bool {
    guard first.status == .solved, second.status == .solved else { return false }
    let (cheap, dear) = first.objective <= second.objective ? (first, second) : (second, first)
    // The dearer one is dearer for certain once its bound is above the other.
    guard let bound = dear.bound else { return true }
    return bound < cheap.objective - 1e-6 * max(1, cheap.objective.magnitude)
  }

  /// The share of the cost up to which the price of a rule is nothing to speak
  /// of.
  public static let nothingShare = 0.001

  /// The plan as it is with all that is proven of it: whatever a looser rule
  /// allows, the plan's own roster is among it, so no roster of the plan costs
  /// less than a bound of a looser one.
  public var rulePriceBase: CaseFacts? {
    guard var base = cases.first, base.status == .solved else { return nil }
    let bounds = cases.filter { $0.status == .solved }.compactMap(\.bound)
    base.bound = bounds.max().map { min($0, base.objective) }
    return base
  }

  /// The solved case with the least cost.
  public var cheapest: CaseFacts? {
    cases.filter { $0.status == .solved }.min { $0.objective < $1.objective }
  }

  /// The knee of the front of staffing levels: the solved case farthest below
  /// the straight line from the first to the last, both axes scaled to one, in
  /// missing agent-hours (the method of Satopää et al., "Finding a Kneedle in
  /// a Haystack", 2011). Nil where there are fewer than three, or where the
  /// front is no curve.
  public var knee: CaseFacts? {
    let solved = cases.filter { $0.status == .solved }
    guard solved.count >= 3, let first = solved.first, let last = solved.last else { return nil }
    let width = Double(last.people - first.people)
    let height = first.shortfallHours - last.shortfallHours
    guard width > 0, height > 1e-9 else { return nil }
    func depth(_ point: CaseFacts) -> Double {
      let along = Double(point.people - first.people) / width
      let fallen = (first.shortfallHours - point.shortfallHours) / height
      return fallen - along
    }
    guard let best = solved.max(by: { depth($0) < depth($1) }), depth(best) > 1e-9 else {
      return nil
    }
    return best
  }

  /// The smallest team that meets the goals; nil if none does.
  public var leastMeetingGoals: CaseFacts? { cases.first(where: \.meetsGoals) }
}
