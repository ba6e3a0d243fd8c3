/// A linear or integer program: minimise `c x + constant` over
/// `rowLower <= A x <= rowUpper`, `lower <= x <= upper`, with some of `x`
/// whole numbers.
///
/// Facts lie in flat arrays, so programs with half a million variables and
/// millions of terms are built in linear time and cost little memory.
/// To maximise, negate the objective and its optimum.
///
/// ```swift
/// var program = LinearProgram(name: "two people")
/// let early = program.addVariable(upper: 1, objective: 80, isInteger: true, name: "early")
/// let late = program.addVariable(upper: 1, objective: 95, isInteger: true, name: "late")
/// program.addRow(lower: 1, name: "somebody", terms: [LinearTerm(1, early), LinearTerm(1, late)])
/// program.objective(at: [1, 0])  // 80.0
/// ```
public struct LinearProgram: Sendable {
  /// What the program is called in exports and messages.
  public var name: String
  /// What is added to the objective of every point.
  public var objectiveConstant = 0.0

  /// The least value of each variable; may be `-infinity`.
  public private(set) var lowerBounds: [Double] = []
  /// The greatest value of each variable; may be `infinity`.
  public private(set) var upperBounds: [Double] = []
  /// What one unit of each variable adds to the objective.
  public private(set) var objectiveCoefficients: [Double] = []
  /// Whether each variable takes whole numbers only.
  public private(set) var isInteger: [Bool] = []
  /// The least activity of each row; may be `-infinity`.
  public private(set) var rowLowerBounds: [Double] = []
  /// The greatest activity of each row; may be `infinity`.
  public private(set) var rowUpperBounds: [Double] = []
  /// The terms of each row; no variable twice within a row.
  public private(set) var rows = SparseVectors()

  private var variableNames: [String] = []
  private var rowNames: [String] = []
  /// Where in `rows` each variable was last put; finds repeated variables
  /// within a row without a search.
  private var lastEntry: [Int] = []

  /// A program without variables and rows.
  public init(name: String = "program") {
    self.name = name
  }

  /// The number of variables.
  public var variableCount: Int { lowerBounds.count }
  /// The number of rows.
  public var rowCount: Int { rowLowerBounds.count }
  /// The number of terms of all rows.
  public var termCount: Int { rows.entryCount }
  /// Whether some variable must be a whole number.
  public var hasIntegers: Bool { isInteger.contains(true) }

  /// Makes room for `variables` variables, `rows` rows and `terms` terms.
  public mutating func reserveCapacity(variables: Int, rows rowCount: Int, terms: Int) {
    lowerBounds.reserveCapacity(variables)
    upperBounds.reserveCapacity(variables)
    objectiveCoefficients.reserveCapacity(variables)
    isInteger.reserveCapacity(variables)
    variableNames.reserveCapacity(variables)
    lastEntry.reserveCapacity(variables)
    rowLowerBounds.reserveCapacity(rowCount)
    rowUpperBounds.reserveCapacity(rowCount)
    rowNames.reserveCapacity(rowCount)
    rows.reserveCapacity(vectors: rowCount, entries: terms)
  }

  /// Adds a variable.
  ///
  /// Bounds are not checked here; `problems()` reports all that are wrong.
  /// - Parameters:
  ///   - lower: its least value; `-infinity` for none.
  ///   - upper: its greatest value; `infinity` for none.
  ///   - objective: what one unit adds to the objective.
  ///   - isInteger: whether it takes whole numbers only. Fractional bounds
  ///     of such a variable mean the whole numbers between them.
  ///   - name: for exports and messages; empty for `x` and its position.
  /// - Complexity: O(1) amortised.
  @discardableResult
  public mutating func addVariable(
    lower: Double = 0, upper: Double = .infinity, objective: Double = 0,
    isInteger integer: Bool = false, name: String = ""
  ) -> VariableIndex {
    lowerBounds.append(lower)
    upperBounds.append(upper)
    objectiveCoefficients.append(objective)
    isInteger.append(integer)
    variableNames.append(name)
    lastEntry.append(-1)
    return VariableIndex(variableCount - 1)
  }

