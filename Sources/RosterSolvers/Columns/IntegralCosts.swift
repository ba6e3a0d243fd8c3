import Rostering

extension RosterProblem {
  /// True if every roster costs a whole number: all prices are whole, and heads
  /// move on the lattice of the cover prices only. False if that is not plain.
  ///
  /// - Complexity: O(people x options + contributions).
  var hasIntegralCosts: Bool {
    func isWhole(_ value: Double) -> Bool { value == value.rounded() }
    for line in lines {
      guard line.totalPrices.isEmpty, isWhole(line.constantCost),
        line.dayOffCost.allSatisfy(isWhole), line.optionCost.allSatisfy(isWhole),
        line.periods.allSatisfy({ $0.prices.allSatisfy(isWhole) })
      else { return false }
    }
    var stepOfRow = [Int](repeating: 1, count: rows.count)
    for pool in pools {
      guard pool.targets.count == 1, let price = pool.targets.first?.price,
        price.prices.allSatisfy(isWhole)
      else { return false }
      for row in pool.rows {
        guard rows[row].fixedUnits.isMultiple(of: price.step) else { return false }
        stepOfRow[row] = price.step
      }
    }
    return contributions.allSatisfy { table in
      options.indices.allSatisfy { option in
        table[option].allSatisfy { $0.units.isMultiple(of: stepOfRow[$0.row]) }
      }
    }
  }
}
