extension LinearProgram {
  /// Writes the program in CPLEX's LP format, for other solvers and for people.
  ///
  /// Names are made safe and unique, numbers read back exactly, and the same
  /// program gives the same text. The objective's constant is a variable fixed
  /// at 1, which all readers understand. A row with two different bounds is
  /// written as two rows, the second with `_upper` behind its name; a row
  /// without bounds says nothing and is left out. Bounds of integer variables
  /// are rounded inward, since some readers refuse fractional ones.
  /// - Complexity: O(variables + rows + terms).
  public func writeLP(to output: inout some TextOutputStream) {
    var writer = LPWriter(program: self)
    writer.write(to: &output)
  }

  /// The program in CPLEX's LP format; see `writeLP(to:)`.
  public func lpText() -> String {
    var text = ""
    writeLP(to: &text)
    return text
  }
}

/// Writes one program in LP format.
private struct LPWriter {
  let program: LinearProgram
  private var names: ExportNames
  /// Whether the variable for the constant is needed: for a constant, or to
  /// have something to write where a variable is asked for.
  private let needsConstant: Bool
  private var line = ""

  init(program: LinearProgram) {
    self.program = program
    names = ExportNames(program)
    needsConstant = program.objectiveConstant != 0 || program.variableCount == 0
  }

  mutating func write(to output: inout some TextOutputStream) {
    output.write("\\ \(ExportNames.sanitised(program.name))\n")
    output.write("Minimize\n")
    writeObjective(to: &output)
    output.write("Subject To\n")
    for position in 0..<program.rowCount {
      writeRow(position, to: &output)
    }
    if !saysSomething {
      // Readers want at least one row.
      let name = names.moreRows.unique("no_rows")
      output.write(" \(name): + 0 \(anyVariable) >= 0\n")
    }
    writeBounds(to: &output)
    writeIntegers(to: &output)
    output.write("End\n")
  }

  /// Whether some row has a bound.
  private var saysSomething: Bool {
    zip(program.rowLowerBounds, program.rowUpperBounds).contains { $0.isFinite || $1.isFinite }
  }

  /// Something to put where a variable is asked for.
  private var anyVariable: String { names.variables.first ?? names.constant }

  private mutating func writeObjective(to output: inout some TextOutputStream) {
    line = " \(names.objective):"
    var isEmpty = true
    for (position, coefficient) in program.objectiveCoefficients.enumerated()
    where coefficient != 0 {
      append(term: coefficient, names.variables[position], to: &output)
      isEmpty = false
    }
    if program.objectiveConstant != 0 {
      append(term: program.objectiveConstant, names.constant, to: &output)
      isEmpty = false
    }
    if isEmpty {
      append(term: 0, anyVariable, to: &output)
    }
    endLine(to: &output)
  }

  private mutating func writeRow(_ position: Int, to output: inout some TextOutputStream) {
    let (lower, upper) = (program.rowLowerBounds[position], program.rowUpperBounds[position])
    let name = names.rows[position]
    if lower == upper {
      writeRow(position, name: name, relation: "=", limit: lower, to: &output)
      return
    }
    if lower.isFinite {
      writeRow(position, name: name, relation: ">=", limit: lower, to: &output)
    }
    if upper.isFinite {
      let upperName = lower.isFinite ? names.moreRows.unique(name, suffix: "_upper") : name
      writeRow(position, name: upperName, relation: "<=", limit: upper, to: &output)
    }
  }

  private mutating func writeRow(
    _ position: Int, name: String, relation: String, limit: Double,
    to output: inout some TextOutputStream
  ) {
    line = " \(name):"
    var isEmpty = true
    for entry in program.rows.entryRange(position) where program.rows.values[entry] != 0 {
      let variable = Int(program.rows.indices[entry])
      guard names.variables.indices.contains(variable) else { continue }
      append(term: program.rows.values[entry], names.variables[variable], to: &output)
      isEmpty = false
    }
    if isEmpty {
      append(term: 0, anyVariable, to: &output)
    }
    line += " \(relation) \(exportNumber(limit))"
    endLine(to: &output)
  }

  private func writeBounds(to output: inout some TextOutputStream) {
    output.write("Bounds\n")
    for position in 0..<program.variableCount {
      let (lower, upper) = program.wholeBounds(of: VariableIndex(position))
      let name = names.variables[position]
      switch (lower.isFinite, upper.isFinite) {
      case (false, false): output.write(" \(name) free\n")
      case (false, true): output.write(" -inf <= \(name) <= \(exportNumber(upper))\n")
      case (true, false):
        if lower != 0 { output.write(" \(name) >= \(exportNumber(lower))\n") }
      case (true, true):
        if lower == upper {
          output.write(" \(name) = \(exportNumber(lower))\n")
        } else {
          output.write(" \(exportNumber(lower)) <= \(name) <= \(exportNumber(upper))\n")
        }
      }
    }
    if needsConstant { output.write(" \(names.constant) = 1\n") }
  }

  private func writeIntegers(to output: inout some TextOutputStream) {
    guard program.hasIntegers else { return }
    output.write("Generals\n")
    for (position, isInteger) in program.isInteger.enumerated() where isInteger {
      output.write(" \(names.variables[position])\n")
    }
  }

  private mutating func append(
    term coefficient: Double, _ variable: String, to output: inout some TextOutputStream
  ) {
    let sign = coefficient < 0 ? "-" : "+"
    let size = abs(coefficient)
    let text = size == 1 ? " \(sign) \(variable)" : " \(sign) \(exportNumber(size)) \(variable)"
    if line.utf8.count + text.utf8.count > 78 {
      endLine(to: &output)
      line = "  "
    }
    line += text
  }

  private mutating func endLine(to output: inout some TextOutputStream) {
    output.write(line + "\n")
    line = ""
  }
}
