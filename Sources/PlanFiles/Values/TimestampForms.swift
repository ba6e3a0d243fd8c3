/// Finds out how times are written that the reader did not understand, so that
/// a complaint can name their formats with counts.
struct TimestampForms {
  /// The formats that are tried, day first before month first.
  static let candidates = [
    "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "d/M/yyyy HH:mm:ss", "d/M/yyyy HH:mm",
    "M/d/yyyy HH:mm:ss", "M/d/yyyy HH:mm", "M/d/yyyy h:mm a", "M/d/yyyy h:mm:ss a",
    "d/M/yyyy h:mm a", "d.M.yyyy HH:mm:ss", "d.M.yyyy HH:mm", "d-M-yyyy HH:mm:ss",
    "d-M-yyyy HH:mm", "M-d-yyyy HH:mm", "yyyy/M/d h:mm a", "yyyy-MM-dd h:mm:ss a",
  ]

  private let parsers = candidates.map { TimestampParser(format: $0) }
  private var counts = Array(repeating: 0, count: candidates.count)
  /// Values looked at.
  private(set) var seen = 0
  /// Values that no candidate reads.
  private(set) var unread = 0
  /// Enough to tell formats apart.
  private static let limit = 20_000

  init() {}

  /// Looks at a value that was not understood.
  mutating func add(_ bytes: ArraySlice<UInt8>) {
    guard seen < Self.limit else { return }
    seen += 1
    var isRead = false
    for (index, parser) in parsers.enumerated() where parser?.parse(bytes) != nil {
      counts[index] += 1
      isRead = true
    }
    if !isRead { unread += 1 }
  }

  /// The formats found with how many values each reads, most first. A format
  /// whose values another one reads as well and more of is left out.
  var found: [(format: String, count: Int)] {
    let order = counts.indices.filter { counts[$0] > 0 }
      .sorted { counts[$0] > counts[$1] || (counts[$0] == counts[$1] && $0 < $1) }
    var kept: [(format: String, count: Int)] = []
    for (format, count) in order.map({ (Self.candidates[$0], counts[$0]) }) {
      // The same signs in the same order, day and month swapped.
      let isSwapped = kept.contains { Self.swapped($0.format) == format }
      if !isSwapped { kept.append((format, count)) }
    }
    return kept
  }

  /// True if day first and month first read the values equally well.
  var isAmbiguous: Bool {
    found.contains { entry in
      guard let index = Self.candidates.firstIndex(of: Self.swapped(entry.format)) else {
        return false
      }
      return counts[index] == entry.count
    }
  }

  private static func swapped(_ format: String) -> String {
    String(format.map { $0 == "d" ? "M" : $0 == "M" ? "d" : $0 })
  }
}
