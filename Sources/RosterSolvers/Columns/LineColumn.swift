import Rostering

/// A column of the master program: a whole line of one person.
struct LineColumn: Sendable {
  /// Index of the person within the task.
  var person: Int
  /// The option of each day, -1 for a day off.
  var line: [Int32]
  /// What the line costs by itself.
  var ownCost: Double
  /// The cover rows of the master that it brings heads to, each once.
  var rows: [Int32]
  /// The heads it brings.
  var heads: [Double]

  /// The cost of the line at prices of the master's rows.
  func cost(at prices: [Double]) -> Double {
    var cost = ownCost
    for index in rows.indices { cost += prices[Int(rows[index])] * heads[index] }
    return cost
  }

  /// The line as the problem writes it.
  var asLine: Line { line.map { $0 < 0 ? nil : Int($0) } }

  /// True if a pattern admits the line.
  func keeps(to pattern: LinePattern) -> Bool {
    for (day, choice) in pattern.enumerated() {
      switch choice {
      case .free: continue
      case .off: if line[day] >= 0 { return false }
      case .option(let option): if line[day] != Int32(option) { return false }
      case .among(let options, let mayBeOff):
        if line[day] < 0 ? !mayBeOff : !options.contains(Int(line[day])) { return false }
      }
    }
    return true
  }
}

/// Makes columns of a task's lines.
struct ColumnMaker: Sendable {
  let task: ColumnTask
  let layout: MasterLayout

  /// The column of a line.
  ///
  /// - Parameters:
  ///   - line: The line.
  ///   - person: Index of the person within the task.
  ///   - ownCost: What the line costs by itself.
  func column(_ line: [Int32], person: Int, ownCost: Double) -> LineColumn {
    let contributions = task.roster.problem.contributions(ofPerson: task.people[person])
    var rows: [Int32] = []
    var heads: [Double] = []
    for day in task.days where line[day] >= 0 {
      for entry in contributions[Int(line[day])] {
        let row = layout.rowOfCover[entry.row]
        let amount = Double(entry.units) / layout.unitsPerHead
        // Shifts of neighbouring days may meet on a row.
        if let known = rows.lastIndex(of: row) {
          heads[known] += amount
        } else {
          rows.append(row)
          heads.append(amount)
        }
      }
    }
    return LineColumn(person: person, line: line, ownCost: ownCost, rows: rows, heads: heads)
  }

  /// The column of a line whose cost is counted from the rules.
  func column(_ line: Line, person: Int) -> LineColumn {
    column(
      line.map { $0.map { Int32($0) } ?? -1 }, person: person,
      ownCost: task.roster.checker.cost(of: line, person: task.people[person]))
  }
}
