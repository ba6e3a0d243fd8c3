/// The lines that one person may have a share of in a `ProximalMaster`.
///
/// What any two lines have in common is kept, so that after the lines are
/// priced once, shares can be moved several times without pricing them anew.
struct LineChoice: Sendable {
  private(set) var columns: [LineColumn] = []
  /// The share of each line; they add up to 1.
  private(set) var shares: [Double] = []
  /// By how much each share was changed when shares were moved last.
  private(set) var changes: [Double] = []
  /// Steps of the ascent since each line had a share.
  private var idle: [Int] = []
  /// For each two lines the sum over rows of the products of their heads: a
  /// square table.
  private var common: [Double] = []
  /// Scratch: what each line costs.
  private var costs: [Double] = []

  /// Costs that differ by less are the same.
  private static let leastGain = 1e-7
  /// Shares below this are let go.
  private static let leastShare = 1e-9
  /// Differences of lines, in squares of heads, below which they bring the
  /// same.
  private static let leastSquare = 1e-9
  /// The most moves at a time.
  private static let moves = 6

  var count: Int { columns.count }

  /// The lines with a share, and their shares.
  var shared: [(column: LineColumn, share: Double)] {
    zip(columns, shares).filter { $0.1 > 0 }
  }

  /// The lines with a share, or that had one within some steps.
  func columns(idleAtMost limit: Int) -> [LineColumn] {
    columns.indices.filter { shares[$0] > 0 || idle[$0] <= limit }.map { columns[$0] }
  }

  /// Takes a line in.
  ///
  /// - Parameter heads: Scratch: 0 for each row of the master.
  /// - Complexity: O(lines x heads of a line).
  mutating func add(_ column: LineColumn, share: Double, heads: inout [Double]) {
    for index in column.rows.indices { heads[Int(column.rows[index])] = column.heads[index] }
    let products = columns.map { $0.sum(over: heads) } + [column.sum(over: heads)]
    for row in column.rows { heads[Int(row)] = 0 }
    let count = count
    var table: [Double] = []
    table.reserveCapacity((count + 1) * (count + 1))
    for place in 0..<count {
      table += common[place * count..<(place + 1) * count]
      table.append(products[place])
    }
    common = table + products
    columns.append(column)
    shares.append(share)
    changes.append(0)
    idle.append(0)
    costs.append(0)
  }

  /// Counts a step for lines without a share, and lets go of those that have
  /// been without one for longest if there are more lines than a limit.
  mutating func purge(keeping limit: Int) {
    for place in shares.indices { idle[place] = shares[place] > 0 ? 0 : idle[place] + 1 }
    guard count > limit else { return }
    let longest = max(1, idle.sorted()[limit / 2])
    keep(columns.indices.filter { shares[$0] > 0 || idle[$0] <= longest })
  }

  /// Keeps the lines that a pattern admits, unless it admits none. Those with a
  /// share get the shares of the others.
  mutating func keep(to pattern: LinePattern) {
    let places = columns.indices.filter { pattern.admits(columns[$0].line) }
    guard !places.isEmpty, places.count < count else { return }
    keep(places)
    let total = shares.reduce(0, +)
    for place in shares.indices {
      shares[place] = total > 0 ? shares[place] / total : place == 0 ? 1 : 0
    }
  }

  private mutating func keep(_ places: [Int]) {
    let count = count
    common = places.flatMap { row in places.map { common[row * count + $0] } }
    columns = places.map { columns[$0] }
    shares = places.map { shares[$0] }
    idle = places.map { idle[$0] }
    changes = Array(repeating: 0, count: places.count)
    costs = changes
  }

  /// Moves shares from the dearest lines to the cheapest ones, each to where
  /// the two cost the same; `changes` tells by how much.
  ///
  /// - Parameters:
  ///   - prices: The prices of the rows.
  ///   - scale: How far a row's price moves for a head.
  ///   - isFull: Looks at all lines, not only at those with a share.
  /// - Returns: By how much, in squares of heads.
  /// - Complexity: O(lines x heads of a line).
  mutating func moveShares(at prices: [Double], scale: Double, isFull: Bool) -> Double {
    let count = count
    for place in 0..<count {
      changes[place] = 0
      costs[place] =
        isFull || shares[place] > 0 ? columns[place].cost(at: prices) : .infinity
    }
    var moved = 0.0
    for _ in 0..<Self.moves {
      var (best, least) = (0, Double.infinity)
      var (worst, most) = (0, -Double.infinity)
      for place in 0..<count {
        let cost = costs[place]
        if cost < least { (best, least) = (place, cost) }
        if shares[place] > 0, cost > most { (worst, most) = (place, cost) }
      }
      guard best != worst, most - least > Self.leastGain else { break }
      let square =
        common[best * count + best] + common[worst * count + worst]
        - 2 * common[best * count + worst]
      let whole = shares[worst]
      let wanted = square > Self.leastSquare ? (most - least) / (scale * square) : whole
      let step = whole - wanted < Self.leastShare ? whole : wanted
      shares[worst] = step == whole ? 0 : whole - step
      shares[best] += step
      changes[worst] -= step
      changes[best] += step
      for place in 0..<count {
        costs[place] +=
          scale * step * (common[best * count + place] - common[worst * count + place])
      }
      moved += step * step * square
    }
    return moved
  }
}
