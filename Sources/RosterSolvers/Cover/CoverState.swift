import Rostering

/// The units on every cover row of a roster under construction, what they
/// cost, and what one person more would change.
///
/// Each pool holds a cheapest flow of its rows' units to its targets. Adding
/// and removing lines repairs the flow by augmenting paths, so costs are exact
/// at any time. Where a line contributes to one row of a pool at most, the
/// cost change of a line is the sum of its rows' marginal costs; where a pool
/// spans time (work that may wait) the sum is a bound from below.
public struct CoverState: Sendable {
  let tables: CoverTables
  /// Units of each target.
  var targetUnits: [Int32]
  /// Units from rows to targets, by the tables' flows; unused for simple pools.
  var flow: [Int32]
  /// The slopes of each target's price above and below its units; not kept up
  /// for simple pools.
  var slopeUp: [Double]
  var slopeDown: [Double]
  var scratch: FlowScratch
  /// What the next unit on each row costs, of pools that span time, and the
  /// pool's version it belongs to.
  var rowSlopes: [Double]
  var slopeVersion: [UInt32]
  /// The price of each pool.
  private(set) var poolCost: [Double]
  /// Grows when the pool changes.
  private var poolVersion: [UInt32]
  /// Marginal costs of adding a unit value to a row, `row * unit values +
  /// value`, and the pool's version they belong to.
  private var cachedCost: [Double]
  private var cachedVersion: [UInt32]
  /// The price of all pools.
  public private(set) var cost: Double

  /// The cover of a roster in which nobody works: fixed units only.
  public init(_ problem: RosterProblem) {
    self.init(tables: CoverTables(problem))
  }

  init(tables: CoverTables) {
    self.tables = tables
    targetUnits = Array(repeating: 0, count: tables.targetCount)
    flow = Array(repeating: 0, count: tables.flowTarget.count)
    slopeUp = (0..<tables.targetCount).map { tables.slopeAbove(target: $0, units: 0).slope }
    slopeDown = Array(repeating: -.infinity, count: tables.targetCount)
    scratch = FlowScratch(targetCount: tables.targetCount, rowCount: tables.rowCount)
    rowSlopes = Array(
      repeating: 0, count: tables.spansTime.contains(true) ? tables.rowCount : 0)
    slopeVersion = Array(repeating: 0, count: tables.poolCount)
    poolCost = Array(repeating: 0, count: tables.poolCount)
    poolVersion = Array(repeating: 1, count: tables.poolCount)
    cachedCost = Array(repeating: 0, count: tables.rowCount * tables.unitValues.count)
    cachedVersion = Array(repeating: 0, count: cachedCost.count)
    cost = 0
    for pool in 0..<tables.poolCount {
      for target in tables.firstTarget[pool]..<tables.firstTarget[pool + 1] {
        poolCost[pool] += tables.price(ofTarget: Int(target), units: 0)
      }
      cost += poolCost[pool]
    }
    for row in 0..<tables.rowCount where tables.fixedUnits[row] > 0 {
      change(row: row, units: tables.fixedUnits[row])
    }
  }

  /// The cover of a whole roster.
  public init(_ problem: RosterProblem, lines: [Line]) {
    self.init(problem)
    for (person, line) in lines.enumerated() { add(line, person: person) }
  }

  /// Adds a person's line.
  public mutating func add(_ line: Line, person: Int) {
    for case .some(let option) in line { change(option: option, person: person, isAdded: true) }
  }

  /// Removes a person's line that was added before.
  public mutating func remove(_ line: Line, person: Int) {
    for case .some(let option) in line { change(option: option, person: person, isAdded: false) }
  }

  /// Adds or removes one person's work on one option.
  mutating func change(option: Int, person: Int, isAdded: Bool) {
    let coverClass = tables.classOfPerson[person]
    let first = Int(tables.classes[coverClass].entryStart[option])
    let last = Int(tables.classes[coverClass].entryStart[option + 1])
    for entry in first..<last {
      let units = tables.classes[coverClass].entryUnits[entry]
      change(row: Int(tables.classes[coverClass].entryRow[entry]), units: isAdded ? units : -units)
    }
  }

  private mutating func change(row: Int, units: Int32) {
    let pool = Int(tables.poolOfRow[row])
    let delta: Double
    if tables.isSimple[pool] {
      let target = Int(tables.firstTarget[pool])
      let after = targetUnits[target] + units
      let price = tables.price(ofTarget: target, units: after)
      delta = price - poolCost[pool]
      targetUnits[target] = after
    } else {
      delta = units >= 0 ? pour(units, row: row) : drain(-units, row: row)
    }
    poolCost[pool] += delta
    cost += delta
    poolVersion[pool] &+= 1
  }

  /// What adding units to a row would change.
  ///
  /// - Parameter value: Index of the units in the tables' unit values.
  mutating func marginalCost(row: Int, unitValue value: Int) -> Double {
    let pool = Int(tables.poolOfRow[row])
    let place = row * tables.unitValues.count + value
    if cachedVersion[place] == poolVersion[pool] { return cachedCost[place] }
    let units = tables.unitValues[value]
    let marginal: Double
    if tables.spansTime[pool] {
      marginal = rowSlope(row: row, pool: pool, version: poolVersion[pool]) * Double(units)
    } else if tables.isSimple[pool] {
      let target = Int(tables.firstTarget[pool])
      marginal =
        tables.price(ofTarget: target, units: targetUnits[target] + units) - poolCost[pool]
    } else {
      marginal = trialPour(units, row: row, pool: pool)
    }
    cachedCost[place] = marginal
    cachedVersion[place] = poolVersion[pool]
    return marginal
  }

  /// The marginal cost of adding some units to a row, for tests.
  public mutating func marginalCost(row: Int, units: Int) -> Double {
    let pool = Int(tables.poolOfRow[row])
    guard units > 0 else { return 0 }
    if tables.isSimple[pool] {
      let target = Int(tables.firstTarget[pool])
      return tables.price(ofTarget: target, units: targetUnits[target] + Int32(units))
        - poolCost[pool]
    }
    return trialPour(Int32(units), row: row, pool: pool)
  }
}

extension CoverTables {
  /// The price of units on a target.
  func price(ofTarget target: Int, units: Int32) -> Double {
    let piece = self.piece(ofTarget: target, units: units)
    return prices[piece.place] + slopes[piece.place] * Double(units - piece.start)
  }

  /// The slope of a target's price above some units, and how many units it
  /// holds on for.
  func slopeAbove(target: Int, units: Int32) -> (slope: Double, room: Int32) {
    let piece = self.piece(ofTarget: target, units: units)
    return (
      slopes[piece.place], piece.isLast ? .max : piece.start + priceStep[target] - units
    )
  }

  /// The slope of a target's price below some units (at least 1), and how many
  /// units it holds on for.
  func slopeBelow(target: Int, units: Int32) -> (slope: Double, room: Int32) {
    let piece = self.piece(ofTarget: target, units: units - 1)
    return (slopes[piece.place], units - piece.start)
  }

  /// The straight piece of a target's price that some units lie on or begin:
  /// its place among the prices and the units where it starts.
  private func piece(
    ofTarget target: Int, units: Int32
  ) -> (place: Int, start: Int32, isLast: Bool) {
    let step = priceStep[target]
    let first = priceStart[target]
    let last = priceStart[target + 1] - first - 2
    let piece = min(units / step, last)
    return (Int(first + piece), piece * step, piece == last)
  }
}
