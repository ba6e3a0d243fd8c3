import CivilTime

/// Invented leave and wishes.
struct SampleRequests {
  var firstDate: CivilDate
  var dayCount: Int

  /// A requests file: some approved leave of two or three days, some leave
  /// still asked for, and wishes for and against single days.
  ///
  /// - Parameters:
  ///   - approvedPercent: people in a hundred with approved leave.
  ///   - wishPercent: people in a hundred with a wish.
  func file(
    people: [SamplePerson], approvedPercent: Int, wishPercent: Int, holiday: String,
    using generator: inout some RandomNumberGenerator
  ) -> String {
    var text = "employee,kind,from,to,holiday,shift,price,note\n"
    for person in people {
      let first = Int.random(in: 0..<dayCount, using: &generator)
      let length = Int.random(in: 2...3, using: &generator)
      let last = min(dayCount - 1, first + length - 1)
      let roll = Int.random(in: 0..<100, using: &generator)
      let wish = Int.random(in: 0..<100, using: &generator)
      if roll < approvedPercent {
        text += row(person, "approved-leave", first, last, price: "", note: "annual leave")
      } else if roll < approvedPercent + 10 {
        text += row(person, "asked-leave", first, last, price: "150", note: "family visit")
      }
      if wish < wishPercent {
        let kind = person.choice == "pay" ? "day-on" : "day-off"
        text += row(person, kind, last, last, price: "30", note: "")
      } else if wish < wishPercent + 8, person.choice == "rest" {
        text += "\(person.id),day-off,,,\(holiday),,40,home for the holiday\n"
      }
    }
    return text
  }

  private func row(
    _ person: SamplePerson, _ kind: String, _ first: Int, _ last: Int, price: String, note: String
  ) -> String {
    let from = firstDate.adding(days: first)
    let to = firstDate.adding(days: last)
    return "\(person.id),\(kind),\(from),\(to),,,\(price),\(note)\n"
  }
}
