import Rostering

/// The master program of a task with a price on heads out of balance that grows
/// with them: shares of everybody's lines, heads that pieces take up, and heads
/// that flow on.
///
///     minimise  cost of the shares + cost of the pieces + centre * out
///               + scale / 2 * out²
///
/// It is solved by turns over its variables, each moved to where it is best
/// while all others stand still, which needs no simplex method: a turn costs
/// about as much as reading the lines once. Where it ends, `centre + scale *
/// out` are the prices of the rows with the best bound that the lines known so
/// far promise near the centre.
struct ProximalMaster {
  /// A line that a person may have a share of.
  private struct Member {
    var column: LineColumn
    var share: Double
    /// Turns of the ascent since it had a share.
    var idle = 0
  }

  private let layout: MasterLayout
  private var members: [[Member]]
  /// Heads that each piece takes up.
  private var taken: [Double]
  /// Heads of each flow.
  private var flowing: [Double]
  /// Heads out of balance on each row.
  private var out: [Double]
  /// The prices to stay near.
  var centre: [Double]
  /// How far prices move from the centre for a head out of balance.
  var scale: Double
  /// Scratch: the heads in which two lines differ, all zero between uses.
  private var difference: [Double]

  /// Costs that differ by less are the same.
  private static let leastGain = 1e-7
  /// Shares below this are let go.
  private static let leastShare = 1e-9

  /// A program without lines.
  init(_ layout: MasterLayout, centre: [Double], scale: Double) {
    self.layout = layout
    self.centre = centre
    self.scale = scale
    members = Array(repeating: [], count: layout.personCount)
    taken = Array(repeating: 0, count: layout.pieces.count)
    flowing = Array(repeating: 0, count: layout.flows.count)
    out = layout.standing
    difference = Array(repeating: 0, count: layout.rowCount)
  }

  /// The prices of the rows, as a bound can be computed from them.
  var prices: [Double] {
    var prices = out.indices.map { price(ofRow: $0) }
    layout.liftTransits(&prices)
    return layout.clamped(prices)
  }

  /// Everybody's lines in their shares.
  var mixture: LineMixture {
    var mixture = LineMixture(personCount: members.count)
    for (person, all) in members.enumerated() {
      for member in all where member.share > 0 {
        mixture.add(member.column.line, weight: member.share, person: person)
      }
    }
    return mixture
  }

  /// A person's lines in their shares.
  func mixture(of person: Int) -> [(line: [Int32], share: Double)] {
    members[person].filter { $0.share > 0 }.map { ($0.column.line, $0.share) }
  }

  /// The lines with a share, or that had one within some turns.
  func lines(idleAtMost idle: Int) -> [LineColumn] {
    members.flatMap { $0.filter { $0.share > 0 || $0.idle <= idle }.map(\.column) }
  }

  /// Takes a line in; a person's first one has the whole share.
  ///
  /// - Returns: True if it is new.
  @discardableResult
  mutating func add(_ column: LineColumn) -> Bool {
    let person = column.person
    if members[person].contains(where: { $0.column.line == column.line }) { return false }
    let share = members[person].isEmpty ? 1.0 : 0
    members[person].append(Member(column: column, share: share))
    bring(column, share: share)
    return true
  }

  /// Lets go of the lines that have been without a share for longest, of people
  /// with more than some.
  mutating func purge(keeping count: Int) {
    for person in members.indices {
      for place in members[person].indices {
        members[person][place].idle =
          members[person][place].share > 0 ? 0 : members[person][place].idle + 1
      }
      guard members[person].count > count else { continue }
      let limit = max(1, members[person].map(\.idle).sorted()[count / 2])
      members[person].removeAll { $0.share == 0 && $0.idle > limit }
    }
  }

  /// Lets go of a person's lines that a pattern does not admit. Those with a
  /// share that stay get the shares of the others.
  mutating func keep(to pattern: LinePattern, person: Int) {
    let before = members[person]
    var kept = before.filter { pattern.admits($0.column.line) }
    guard kept.count < before.count, !kept.isEmpty else { return }
    let total = kept.reduce(0) { $0 + $1.share }
    for place in kept.indices {
      kept[place].share = total > 0 ? kept[place].share / total : place == 0 ? 1 : 0
    }
    for member in before where member.share > 0 { bring(member.column, share: -member.share) }
    members[person] = kept
    for member in kept where member.share > 0 { bring(member.column, share: member.share) }
  }

