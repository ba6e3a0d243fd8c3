extension LinearProgram {
  /// Writes the program in free MPS format, which nearly every solver reads.
  ///
  /// Names are made safe and unique, numbers read back exactly, and the same
  /// program gives the same text. The objective's constant is a variable fixed
  /// at 1, since readers disagree on the sign of a constant in the right-hand
  /// sides. Every bound is written, since readers disagree on what an integer
  /// variable has without one; those of integers are rounded inward. A row
  /// without bounds is an `N` row behind the objective. A row with two
  /// different bounds is a `G` row with a range, whose upper bound is read as
  /// lower + (upper - lower).
  /// - Complexity: O(variables + rows + terms).
  public func writeMPS(to output: inout some TextOutputStream) {
    MPSWriter(program: self).write(to: &output)
  }

  /// The program in free MPS format; see `writeMPS(to:)`.
  public func mpsText() -> String {
    var text = ""
    writeMPS(to: &text)
    return text
  }
}

/// Writes one program in free MPS format.
private struct MPSWriter {
  let program: LinearProgram
  let names: ExportNames

  init(program: LinearProgram) {
    self.program = program
    names = ExportNames(program)
  }

  func write(to output: inout some TextOutputStream) {
    output.write("NAME \(ExportNames.sanitised(program.name))\n")
    writeRows(to: &output)
    writeColumns(to: &output)
    writeRightHandSides(to: &output)
    writeBounds(to: &output)
    output.write("ENDATA\n")
  }

  private func writeRows(to output: inout some TextOutputStream) {
    output.write("ROWS\n N \(names.objective)\n")
    for position in 0..<program.rowCount {
      output.write(" \(kind(ofRow: position)) \(names.rows[position])\n")
    }
  }

  private func kind(ofRow position: Int) -> String {
    let (lower, upper) = (program.rowLowerBounds[position], program.rowUpperBounds[position])
    if lower == upper { return "E" }
    if lower.isFinite { return "G" }
    return upper.isFinite ? "L" : "N"
  }

  private func writeColumns(to output: inout some TextOutputStream) {
    output.write("COLUMNS\n")
    let columns = columnEntries()
    var inIntegers = false
    for position in 0..<program.variableCount {
      if program.isInteger[position] != inIntegers {
        inIntegers.toggle()
        output.write(" MARKER 'MARKER' '\(inIntegers ? "INTORG" : "INTEND")'\n")
      }
      let name = names.variables[position]
      let cost = program.objectiveCoefficients[position]
      let entries = columns.starts[position]..<columns.starts[position + 1]
      // A variable must come up here to exist.
      if cost != 0 || entries.isEmpty {
        output.write(" \(name) \(names.objective) \(exportNumber(cost))\n")
      }
      for entry in entries {
        let row = names.rows[columns.rows[entry]]
        output.write(" \(name) \(row) \(exportNumber(columns.values[entry]))\n")
      }
    }
    if inIntegers { output.write(" MARKER 'MARKER' 'INTEND'\n") }
    if program.objectiveConstant != 0 {
      let constant = exportNumber(program.objectiveConstant)
      output.write(" \(names.constant) \(names.objective) \(constant)\n")
    }
  }

  /// The non-zero terms by columns, rows in order: a counting sort.
  private func columnEntries() -> (starts: [Int], rows: [Int], values: [Double]) {
    let count = program.variableCount
    var starts = [Int](repeating: 0, count: count + 1)
    for (index, value) in zip(program.rows.indices, program.rows.values)
    where value != 0 && index >= 0 && index < count {
      starts[Int(index) + 1] += 1
    }
    for position in 0..<count { starts[position + 1] += starts[position] }
    var next = starts
    var rows = [Int](repeating: 0, count: starts[count])
    var values = [Double](repeating: 0, count: starts[count])
    for row in 0..<program.rowCount {
      for entry in program.rows.entryRange(row) {
        let variable = Int(program.rows.indices[entry])
        let value = program.rows.values[entry]
        guard value != 0, variable >= 0, variable < count else { continue }
        rows[next[variable]] = row
        values[next[variable]] = value
        next[variable] += 1
      }
    }
    return (starts, rows, values)
  }

  private func writeRightHandSides(to output: inout some TextOutputStream) {
    output.write("RHS\n")
    var ranges = ""
    for position in 0..<program.rowCount {
      let (lower, upper) = (program.rowLowerBounds[position], program.rowUpperBounds[position])
      let limit = lower.isFinite ? lower : upper
      guard limit.isFinite else { continue }
      let name = names.rows[position]
      if limit != 0 { output.write(" RHS \(name) \(exportNumber(limit))\n") }
      if lower.isFinite, upper.isFinite, lower != upper {
        ranges += " RANGE \(name) \(exportNumber(upper - lower))\n"
      }
    }
    if !ranges.isEmpty { output.write("RANGES\n" + ranges) }
  }

  private func writeBounds(to output: inout some TextOutputStream) {
    output.write("BOUNDS\n")
    for position in 0..<program.variableCount {
      let (lower, upper) = program.wholeBounds(of: VariableIndex(position))
      let name = names.variables[position]
      if lower == upper {
        output.write(" FX BOUND \(name) \(exportNumber(lower))\n")
        continue
      }
      if !lower.isFinite && !upper.isFinite {
        output.write(" FR BOUND \(name)\n")
        continue
      }
      if lower.isFinite {
        output.write(" LO BOUND \(name) \(exportNumber(lower))\n")
      } else {
        output.write(" MI BOUND \(name)\n")
      }
      if upper.isFinite {
        output.write(" UP BOUND \(name) \(exportNumber(upper))\n")
      } else {
        output.write(" PL BOUND \(name)\n")
      }
    }
    if program.objectiveConstant != 0 {
      output.write(" FX BOUND \(names.constant) 1\n")
    }
  }
}
