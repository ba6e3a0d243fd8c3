import Foundation

/// Best known values of public benchmark instances, by file name.
struct KnownResults {
  private var values: [String: Double] = [:]

  /// The results in `known-results.csv` beside the benchmarks; none if the file
  /// is not there.
  init() {
    for folder in ["", "Benchmarks/"] {
      guard let text = try? String(contentsOfFile: folder + "known-results.csv", encoding: .utf8)
      else { continue }
      for line in text.split(separator: "\n").dropFirst() {
        let cells = line.split(separator: ",")
        if cells.count > 1, let value = Double(cells[1]) { values[String(cells[0])] = value }
      }
      return
    }
  }

  /// How far a value is above the best known one, as a cell.
  func distance(of value: Double?, instance: String) -> String {
    guard let value, let known = values[instance] else { return "–" }
    return String(format: "%.2f %%", (value - known) / max(1e-9, known.magnitude) * 100)
  }
}
