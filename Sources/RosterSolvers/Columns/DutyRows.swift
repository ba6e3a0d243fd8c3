import Rostering

/// Rows of a master program that count people on duty: one for each cover class
/// and day. They cost nothing until their count is limited.
///
/// Each row has three pieces: the heads up to the least, those up to the most,
/// and all beyond.
struct DutyRows: Sendable {
  let firstRow: Int
  let firstPiece: Int
  let dayCount: Int
  /// For each row the people who can be counted on it.
  let people: [Int]

  var count: Int { people.count }

  /// The row of a cover class and a day.
  func row(ofClass coverClass: Int, day: Int) -> Int { firstRow + coverClass * dayCount + day }

  /// The master's rows.
  var rows: Range<Int> { firstRow..<firstRow + count }
}

extension ColumnTask {
  /// For each cover class and day, the task's people of the class who may be on
  /// duty on the day.
  var peopleOnDuty: [Int] {
    let problem = roster.problem
    let dayCount = problem.dayCount
    var counts = [Int](repeating: 0, count: problem.contributions.count * dayCount)
    for person in people {
      let coverClass = roster.tables.classOfPerson[person]
      for day in openDays where !problem.lines[person].allowed[day].isEmpty {
        counts[coverClass * dayCount + day] += 1
      }
    }
    return counts
  }
}
