extension LinearProgram {
  /// The lower bound of the optimum that a price for each row proves, whatever
  /// the prices are (weak duality):
  ///
  ///     constant + sum over rows of min(y b) + sum over variables of min(d x)
  ///
  /// with `d = c - y A` and each minimum over the row's or variable's bounds.
  /// At the optimal duals of a linear program it is the optimum. It needs no
  /// trust in the solver that made the prices. A price that would need a bound
  /// the row does not have counts as 0; see Bertsimas & Tsitsiklis, *Introduction
  /// to Linear Optimization* (1997), section 4.3.
  ///
  /// - Parameters:
  ///   - rowDuals: one price a row.
  ///   - zeroTolerance: a `d` of a variable without the bound it would need
  ///     counts as 0 up to this times the greatest of 1 and the objective
  ///     coefficient's magnitude.
  /// - Returns: the bound; nil if it is not finite or the count is wrong.
  /// - Complexity: O(variables + rows + terms).
  public func dualBound(rowDuals: [Double], zeroTolerance: Double = 1e-9) -> Double? {
    guard rowDuals.count == rowCount else { return nil }
    var bound = CompensatedSum()
    bound.add(objectiveConstant)
    var reducedCosts = objectiveCoefficients
    for row in 0..<rowCount {
      let price = rowDuals[row]
      let limit = price > 0 ? rowLowerBounds[row] : rowUpperBounds[row]
      guard price != 0, limit.isFinite else { continue }
      bound.add(price * limit)
      for entry in rows.entryRange(row) {
        let variable = Int(rows.indices[entry])
        guard reducedCosts.indices.contains(variable) else { return nil }
        reducedCosts[variable] -= price * rows.values[entry]
      }
    }
    for (variable, cost) in reducedCosts.enumerated() where cost != 0 {
      let limit = cost > 0 ? lowerBounds[variable] : upperBounds[variable]
      if limit.isFinite {
        bound.add(cost * limit)
      } else if !(abs(cost) <= zeroTolerance * max(1, abs(objectiveCoefficients[variable]))) {
        return nil
      }
    }
    return bound.value.isFinite ? bound.value : nil
  }
}
