/// Agents wanted, by skill and interval; real-valued, since only the roster's
/// heads are whole.
public struct CoverNeed: Hashable, Sendable {
  /// The skills, in the plan's order.
  public var skills: [String]
  /// Agents wanted: for each skill one value for each interval of the
  /// horizon, at least 0.
  public var agents: [[Double]]
  /// For each skill and interval what is lost with 0, 1, 2, ... agents, in
  /// the plan's currency: convex, at least two entries, further agents lose as
  /// many as the last. Empty, or nil for an interval, where missing agents
  /// cost the plan's flat prices. See
  /// ``CoverPrices/lateTicket``.
  public var gapPrices: [[[Double]?]] = []
  /// ``gapPrices`` with all work that may wait laid level, where the plan leaves
  /// it to the solver; empty elsewhere.
  public var levelGapPrices: [[[Double]?]] = []
  /// For each skill and interval the tickets expected to be late with 0, 1,
  /// 2, ... agents, where that is known.
  public var lateTickets: [[[Double]?]] = []
  /// The ways demand may come between which a roster has to do; empty where
  /// only this need counts. Where there are some, what a gap costs is its mean
  /// over them, and ``agents`` is the need that reports show.
  public var scenarios: [DemandScenario] = []
  /// Work that may wait, where the solver chooses when it is done; ``agents``
  /// then shows it laid level, for those who want heads by interval.
  public var deferredWork: [DeferredWork] = []
  /// Agents wanted at once, in the layout of ``agents``; empty where that is
  /// all there is, so that there is no ``deferredWork``.
  public var atOnce: [[Double]] = []

  /// A need, one row of intervals for each skill.
  public init(skills: [String], agents: [[Double]]) {
    self.skills = skills
    self.agents = agents
  }

  /// The needs that gaps are priced in, with shares that sum to 1: those of
  /// the scenarios, or this need alone.
  public var priced: [(share: Double, need: CoverNeed)] {
    guard !scenarios.isEmpty else { return [(1, self)] }
    let total = scenarios.reduce(0) { $0 + $1.weight }
    return scenarios.map { ($0.weight / total, $0.need) }
  }

  /// The need with work that may wait laid level, as one of several ways demand
  /// may come.
  public var levelled: CoverNeed {
    var need = self
    if !levelGapPrices.isEmpty { need.gapPrices = levelGapPrices }
    need.levelGapPrices = []
    need.deferredWork = []
    need.atOnce = []
    return need
  }

  /// What is lost with a number of agents, which need not be whole; nil where
  /// the flat prices hold.
  ///
  /// - Complexity: O(1).
  public func gapPrice(skill: Int, interval: Int, agents: Double) -> Double? {
    CoverNeed.value(of: gapPrices, skill: skill, interval: interval, agents: agents)
  }

  /// Tickets expected to be late with a number of agents; nil if unknown.
  public func lateTickets(skill: Int, interval: Int, agents: Double) -> Double? {
    CoverNeed.value(of: lateTickets, skill: skill, interval: interval, agents: agents)
  }

  /// A descending table with what rounding made of its convexity mended: no
  /// agent is worth more than the one before, nor less than nothing.
  public static func convex(_ table: [Double]) -> [Double] {
    var gains = zip(table, table.dropFirst()).map { max(0, $0 - $1) }
    gains.sort(by: >)
    var values = [table.first ?? 0]
    for gain in gains { values.append((values.last ?? 0) - gain) }
    return values
  }

  private static func value(
    of tables: [[[Double]?]], skill: Int, interval: Int, agents: Double
  ) -> Double? {
    guard tables.indices.contains(skill), tables[skill].indices.contains(interval),
      let table = tables[skill][interval], let last = table.last
    else { return nil }
    let position = max(0, agents)
    guard position < Double(table.count - 1) else { return last }
    let lower = Int(position)
    return table[lower] + (position - Double(lower)) * (table[lower + 1] - table[lower])
  }
}
