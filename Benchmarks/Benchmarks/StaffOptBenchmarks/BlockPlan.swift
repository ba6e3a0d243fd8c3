/// A plan in the format of the employee shift scheduling benchmark whose rules
/// have the form of blocks: 24 people, eight weeks, three shifts.
enum BlockPlan {
  static let text: String = {
    let shifts = ["E", "L", "N"]
    var lines = ["SECTION_HORIZON", "56", "", "SECTION_SHIFTS"]
    lines += ["E,480,", "L,480,E", "N,600,E|L", "", "SECTION_STAFF"]
    let people = (1...24).map { "P\($0)" }
    for (index, person) in people.enumerated() {
      let isPartTime = index % 3 == 2
      let most = isPartTime ? 13_000 : 19_000
      lines.append("\(person),E=56|L=56|N=\(8 + index % 5),\(most),\(most - 3_000),5,2,2,4")
    }
    lines += ["", "SECTION_DAYS_OFF"]
    for (index, person) in people.enumerated() {
      lines.append("\(person),\(index * 5 % 56),\((index * 5 + 31) % 56)")
    }
    lines += ["", "SECTION_SHIFT_OFF_REQUESTS"]
    for (index, person) in people.enumerated() {
      lines.append("\(person),\((index * 3 + 20) % 56),\(shifts[index % 3]),\(1 + index % 4)")
    }
    lines += ["", "SECTION_COVER"]
    for day in 0..<56 {
      for (index, shift) in shifts.enumerated() {
        lines.append("\(day),\(shift),\(day % 7 < 5 ? 6 - index : 4 - index),100,1")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }()
}
