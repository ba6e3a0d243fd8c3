import LinearModel
import Rostering

extension RosterProblem {
  /// The steps in which the costs of rosters lie: all prices are whole
  /// multiples of one step, and heads and totals move on the lattices of their
  /// prices only. Nil if that is not plain.
  ///
  /// - Complexity: O(people x options + contributions).
  var costSteps: ObjectiveSteps? {
    var steps = ObjectiveSteps()
    // Prices of a forecast's need have no step, which is soon seen.
    guard includeCover(in: &steps), lines.allSatisfy({ Self.include($0, in: &steps) }) else {
      return nil
    }
    return steps
  }

  private static func include(_ line: LineRules, in steps: inout ObjectiveSteps) -> Bool {
    guard steps.include(line.constantCost),
      line.dayOffCost.allSatisfy({ steps.include($0) }),
      line.periods.allSatisfy({ $0.prices.allSatisfy { steps.include($0) } })
    else { return false }
    let options = line.allowed.joined()
    return options.allSatisfy { steps.include(line.optionCost[$0]) }
      && line.totalPrices.allSatisfy { price in
        price.prices.allSatisfy { steps.include($0) }
          && options.allSatisfy { price.weights[$0].isMultiple(of: price.step) }
      }
  }

  private func includeCover(in steps: inout ObjectiveSteps) -> Bool {
    var stepOfRow = [Int](repeating: 1, count: rows.count)
    for pool in pools {
      guard pool.targets.count == 1, let price = pool.targets.first?.price,
        price.prices.allSatisfy({ steps.include($0) })
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
