/// Checks a point against a program, with nothing but the program's numbers:
/// the ground truth for every solver's answer.
///
/// ```swift
/// let check = PointCheck(program, point: outcome.point ?? [])
/// check.isFeasible        // false
/// check.violations.first  // row cover: 2.0 is below 3.0 by 1.0
/// ```
public struct PointCheck: Hashable, Sendable {
  /// What a violation is about.
  public enum Subject: Hashable, Sendable {
    /// A variable's value is outside its bounds.
    case variable(VariableIndex)
    /// A row's activity is outside its bounds.
    case row(RowIndex)
    /// A variable's value is not a whole number.
    case integrality(VariableIndex)
    /// The point has another number of values than the program has variables.
    case length
  }

  /// One way in which a point breaks a program.
  public struct Violation: Hashable, Sendable, CustomStringConvertible {
    /// What is broken.
    public var subject: Subject
    /// Its name in the program.
    public var name: String
    /// The value or activity found.
    public var value: Double
    /// The bound or whole number it should have kept.
    public var limit: Double
    /// By how much it is broken; always positive, infinite for values that are
    /// not numbers.
    public var amount: Double

    public var description: String {
      switch subject {
      case .length: "the point has \(value) values instead of \(limit)"
      case .integrality: "variable \(name): \(value) is not a whole number"
      case .variable, .row:
        "\(kind) \(name): \(value) is \(value < limit ? "below" : "above") \(limit) by \(amount)"
      }
    }

    private var kind: String {
      if case .row = subject { "row" } else { "variable" }
    }
  }

  /// How far a point may be off without a violation.
  public struct Tolerance: Hashable, Sendable {
    /// For bounds of variables and rows, times the greatest of 1, the bound's
    /// magnitude and, for rows, the largest term's.
    public var feasibility: Double
    /// For the distance to the nearest whole number.
    public var integrality: Double

    /// A tolerance; 1e-6 for both by default.
    public init(feasibility: Double = 1e-6, integrality: Double = 1e-6) {
      self.feasibility = feasibility
      self.integrality = integrality
    }

    /// Nothing is forgiven but the rounding of the check itself.
    public static let exact = Tolerance(feasibility: 0, integrality: 0)
  }

  /// All violations: the length, then variables, then rows, in their order.
  public private(set) var violations: [Violation] = []
  /// The objective at the point.
  public let objective: Double

  /// Whether the point keeps everything, within the tolerance.
  public var isFeasible: Bool { violations.isEmpty }

  /// The greatest amount of all violations; 0 without one.
  public var largestViolation: Double { violations.map(\.amount).max() ?? 0 }

  /// Checks `point` against `program`.
  ///
  /// Sums carry their rounding errors along, so long rows are right to the
  /// last digits. Terms of unknown variables are left out; a program has to be
  /// free of `problems()` for the check to mean anything.
  /// - Complexity: O(variables + rows + terms).
  public init(
    _ program: LinearProgram, point: [Double], tolerance: Tolerance = Tolerance()
  ) {
    objective = program.objective(at: point)
    guard point.count == program.variableCount else {
      violations = [
        Violation(
          subject: .length, name: program.name, value: Double(point.count),
          limit: Double(program.variableCount), amount: .infinity)
      ]
      return
    }
    checkVariables(of: program, point, tolerance)
    checkRows(of: program, point, tolerance)
  }

  private mutating func checkVariables(
    of program: LinearProgram, _ point: [Double], _ tolerance: Tolerance
  ) {
    for (position, value) in point.enumerated() {
      let variable = VariableIndex(position)
      check(
        value, lower: program.lowerBounds[position], upper: program.upperBounds[position],
        tolerance, .variable(variable), name: { program.name(of: variable) })
      guard program.isInteger[position], value.isFinite else { continue }
      let whole = value.rounded()
      if abs(value - whole) > tolerance.integrality {
        violations.append(
          Violation(
            subject: .integrality(variable), name: program.name(of: variable), value: value,
            limit: whole, amount: abs(value - whole)))
      }
    }
  }

  private mutating func checkRows(
    of program: LinearProgram, _ point: [Double], _ tolerance: Tolerance
  ) {
    for position in 0..<program.rowCount {
      var activity = CompensatedSum()
      var largestTerm = 0.0
      for entry in program.rows.entryRange(position) {
        let variable = Int(program.rows.indices[entry])
        guard point.indices.contains(variable) else { continue }
        let term = program.rows.values[entry] * point[variable]
        activity.add(term)
        largestTerm = max(largestTerm, abs(term))
      }
      let row = RowIndex(position)
      check(
        activity.value, lower: program.rowLowerBounds[position],
        upper: program.rowUpperBounds[position], scale: largestTerm, tolerance, .row(row),
        name: { program.name(of: row) })
    }
  }

  private mutating func check(
    _ value: Double, lower: Double, upper: Double, scale: Double = 1, _ tolerance: Tolerance,
    _ subject: Subject, name: () -> String
  ) {
    guard value.isFinite else {
      violations.append(
        Violation(
          subject: subject, name: name(), value: value, limit: lower.isFinite ? lower : upper,
          amount: .infinity))
      return
    }
    for (limit, amount) in [(lower, lower - value), (upper, value - upper)]
    where limit.isFinite && amount > tolerance.feasibility * max(1, scale, abs(limit)) {
      violations.append(
        Violation(subject: subject, name: name(), value: value, limit: limit, amount: amount))
    }
  }
}