  /// Takes turns over all variables.
  ///
  /// - Parameter count: The most; fewer if nothing moves any more.
  /// - Complexity: O(count x lines x heads of a line).
  mutating func settle(turns count: Int) {
    for _ in 0..<count {
      let moved = movePools() + movePeople()
      if moved < 1e-8 { return }
    }
  }

  /// What the lines known so far let a bound at prices come to at the most.
  ///
  /// - Parameter prices: As `MasterLayout.clamped(_:)` gives them.
  func promise(at prices: [Double]) -> Double {
    members.reduce(layout.poolBound(prices)) { sum, all in
      sum + all.reduce(Double.infinity) { min($0, $1.column.cost(at: prices)) }
    }
  }

  private func price(ofRow row: Int) -> Double { centre[row] + scale * out[row] }

  private mutating func bring(_ column: LineColumn, share: Double) {
    for index in column.rows.indices {
      out[Int(column.rows[index])] += share * column.heads[index]
    }
  }

  private func cost(of column: LineColumn) -> Double {
    var cost = column.ownCost
    for index in column.rows.indices {
      cost += price(ofRow: Int(column.rows[index])) * column.heads[index]
    }
    return cost
  }

  /// Moves flows and pieces.
  ///
  /// - Returns: By how much, in squares of heads.
  private mutating func movePools() -> Double {
    var moved = 0.0
    for (index, flow) in layout.flows.enumerated() {
      let pull = (price(ofRow: flow.from) - price(ofRow: flow.to)) / (2 * scale)
      let step = max(-flowing[index], pull)
      flowing[index] += step
      out[flow.from] -= step
      out[flow.to] += step
      moved += step * step
    }
    for (index, piece) in layout.pieces.enumerated() {
      let pull = (price(ofRow: piece.row) - piece.slope) / scale
      let step = min(piece.length, max(0, taken[index] + pull)) - taken[index]
      taken[index] += step
      out[piece.row] -= step
      moved += step * step
    }
    return moved
  }

  /// Moves shares of each person from the dearest line to the cheapest one.
  ///
  /// - Returns: By how much, in squares of heads.
  private mutating func movePeople() -> Double {
    var moved = 0.0
    for person in members.indices where members[person].count > 1 {
      for _ in 0..<2 {
        let step = moveShare(person)
        if step == 0 { break }
        moved += step
      }
    }
    return moved
  }

  private mutating func moveShare(_ person: Int) -> Double {
    var (best, least) = (0, Double.infinity)
    var (worst, most) = (0, -Double.infinity)
    for (place, member) in members[person].enumerated() {
      let cost = cost(of: member.column)
      if cost < least { (best, least) = (place, cost) }
      if member.share > 0, cost > most { (worst, most) = (place, cost) }
    }
    guard best != worst, most - least > Self.leastGain else { return 0 }
    let gaining = members[person][best].column
    let losing = members[person][worst].column
    let square = squareOfDifference(gaining, losing)
    let whole = members[person][worst].share
    let wanted = square > 0 ? (most - least) / (scale * square) : whole
    let step = whole - wanted < Self.leastShare ? whole : wanted
    members[person][worst].share -= step
    members[person][best].share += step
    bring(gaining, share: step)
    bring(losing, share: -step)
    return step * step * square
  }

  private mutating func squareOfDifference(_ one: LineColumn, _ other: LineColumn) -> Double {
    for index in one.rows.indices { difference[Int(one.rows[index])] += one.heads[index] }
    for index in other.rows.indices { difference[Int(other.rows[index])] -= other.heads[index] }
    var square = 0.0
    for row in one.rows + other.rows {
      square += difference[Int(row)] * difference[Int(row)]
      difference[Int(row)] = 0
    }
    return square
  }
}
