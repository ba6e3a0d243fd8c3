import Rostering

/// What never changes about a problem's cover while it is solved: prices,
/// pools and contributions in flat arrays, shared by all cover states.
final class CoverTables: Sendable {
  /// The pool of each row.
  let poolOfRow: [Int32]
  /// For each pool its first row; one entry more than pools.
  let firstRow: [Int32]
  /// For each pool its first target; one entry more than pools.
  let firstTarget: [Int32]
  /// For each row where its flows begin; one entry more than rows. A flow is a
  /// place in `flowTarget`.
  let firstFlow: [Int32]
  /// The target of each possible flow.
  let flowTarget: [Int32]
  /// The row of each possible flow.
  let flowRow: [Int32]
  /// For each target where its flows begin in `flowsOfTarget`; one entry more
  /// than targets.
  let firstOfTarget: [Int32]
  /// The flows to each target.
  let flowsOfTarget: [Int32]
  /// True for pools to which a line may bring units at several times.
  let spansTime: [Bool]
  /// True for pools of one row and one target, where no flow is to choose.
  let isSimple: [Bool]
  /// Units that are there whatever the roster is.
  let fixedUnits: [Int32]
  /// For each target the step of its price and where its prices begin.
  let priceStep: [Int32]
  let priceStart: [Int32]
  /// All prices, target after target.
  let prices: [Double]
  /// The slope of each price to the next one, at the price's place.
  let slopes: [Double]
  /// The distinct units of all contributions, ascending.
  let unitValues: [Int32]
  /// The contributions of each cover class.
  let classes: [CoverClassTable]
  /// The cover class of each person.
  let classOfPerson: [Int]
  /// The options of each day.
  let optionsOfDay: [Range<Int>]
  let optionCount: Int

  /// For each pool the first day whose options reach it, -1 for none.
  let dayOfPool: [Int32]

  var poolCount: Int { isSimple.count }
  var rowCount: Int { poolOfRow.count }
  var targetCount: Int { priceStep.count }

  init(_ problem: RosterProblem) {
    poolOfRow = problem.poolOfRow.map { Int32($0) }
    firstRow = problem.pools.map { Int32($0.rows.lowerBound) } + [Int32(problem.rows.count)]
    var firstTarget: [Int32] = [0]
    var firstFlow: [Int32] = [0]
    var flowTarget: [Int32] = []
    var flowRow: [Int32] = []
    for pool in problem.pools {
      let first = firstTarget.last ?? 0
      for row in pool.rows {
        for target in problem.rows[row].targets {
          flowTarget.append(first + Int32(target))
          flowRow.append(Int32(row))
        }
        firstFlow.append(Int32(flowTarget.count))
      }
      firstTarget.append(first + Int32(pool.targets.count))
    }
    var flowsOfTarget = [[Int32]](repeating: [], count: Int(firstTarget.last ?? 0))
    for (flow, target) in flowTarget.enumerated() {
      flowsOfTarget[Int(target)].append(Int32(flow))
    }
    self.firstTarget = firstTarget
    self.firstFlow = firstFlow
    self.flowTarget = flowTarget
    self.flowRow = flowRow
    self.flowsOfTarget = flowsOfTarget.flatMap { $0 }
    firstOfTarget = flowsOfTarget.reduce(into: [0]) { $0.append(($0.last ?? 0) + Int32($1.count)) }
    spansTime = problem.pools.map(\.spansTime)
    isSimple = problem.pools.map { $0.rows.count == 1 && $0.targets.count == 1 }
    fixedUnits = problem.rows.map { Int32($0.fixedUnits) }
    let targets = problem.pools.flatMap(\.targets)
    priceStep = targets.map { Int32($0.price.step) }
    var starts: [Int32] = [0]
    for target in targets { starts.append((starts.last ?? 0) + Int32(target.price.prices.count)) }
    priceStart = starts
    prices = targets.flatMap(\.price.prices)
    slopes = targets.flatMap { target in
      let prices = target.price.prices
      return zip(prices, prices.dropFirst()).map { ($1 - $0) / Double(target.price.step) } + [0]
    }
    let values = Set(problem.contributions.flatMap { $0.entries.map(\.units) }).sorted()
    unitValues = values.map { Int32($0) }
    classes = problem.contributions.map {
      CoverClassTable($0, unitValues: values, optionsOfDay: problem.optionsOfDay)
    }
    classOfPerson = problem.coverClassOfPerson
    optionsOfDay = problem.optionsOfDay
    optionCount = problem.options.count
    var dayOfPool = [Int32](repeating: -1, count: problem.pools.count)
    for (day, options) in problem.optionsOfDay.enumerated() {
      for contributions in problem.contributions {
        for option in options {
          for entry in contributions[option] where dayOfPool[Int(poolOfRow[entry.row])] < 0 {
            dayOfPool[Int(poolOfRow[entry.row])] = Int32(day)
          }
        }
      }
    }
    self.dayOfPool = dayOfPool
  }
}

