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
  private var layout: MasterLayout
  private var choices: [LineChoice]
  /// Heads that each piece takes up.
  private var taken: [Double]
  /// Heads of each flow.
  private var flowing: [Double]
  /// Heads out of balance on each row.
  private var out: [Double]
  /// The prices of the rows, while turns are taken.
  private var now: [Double]
  /// The prices to stay near.
  var centre: [Double]
  /// How far prices move from the centre for a head out of balance.
  var scale: Double
  /// Scratch: heads of a line, all zero between uses.
  private var heads: [Double]

  /// Turns of which one looks at all lines, the others at those with a share.
  private static let fullTurn = 3

  /// A program without lines.
  init(_ layout: MasterLayout, centre: [Double], scale: Double) {
    self.layout = layout
    self.centre = centre
    self.scale = scale
    choices = Array(repeating: LineChoice(), count: layout.personCount)
    taken = Array(repeating: 0, count: layout.pieces.count)
    flowing = Array(repeating: 0, count: layout.flows.count)
    out = layout.standing
    now = centre
    heads = Array(repeating: 0, count: layout.rowCount)
  }

  /// The prices of the rows, as a bound can be computed from them.
  var prices: [Double] {
    var prices = out.indices.map { centre[$0] + scale * out[$0] }
    layout.liftTransits(&prices)
    return layout.clamped(prices)
  }

  /// Everybody's lines in their shares.
  var mixture: LineMixture {
    var mixture = LineMixture(personCount: choices.count)
    for (person, choice) in choices.enumerated() {
      for (column, share) in choice.shared {
        mixture.add(column.line, weight: share, person: person)
      }
    }
    return mixture
  }

  /// A person's lines in their shares.
  func mixture(of person: Int) -> [(line: [Int32], share: Double)] {
    choices[person].shared.map { ($0.column.line, $0.share) }
  }

  /// The lines with a share, or that had one within some steps.
  func lines(idleAtMost limit: Int) -> [LineColumn] {
    choices.flatMap { $0.columns(idleAtMost: limit) }
  }

  /// Takes a line in; a person's first one has the whole share.
  ///
  /// - Returns: True if it is new.
  /// - Complexity: O(the person's lines x heads of a line).
  @discardableResult
  mutating func add(_ column: LineColumn) -> Bool {
    let person = column.person
    if choices[person].columns.contains(where: { $0.line == column.line }) { return false }
    let isFirst = choices[person].count == 0
    choices[person].add(column, share: isFirst ? 1 : 0, heads: &heads)
    if isFirst { bring(column, share: 1) }
    return true
  }

  /// Lets go of the lines that have been without a share for longest, of people
  /// with more than some.
  mutating func purge(keeping count: Int) {
    for person in choices.indices { choices[person].purge(keeping: count) }
  }

  /// Lets go of a person's lines that a pattern does not admit. Those with a
  /// share that stay get the shares of the others.
  mutating func keep(to pattern: LinePattern, person: Int) {
    for (column, share) in choices[person].shared { bring(column, share: -share) }
    choices[person].keep(to: pattern)
    for (column, share) in choices[person].shared { bring(column, share: share) }
  }

  /// Goes on with pieces of other lengths and slopes.
  mutating func adopt(_ layout: MasterLayout) {
    self.layout = layout
    for (index, piece) in layout.pieces.enumerated() where taken[index] > piece.length {
      out[piece.row] += taken[index] - piece.length
      taken[index] = piece.length
    }
    centre = layout.clamped(centre)
  }

  /// Takes turns over all variables.
  ///
  /// - Parameter count: The most; fewer if nothing moves any more.
  /// - Complexity: O(count x lines x heads of a line).
  mutating func settle(turns count: Int) {
    for row in out.indices { now[row] = centre[row] + scale * out[row] }
    for turn in 0..<count {
      let isFull = turn % Self.fullTurn == 0
      var moved = movePools()
      for person in choices.indices where choices[person].count > 1 {
        moved += moveShares(person, isFull: isFull)
      }
      if moved < 1e-8, isFull { return }
    }
  }

  /// What the lines known so far let a bound at prices come to at the most.
  ///
  /// - Parameter prices: As `MasterLayout.clamped(_:)` gives them.
  func promise(at prices: [Double]) -> Double {
    choices.reduce(layout.poolBound(prices)) { sum, choice in
      sum + choice.columns.reduce(Double.infinity) { min($0, $1.cost(at: prices)) }
    }
  }

  private mutating func bring(_ column: LineColumn, share: Double) {
    for index in column.rows.indices {
      bring(share * column.heads[index], row: Int(column.rows[index]))
    }
  }

  private mutating func bring(_ heads: Double, row: Int) {
    out[row] += heads
    now[row] += scale * heads
  }

  /// Moves flows and pieces.
  ///
  /// - Returns: By how much, in squares of heads.
  private mutating func movePools() -> Double {
    var moved = 0.0
    for (index, flow) in layout.flows.enumerated() {
      let pull = (now[flow.from] - now[flow.to]) / (2 * scale)
      let step = max(-flowing[index], pull)
      if step == 0 { continue }
      flowing[index] += step
      bring(-step, row: flow.from)
      bring(step, row: flow.to)
      moved += step * step
    }
    for (index, piece) in layout.pieces.enumerated() {
      let pull = (now[piece.row] - piece.slope) / scale
      let step = min(piece.length, max(0, taken[index] + pull)) - taken[index]
      if step == 0 { continue }
      taken[index] += step
      bring(-step, row: piece.row)
      moved += step * step
    }
    return moved
  }

  /// Moves shares of a person from the dearest lines to the cheapest ones.
  ///
  /// - Parameter isFull: Looks at all lines, not only at those with a share.
  /// - Returns: By how much, in squares of heads.
  private mutating func moveShares(_ person: Int, isFull: Bool) -> Double {
    let moved = choices[person].moveShares(at: now, scale: scale, isFull: isFull)
    if moved == 0 { return 0 }
    for place in 0..<choices[person].count where choices[person].changes[place] != 0 {
      bring(choices[person].columns[place], share: choices[person].changes[place])
    }
    return moved
  }
}
