import CivilTime
import Rostering

/// The windows of availability.csv, joined where they touch.
struct AvailabilityTable {
  private(set) var windows: [AvailabilityWindow] = []

  init(_ table: TableReader, picker: DayPicker, staff: StaffTable, log: ProblemLog) {
    var table = table
    guard table.hasHeader else { return }
    var spans: [String: [Range<Int>]] = [:]
    var order: [String] = []
    while let row = table.next() {
      guard !row.isRagged else { continue }
      let id = row.required("employee").flatMap { staff.employeeID($0, log: log) }
      let found = AvailabilityTable.spans(row, picker: picker, log: log)
      guard let id else { continue }
      if spans[id] == nil { order.append(id) }
      spans[id, default: []] += found ?? []
    }
    for id in order { windows += AvailabilityTable.joined(spans[id] ?? [], of: id) }
  }

  private static func spans(
    _ row: TableRow, picker: DayPicker, log: ProblemLog
  ) -> [Range<Int>]? {
    let from = row.value("from").map { log.clockTime($0) } ?? 0
    let to = row.value("to").map { log.clockTime($0) } ?? 1_440
    // The days beside the horizon count for shifts that pass midnight.
    let days = row.required("days").flatMap {
      picker.days($0, within: -1..<(picker.horizon.dayCount + 1))
    }
    guard let from, let to, let days else { return nil }
    guard from < 1_440 else {
      if let source = row.value("from") {
        log.report(
          .outOfRange, source, "\(quoted(source.text)) is a time of the next day.",
          expected: "a time before 24:00")
      }
      return nil
    }
    let end = to > from ? to : to + 1_440
    return days.sorted().map { ($0 * 1_440 + from)..<($0 * 1_440 + end) }
  }

  /// The windows of one person. Somebody whose rows name no time in the
  /// horizon can never work: an empty window says so.
  private static func joined(_ spans: [Range<Int>], of id: String) -> [AvailabilityWindow] {
    var joined: [Range<Int>] = []
    for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, span.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
      } else {
        joined.append(span)
      }
    }
    if joined.isEmpty { joined = [0..<0] }
    return joined.map { AvailabilityWindow(employeeID: id, minutes: $0) }
  }
}
