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
    for span in task.spans {
      // Only shifts of neighbouring days may meet on a row.
      var before = rows.count
      for day in span where line[day] >= 0 {
        let own = rows.count
        for entry in contributions[Int(line[day])] {
          let row = layout.rowOfCover[entry.row]
          let amount = Double(entry.units) / layout.unitsPerHead
          if let known = rows[before...].lastIndex(of: row) {
            heads[known] += amount
          } else {
            rows.append(row)
            heads.append(amount)
          }
        }
        before = own
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

  /// Visits the heads that a line brings on some days.
  func visit(
    _ line: [Int32], person: Int, days: [Range<Int>], _ body: (_ row: Int, _ heads: Double) -> Void
  ) {
    let contributions = task.roster.problem.contributions(ofPerson: task.people[person])
    for span in days {
      for day in span where line[day] >= 0 {
        for entry in contributions[Int(line[day])] {
          body(Int(layout.rowOfCover[entry.row]), Double(entry.units) / layout.unitsPerHead)
        }
      }
    }
  }
}
