/// One way demand may come, with how much it counts.
///
/// Like a ``SweepCase`` it holds all that is needed to work it out anywhere.
public struct DemandCase: Codable, Hashable, Sendable {
  /// The name; unique among the cases that stand beside each other.
  public var name: String
  /// How much it counts against the others, above 0.
  public var weight: Double
  /// What is changed of the plan's demand.
  public var edits: [PlanEdit]

  /// A way demand may come.
  public init(name: String, weight: Double = 1, edits: [PlanEdit]) {
    self.name = name
    self.weight = weight
    self.edits = edits
  }

  /// The points of the forecast band with 30, 40 and 30 parts of a hundred:
  /// the weights with which P10, P50 and P90 give nearly the mean of a wide
  /// range of distributions (Swanson's rule: Hurst, Brown and Swanson,
  /// "Swanson's 30-40-30 rule", AAPG Bulletin 84, 2000).
  public static let band: [DemandCase] = BandPoint.allCases.map { point in
    DemandCase(
      name: point.rawValue, weight: point == .median ? 0.4 : 0.3, edits: [.demandBand(point)])
  }

  /// A multiple of the plan's demand.
  public static func factor(_ factor: Double, weight: Double = 1) -> DemandCase {
    let percent = factor * 100
    let number =
      percent == percent.rounded() ? String(Int(percent)) : String(format: "%.1f", percent)
    return DemandCase(
      name: "demand \(number) %", weight: weight, edits: [.demand(factor: factor, skills: [])])
  }
}

extension Array where Element == DemandCase {
  /// The cases with names that differ: a second one of a name gets a number.
  public var uniquelyNamed: [DemandCase] {
    let named = map { SweepCase(name: $0.name, edits: []) }.uniquelyNamed
    return zip(self, named).map { demand, named in
      DemandCase(name: named.name, weight: demand.weight, edits: demand.edits)
    }
  }
}
