import Workload

/// What can be missing in one interval, with its probability.
///
/// Agents stand in groups of equal skills. For a set of skills the agents who
/// have any of them must bring what the set's floors add up to; by Hall's
/// theorem the floors can all be met exactly if that holds for every set. An
/// outcome is therefore, for each set of skills, how many heads it lacks.
struct CoverLoss: Sendable {
  /// People on duty with the same skills.
  struct Group: Sendable {
    /// Their skills, bit by bit.
    var skills: UInt64
    /// The units each brings to the interval.
    var units: [Int]
    /// The units of those who cannot fail to come.
    var sureUnits: Int
  }

  /// An outcome: for each set of skills (its bits less one as index) the heads
  /// it lacks, at least 0.
  struct Outcome: Sendable {
    var lacking: [Int]
    var probability: Double
  }

  /// The outcomes, in a fixed order.
  let outcomes: [Outcome]
  /// False if they were drawn by chance, because there are too many to list.
  let isExact: Bool

  /// The most combinations that are listed.
  static let exactLimit = 400_000
  private static let draws = 20_000
  private static let negligible = 1e-13

  /// The losses of an interval.
  ///
  /// - Parameters:
  ///   - groups: Who is on duty, each skill set once.
  ///   - floors: For each skill the units that must be there.
  ///   - unitsPerHead: Units of a whole agent.
  ///   - noShow: The share that does not come.
  ///   - seed: For outcomes that are drawn.
  init(groups: [Group], floors: [Int], unitsPerHead: Int, noShow: Double, seed: UInt64) {
    let lost = groups.map { CoverLoss.lostUnits($0.units, noShow: noShow) }
    var cells = 1.0
    for distribution in lost { cells *= Double(max(1, distribution.count)) }
    let counter = LackCounter(groups: groups, floors: floors, unitsPerHead: unitsPerHead)
    var sums: [[Int]: Double] = [:]
    if cells <= Double(CoverLoss.exactLimit) {
      isExact = true
      CoverLoss.combine(lost) { units, probability in
        sums[counter.lacking(lostUnits: units), default: 0] += probability
      }
    } else {
      isExact = false
      var random = SeededRandom(seed: seed)
      for _ in 0..<CoverLoss.draws {
        let units = groups.map { group in
          group.units.reduce(0) {
            $0 + (RandomVariates.uniform(using: &random) < noShow ? $1 : 0)
          }
        }
        sums[counter.lacking(lostUnits: units), default: 0] += 1 / Double(CoverLoss.draws)
      }
    }
    // The order of a dictionary is nobody's; the sums themselves were made in
    // a fixed order.
    outcomes = sums.map { Outcome(lacking: $0.key, probability: $0.value) }
      .sorted { $0.lacking.lexicographicallyPrecedes($1.lacking) }
  }

  /// The probability that a list of people on call mends everything.
  ///
  /// - Parameter list: People on call by skill.
  func probability(withOnCall list: [Int]) -> Double {
    let callable = LackCounter.sums(list)
    return outcomes.reduce(0) { sum, outcome in
      zip(outcome.lacking, callable).allSatisfy { $0 <= $1 } ? sum + outcome.probability : sum
    }
  }

  /// The distribution of the units lost by some people, each with the same
  /// probability: a Poisson-binomial convolution, person by person.
  static func lostUnits(_ units: [Int], noShow: Double) -> [(units: Int, probability: Double)] {
    var distribution = [0: 1.0]
    for amount in units where amount > 0 {
      var next: [Int: Double] = [:]
      for (lost, probability) in distribution.sorted(by: { $0.key < $1.key }) {
        next[lost, default: 0] += probability * (1 - noShow)
        if noShow > 0 { next[lost + amount, default: 0] += probability * noShow }
      }
      distribution = next
    }
    return distribution.sorted { $0.key < $1.key }
      .filter { $0.value > negligible }.map { ($0.key, $0.value) }
  }

  /// Every combination of losses with its probability.
  private static func combine(
    _ lost: [[(units: Int, probability: Double)]], _ body: ([Int], Double) -> Void
  ) {
    var units = Array(repeating: 0, count: lost.count)
    func descend(_ group: Int, _ probability: Double) {
      guard probability > negligible else { return }
      guard group < lost.count else {
        body(units, probability)
        return
      }
      for entry in lost[group] {
        units[group] = entry.units
        descend(group + 1, probability * entry.probability)
      }
    }
    descend(0, 1)
  }
}

/// Counts what each set of skills lacks.
struct LackCounter: Sendable {
  private let floors: [Int]
  private let present: [Int]
  /// For each set of skills the groups that have one of them.
  private let groupsOfSet: [[Int]]
  private let unitsPerHead: Int

  init(groups: [CoverLoss.Group], floors: [Int], unitsPerHead: Int) {
    let sets = 1..<(1 << floors.count)
    self.floors = LackCounter.sums(floors)
    self.unitsPerHead = unitsPerHead
    groupsOfSet = sets.map { set in
      groups.indices.filter { groups[$0].skills & UInt64(set) != 0 }
    }
    present = groupsOfSet.map { members in
      members.reduce(0) { $0 + groups[$1].units.reduce(0, +) + groups[$1].sureUnits }
    }
  }

  /// The heads that each set lacks, rounded up.
  func lacking(lostUnits: [Int]) -> [Int] {
    groupsOfSet.indices.map { set in
      let lost = groupsOfSet[set].reduce(0) { $0 + lostUnits[$1] }
      let missing = floors[set] - (present[set] - lost)
      return missing > 0 ? (missing + unitsPerHead - 1) / unitsPerHead : 0
    }
  }

  /// For each set of skills the sum of its members.
  static func sums(_ values: [Int]) -> [Int] {
    (1..<(1 << values.count)).map { set in
      values.indices.reduce(0) { set & (1 << $1) != 0 ? $0 + values[$1] : $0 }
    }
  }
}