/// The contributions of one cover class: entries, and the same as segments of
/// neighbouring rows with equal units, so that prefix sums of marginal costs
/// price an option in a few additions.
struct CoverClassTable: Sendable {
  /// The rows the class can contribute to, ascending; segments count in these.
  private(set) var rows: [Int32] = []
  /// Which of the problem's unit values the class uses, ascending.
  private(set) var usedUnits: [Int32] = []
  /// Entries of option `o` are `entryStart[o]..<entryStart[o + 1]`.
  private(set) var entryStart: [Int32] = [0]
  private(set) var entryRow: [Int32] = []
  private(set) var entryUnits: [Int32] = []
  /// Segments of option `o` are `segmentStart[o]..<segmentStart[o + 1]`.
  private(set) var segmentStart: [Int32] = [0]
  /// Places in the prefix sums: of the segment's first row and past its last.
  private(set) var segmentFrom: [Int32] = []
  private(set) var segmentTo: [Int32] = []
  /// For each day the rows that its options reach, as indices into `rows`.
  private(set) var rowsOfDay: [Range<Int>] = []

  /// One prefix sum more than rows.
  var prefixStride: Int { rows.count + 1 }

  init(
    _ contributions: CoverContributions, unitValues: [Int], optionsOfDay: [Range<Int>]
  ) {
    rows = Set(contributions.entries.map { Int32($0.row) }).sorted()
    var local: [Int32: Int32] = [:]
    for (index, row) in rows.enumerated() { local[row] = Int32(index) }
    let used = Set(contributions.entries.map(\.units)).sorted()
    usedUnits = used.compactMap { units in unitValues.firstIndex(of: units).map { Int32($0) } }
    var unitIndex: [Int: Int32] = [:]
    for (index, units) in used.enumerated() { unitIndex[units] = Int32(index) }
    let stride = Int32(rows.count + 1)
    for option in 0..<contributions.optionCount {
      var end: Int32 = -1
      for entry in contributions[option] {
        entryRow.append(Int32(entry.row))
        entryUnits.append(Int32(entry.units))
        let place = (unitIndex[entry.units] ?? 0) * stride + (local[Int32(entry.row)] ?? 0)
        if place == end {
          segmentTo[segmentTo.count - 1] = place + 1
        } else {
          segmentFrom.append(place)
          segmentTo.append(place + 1)
        }
        end = place + 1
      }
      entryStart.append(Int32(entryRow.count))
      segmentStart.append(Int32(segmentFrom.count))
    }
    rowsOfDay = optionsOfDay.map { options in
      let first = Int(segmentStart[options.lowerBound])
      let last = Int(segmentStart[options.upperBound])
      var reach = 0..<0
      for segment in first..<last {
        let from = Int(segmentFrom[segment] % stride)
        reach = reach.joined(
          with: from..<(from + Int(segmentTo[segment] - segmentFrom[segment])))
      }
      return reach
    }
  }

  /// The rows that options of some days reach, as indices into `rows`.
  func rows(ofDays days: Range<Int>) -> Range<Int> {
    var reach = 0..<0
    for day in days { reach = reach.joined(with: rowsOfDay[day]) }
    return reach
  }
}

extension Range<Int> {
  /// The least range with both; an empty one adds nothing.
  fileprivate func joined(with other: Range<Int>) -> Range<Int> {
    if isEmpty { return other }
    if other.isEmpty { return self }
    return Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
  }
}