  /// Adds the row `lower <= terms <= upper`; coefficients of a variable that
  /// comes up several times are summed.
  ///
  /// - Parameters:
  ///   - lower: the least activity; `-infinity` for none.
  ///   - upper: the greatest activity; `infinity` for none. Equal to `lower`
  ///     for an equation.
  ///   - name: for exports and messages; empty for `row` and its position.
  ///   - terms: what is summed; none is allowed.
  /// - Complexity: O(terms) amortised.
  @discardableResult
  public mutating func addRow(
    lower: Double = -.infinity, upper: Double = .infinity, name: String = "",
    terms: some Sequence<LinearTerm>
  ) -> RowIndex {
    let start = rows.entryCount
    for term in terms {
      let position = term.variable.position
      guard lastEntry.indices.contains(position) else {
        // Kept, so that `problems()` can name it.
        rows.appendEntry(index: position, value: term.coefficient)
        continue
      }
      if lastEntry[position] >= start {
        rows.values[lastEntry[position]] += term.coefficient
      } else {
        lastEntry[position] = rows.entryCount
        rows.appendEntry(index: position, value: term.coefficient)
      }
    }
    rows.endVector()
    rowLowerBounds.append(lower)
    rowUpperBounds.append(upper)
    rowNames.append(name)
    return RowIndex(rowCount - 1)
  }

  /// Changes a variable's bounds.
  /// - Precondition: `variable` is one of this program.
  public mutating func setBounds(of variable: VariableIndex, lower: Double, upper: Double) {
    lowerBounds[variable.position] = lower
    upperBounds[variable.position] = upper
  }

  /// Changes what one unit of a variable adds to the objective.
  /// - Precondition: `variable` is one of this program.
  public mutating func setObjective(of variable: VariableIndex, to coefficient: Double) {
    objectiveCoefficients[variable.position] = coefficient
  }

  /// Changes a row's bounds.
  /// - Precondition: `row` is one of this program.
  public mutating func setBounds(of row: RowIndex, lower: Double, upper: Double) {
    rowLowerBounds[row.position] = lower
    rowUpperBounds[row.position] = upper
  }

  /// Makes a variable take whole numbers only, or lifts that.
  /// - Precondition: `variable` is one of this program.
  public mutating func setInteger(_ integer: Bool, of variable: VariableIndex) {
    isInteger[variable.position] = integer
  }

  /// A variable's name: the one given, or `x` and its position.
  /// - Precondition: `variable` is one of this program.
  public func name(of variable: VariableIndex) -> String {
    let given = variableNames[variable.position]
    return given.isEmpty ? "x\(variable.position)" : given
  }

  /// A row's name: the one given, or `row` and its position.
  /// - Precondition: `row` is one of this program.
  public func name(of row: RowIndex) -> String {
    let given = rowNames[row.position]
    return given.isEmpty ? "row\(row.position)" : given
  }

  /// The terms of a row, each variable once, in the order of adding.
  /// - Precondition: `row` is one of this program.
  public func terms(of row: RowIndex) -> [LinearTerm] {
    rows.entryRange(row.position).map { entry in
      LinearTerm(rows.values[entry], VariableIndex(stored: rows.indices[entry]))
    }
  }

  /// A variable's bounds, those of an integer rounded inward to whole numbers;
  /// what is within 1e-9 of one counts as it. The lower one is above the upper
  /// one if an integer has no whole number between its bounds.
  /// - Precondition: `variable` is one of this program.
  public func wholeBounds(of variable: VariableIndex) -> (lower: Double, upper: Double) {
    let (lower, upper) = (lowerBounds[variable.position], upperBounds[variable.position])
    guard isInteger[variable.position] else { return (lower, upper) }
    return ((lower - 1e-9).rounded(.up), (upper + 1e-9).rounded(.down))
  }

  /// The objective's value at a point with one value a variable.
  ///
  /// Values beyond the variables are ignored, missing ones count as 0.
  /// - Complexity: O(variables).
  public func objective(at point: [Double]) -> Double {
    var sum = CompensatedSum()
    sum.add(objectiveConstant)
    for (coefficient, value) in zip(objectiveCoefficients, point) {
      sum.add(coefficient * value)
    }
    return sum.value
  }
}
