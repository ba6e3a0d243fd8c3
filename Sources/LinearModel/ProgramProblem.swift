/// Something in a `LinearProgram` that makes it no program at all, so that no
/// solver is asked. A program without solutions is not among them.
public enum ProgramProblem: Hashable, Sendable {
  /// A variable's bound is not a number, a lower bound is `infinity` or an
  /// upper bound `-infinity`.
  case badVariableBound(variable: String, lower: Double, upper: Double)
  /// A variable's lower bound is above its upper bound.
  case crossedVariableBounds(variable: String, lower: Double, upper: Double)
  /// A variable's objective coefficient is infinite or not a number.
  case badObjectiveCoefficient(variable: String, coefficient: Double)
  /// The objective's constant is infinite or not a number.
  case badObjectiveConstant(Double)
  /// A row's bound is not a number, a lower bound is `infinity` or an upper
  /// bound `-infinity`.
  case badRowBound(row: String, lower: Double, upper: Double)
  /// A row's lower bound is above its upper bound.
  case crossedRowBounds(row: String, lower: Double, upper: Double)
  /// A row's coefficient is infinite or not a number.
  case badCoefficient(row: String, variable: String, coefficient: Double)
  /// A row has a term of a variable the program does not have.
  case unknownVariable(row: String, position: Int)
}

extension ProgramProblem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .badVariableBound(let variable, let lower, let upper):
      "variable \(variable): \(lower) and \(upper) are no bounds"
    case .crossedVariableBounds(let variable, let lower, let upper):
      "variable \(variable): the lower bound \(lower) is above the upper bound \(upper)"
    case .badObjectiveCoefficient(let variable, let coefficient):
      "variable \(variable): the objective coefficient \(coefficient) is not finite"
    case .badObjectiveConstant(let constant):
      "the objective's constant \(constant) is not finite"
    case .badRowBound(let row, let lower, let upper):
      "row \(row): \(lower) and \(upper) are no bounds"
    case .crossedRowBounds(let row, let lower, let upper):
      "row \(row): the lower bound \(lower) is above the upper bound \(upper)"
    case .badCoefficient(let row, let variable, let coefficient):
      "row \(row): the coefficient \(coefficient) of \(variable) is not finite"
    case .unknownVariable(let row, let position):
      "row \(row): there is no variable at position \(position)"
    }
  }
}

extension LinearProgram {
  /// All that is wrong with the program, in the order of variables and rows;
  /// empty for a program a solver can take.
  /// - Complexity: O(variables + rows + terms).
  public func problems() -> [ProgramProblem] {
    var problems: [ProgramProblem] = []
    if !objectiveConstant.isFinite {
      problems.append(.badObjectiveConstant(objectiveConstant))
    }
    for position in 0..<variableCount {
      let (lower, upper) = (lowerBounds[position], upperBounds[position])
      if !Self.areBounds(lower, upper) {
        problems.append(
          .badVariableBound(
            variable: name(of: VariableIndex(position)), lower: lower, upper: upper))
      } else if lower > upper {
        problems.append(
          .crossedVariableBounds(
            variable: name(of: VariableIndex(position)), lower: lower, upper: upper))
      }
      let coefficient = objectiveCoefficients[position]
      if !coefficient.isFinite {
        problems.append(
          .badObjectiveCoefficient(
            variable: name(of: VariableIndex(position)), coefficient: coefficient))
      }
    }
    for position in 0..<rowCount {
      appendProblems(ofRow: RowIndex(position), to: &problems)
    }
    return problems
  }

  private func appendProblems(ofRow row: RowIndex, to problems: inout [ProgramProblem]) {
    let (lower, upper) = (rowLowerBounds[row.position], rowUpperBounds[row.position])
    if !Self.areBounds(lower, upper) {
      problems.append(.badRowBound(row: name(of: row), lower: lower, upper: upper))
    } else if lower > upper {
      problems.append(.crossedRowBounds(row: name(of: row), lower: lower, upper: upper))
    }
    for entry in rows.entryRange(row.position) {
      let position = Int(rows.indices[entry])
      guard position >= 0, position < variableCount else {
        problems.append(.unknownVariable(row: name(of: row), position: position))
        continue
      }
      if !rows.values[entry].isFinite {
        problems.append(
          .badCoefficient(
            row: name(of: row), variable: name(of: VariableIndex(position)),
            coefficient: rows.values[entry]))
      }
    }
  }

  private static func areBounds(_ lower: Double, _ upper: Double) -> Bool {
    !lower.isNaN && !upper.isNaN && lower < .infinity && upper > -.infinity
  }
}
