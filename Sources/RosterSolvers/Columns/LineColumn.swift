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
  func cost(at prices: [Double]) -> Double { ownCost + sum(over: prices) }

  /// The sum over the line's heads of values of their rows.
  func sum(over values: [Double]) -> Double {
    let values = values.span
    let count = min(rows.count, heads.count)
    let (rows, heads) = (rows.span.extracting(0..<count), heads.span.extracting(0..<count))
    // Four sums at a time: one alone waits for each addition to end.
    var (first, second, third, fourth) = (0.0, 0.0, 0.0, 0.0)
    var index = 0
    while index + 3 < count {
      first += values[Int(rows[index])] * heads[index]
      second += values[Int(rows[index + 1])] * heads[index + 1]
      third += values[Int(rows[index + 2])] * heads[index + 2]
      fourth += values[Int(rows[index + 3])] * heads[index + 3]
      index += 4
    }
    var sum = first + second + (third + fourth)
    while index < count {
      sum += values[Int(rows[index])] * heads[index]
      index += 1
    }
    return sum
  }

  /// The line as the problem writes it.
  var asLine: Line { Line(options: line) }
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
    var rows: [Int32] = []
    var heads: [Double] = []
    // Shifts may meet on a row: of neighbouring days, or of any days where work
    // may wait.
    var places = [Int32](repeating: -1, count: layout.rowCount)
    visit(line, person: person, days: task.spans) { row, amount in
      let known = Int(places[row])
      if known >= 0 {
        heads[known] += amount
      } else {
        places[row] = Int32(rows.count)
        rows.append(Int32(row))
        heads.append(amount)
      }
    }
    return LineColumn(person: person, line: line, ownCost: ownCost, rows: rows, heads: heads)
  }

  /// The column of a line whose cost is counted from the rules.
  func column(_ line: Line, person: Int) -> LineColumn {
    column(
      line.options, person: person,
      ownCost: task.roster.checker.cost(of: line, person: task.people[person]))
  }

  /// Visits the heads that a line brings on some days.
  func visit(
    _ line: [Int32], person: Int, days: [Range<Int>], _ body: (_ row: Int, _ heads: Double) -> Void
  ) {
    let whole = task.people[person]
    let contributions = task.roster.problem.contributions(ofPerson: whole)
    for span in days {
      for day in span where line[day] >= 0 {
        if let duty = layout.duty {
          body(duty.row(ofClass: task.roster.tables.classOfPerson[whole], day: day), 1)
        }
        for entry in contributions[Int(line[day])] {
          body(Int(layout.rowOfCover[entry.row]), Double(entry.units) / layout.unitsPerHead)
        }
      }
    }
  }

  /// The cost of the task's lines with the cover they leave.
  func cost(of lines: [Line]) -> Double {
    var heads = layout.standing
    var cost = 0.0
    for (index, line) in lines.enumerated() {
      let column = column(line, person: index)
      cost += column.ownCost
      for entry in column.rows.indices { heads[Int(column.rows[entry])] += column.heads[entry] }
    }
    return cost + layout.poolCost(heads)
  }

  /// The heads that a mixture of lines brings, those that stand included.
  func heads(of mixture: LineMixture) -> [Double] {
    var heads = layout.standing
    for (person, shares) in mixture.shares.enumerated() {
      for share in shares {
        visit(share.line, person: person, days: task.spans) { heads[$0] += $1 * share.weight }
      }
    }
    return heads
  }
}
