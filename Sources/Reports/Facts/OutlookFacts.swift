/// What becomes of a roster in each of several ways demand may come.
public struct OutlookFacts: Codable, Hashable, Sendable {
  /// One way demand may come.
  public struct Case: Codable, Hashable, Sendable {
    /// The name.
    public var name: String
    /// How much it counts, 0 to 1; all cases together count 1.
    public var share: Double
    /// Agent-hours wanted, missing and too many.
    public var needHours, shortfallHours, surplusHours: Double
    /// What the gaps cost, in the plan's currency.
    public var gapCost: Double
    /// Contacts expected to be late; nil where no service can be expected.
    public var lateTickets: Double?
    /// True if every goal of service is kept or, where none can be expected,
    /// nineteen twentieths of the need are covered.
    public var isMet: Bool

    /// What becomes of a roster in one case.
    public init(
      name: String, share: Double, needHours: Double, shortfallHours: Double,
      surplusHours: Double, gapCost: Double, lateTickets: Double?, isMet: Bool
    ) {
      self.name = name
      self.share = share
      (self.needHours, self.shortfallHours) = (needHours, shortfallHours)
      self.surplusHours = surplusHours
      self.gapCost = gapCost
      self.lateTickets = lateTickets
      self.isMet = isMet
    }
  }

  /// The cases.
  public var cases: [Case]
  /// True if the roster was made for all of them together; false if it was
  /// only held against them.
  public var isPriced: Bool

  /// What becomes of a roster; nothing is known without a case.
  public init(cases: [Case], isPriced: Bool = false) {
    self.cases = cases
    self.isPriced = isPriced
  }

  private func mean(_ value: (Case) -> Double) -> Double {
    cases.reduce(0) { $0 + $1.share * value($1) }
  }

  /// Agent-hours missing, the mean by shares.
  public var expectedShortfall: Double { mean(\.shortfallHours) }
  /// Agent-hours too many, the mean by shares.
  public var expectedSurplus: Double { mean(\.surplusHours) }
  /// What gaps cost, the mean by shares.
  public var expectedGapCost: Double { mean(\.gapCost) }
  /// Contacts late, the mean by shares; nil where that is not known.
  public var expectedLate: Double? {
    cases.allSatisfy { $0.lateTickets != nil } ? mean { $0.lateTickets ?? 0 } : nil
  }
  /// The case with most agent-hours missing, the first of several.
  public var worst: Case? {
    cases.max { $0.shortfallHours < $1.shortfallHours }
  }
  /// How often the goals hold: the share of the cases in which they do.
  public var metShare: Double { mean { $0.isMet ? 1 : 0 } }
}
