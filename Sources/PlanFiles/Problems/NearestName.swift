/// The name that a mistyped one most likely stands for, or nil if none is
/// close.
///
/// Close means at most a third of the longer name's characters, rounded up
/// (but never all of them) inserted, left out, changed or swapped with the next; letter
/// case does not count. Characters are what a reader sees as one, so a
/// Chinese name of two characters may differ in one. Of names at the same
/// distance the longest is taken, then the first.
///
/// - Complexity: O(*n* *m*) for each of the names, at most 64 x 64.
func nearestName(to text: String, among names: [String]) -> String? {
  let wanted = Array(text.lowercased())
  guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
  var best: (name: String, distance: Int, length: Int)?
  for name in names {
    let candidate = Array(name.lowercased())
    let longest = max(wanted.count, candidate.count)
    let limit = min(longest - 1, (longest + 1) / 3)
    guard candidate.count <= 64, abs(candidate.count - wanted.count) <= limit else { continue }
    let distance = editDistance(wanted, candidate)
    guard distance <= limit else { continue }
    if let best, (best.distance, -best.length) <= (distance, -candidate.count) { continue }
    best = (name, distance, candidate.count)
  }
  return best?.name
}

/// The least number of insertions, deletions, changes and swaps of neighbours
/// that turn one text into the other, no place touched twice (optimal string
/// alignment).
func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  guard !left.isEmpty else { return right.count }
  guard !right.isEmpty else { return left.count }
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in 1...left.count {
    var current = [row]
    current.reserveCapacity(right.count + 1)
    for column in 1...right.count {
      let change = last[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
      var least = min(change, last[column] + 1, current[column - 1] + 1)
      if row > 1, column > 1, left[row - 1] == right[column - 2],
        left[row - 2] == right[column - 1]
      {
        least = min(least, beforeLast[column - 2] + 1)
      }
      current.append(least)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}

/// A sentence that suggests the nearest of some names, or empty text.
func suggestion(for text: String, among names: [String]) -> String {
  nearestName(to: text, among: names).map { "Did you mean \(quoted($0))?" } ?? ""
}
