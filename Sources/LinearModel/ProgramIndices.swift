/// A variable of one `LinearProgram`: a plain index, cheap to copy and store.
/// All facts about the variable live in the program that made it.
public struct VariableIndex: Hashable, Comparable, Sendable {
  let stored: Int32

  /// The variable at `position`, counted from 0 in the order of adding.
  ///
  /// A position no program has is caught by `LinearProgram.problems()`.
  /// Positions beyond 2^31 - 1 become 2^31 - 1.
  public init(_ position: Int) {
    stored = Int32(clamping: position)
  }

  init(stored: Int32) {
    self.stored = stored
  }

  /// The position in the program, from 0.
  public var position: Int { Int(stored) }

  public static func < (left: VariableIndex, right: VariableIndex) -> Bool {
    left.stored < right.stored
  }
}

/// A row (linear constraint) of one `LinearProgram`: a plain index.
public struct RowIndex: Hashable, Comparable, Sendable {
  /// The position in the program, from 0.
  public let position: Int

  /// The row at `position`, counted from 0 in the order of adding.
  public init(_ position: Int) {
    self.position = position
  }

  public static func < (left: RowIndex, right: RowIndex) -> Bool {
    left.position < right.position
  }
}

/// A coefficient times a variable.
public struct LinearTerm: Hashable, Sendable {
  /// The variable.
  public var variable: VariableIndex
  /// Its factor.
  public var coefficient: Double

  /// The term `coefficient * variable`.
  public init(_ coefficient: Double, _ variable: VariableIndex) {
    self.coefficient = coefficient
    self.variable = variable
  }
}
