import Rostering

/// Scratch memory for pricing options; one for each thread.
public struct CoverPricingWorkspace: Sendable {
  var prefix: [Double] = []

  /// An empty workspace; it grows with use.
  public init() {}
}

extension CoverState {
  /// What each option would cost the cover if one more person worked it: the
  /// sum of its rows' marginal costs.
  ///
  /// - Parameters:
  ///   - person: Who would work.
  ///   - days: The days whose options are priced; others keep their values.
  ///   - prices: One entry for each option of the problem.
  ///   - workspace: Scratch memory.
  /// - Complexity: O(rows that the days reach + segments of neighbouring rows).
  public mutating func priceOptions(
    forPerson person: Int, days: Range<Int>, into prices: inout [Double],
    workspace: inout CoverPricingWorkspace
  ) {
    priceOptions(forPerson: person, days: days, into: &prices, workspace: &workspace) { $0 }
  }

  /// As above, with every marginal cost passed through `change` first; search
  /// adds noise this way.
  mutating func priceOptions(
    forPerson person: Int, days: Range<Int>, into prices: inout [Double],
    workspace: inout CoverPricingWorkspace, change: (Double) -> Double
  ) {
    let tables = self.tables
    let coverClass = tables.classOfPerson[person]
    let reach = tables.classes[coverClass].rows(ofDays: days)
    let stride = tables.classes[coverClass].prefixStride
    let unitCount = tables.classes[coverClass].usedUnits.count
    if workspace.prefix.count < unitCount * stride {
      workspace.prefix = Array(repeating: 0, count: unitCount * stride)
    }
    for index in 0..<unitCount {
      let value = Int(tables.classes[coverClass].usedUnits[index])
      var sum = 0.0
      for local in reach {
        workspace.prefix[index * stride + local] = sum
        let row = Int(tables.classes[coverClass].rows[local])
        sum += change(marginalCost(row: row, unitValue: value))
      }
      workspace.prefix[index * stride + reach.upperBound] = sum
    }
    let segmentStart = tables.classes[coverClass].segmentStart
    let segmentFrom = tables.classes[coverClass].segmentFrom
    let segmentTo = tables.classes[coverClass].segmentTo
    let starts = segmentStart.span
    let from = segmentFrom.span
    let to = segmentTo.span
    let prefix = workspace.prefix.span
    guard !days.isEmpty else { return }
    let first = tables.optionsOfDay[days.lowerBound].lowerBound
    let last = tables.optionsOfDay[days.upperBound - 1].upperBound
    for option in first..<last {
      var price = 0.0
      for segment in Int(starts[option])..<Int(starts[option + 1]) {
        price += prefix[Int(to[segment])] - prefix[Int(from[segment])]
      }
      prices[option] = price
    }
  }
}
