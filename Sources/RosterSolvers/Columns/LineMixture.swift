import Rostering

/// Everybody's lines in shares that add up to 1 for each person: what a linear
/// program or an average of prices' answers leaves undecided.
struct LineMixture: Sendable {
  /// A line and how much of it is chosen.
  struct Share: Sendable {
    var line: [Int32]
    var weight: Double
  }

  /// For each person of the task the lines with a share.
  private(set) var shares: [[Share]]

  /// Shares below this are let go.
  private static let leastWeight = 0.004

  init(personCount: Int) {
    shares = Array(repeating: [], count: personCount)
  }

  /// Adds a line's share; what a person has in all may differ from 1.
  mutating func add(_ line: [Int32], weight: Double, person: Int) {
    if let known = shares[person].firstIndex(where: { $0.line == line }) {
      shares[person][known].weight += weight
    } else {
      shares[person].append(Share(line: line, weight: weight))
    }
  }

  /// Moves everybody's shares towards one line each.
  ///
  /// - Parameter weight: What the lines get of everybody's whole.
  mutating func mix(_ columns: [LineColumn], weight: Double) {
    for column in columns {
      let person = column.person
      for index in shares[person].indices { shares[person][index].weight *= 1 - weight }
      shares[person].removeAll { $0.weight < Self.leastWeight }
      add(column.line, weight: weight, person: person)
      rescale(person)
    }
  }

  /// Lets go of lines that a pattern does not admit.
  mutating func keep(to pattern: LinePattern, person: Int) {
    shares[person].removeAll { !pattern.admits($0.line) }
    rescale(person)
  }

  /// The line with the largest share; nil for a person without lines.
  func heaviestLine(of person: Int) -> [Int32]? {
    shares[person].reduce(nil as Share?) { best, share in
      if let best, best.weight >= share.weight { return best }
      return share
    }?.line
  }

  /// Everybody's line with the largest share; nil if somebody has none.
  var heaviestLines: [Line]? {
    var lines: [Line] = []
    for person in shares.indices {
      guard let line = heaviestLine(of: person) else { return nil }
      lines.append(Line(options: line))
    }
    return lines
  }

  private mutating func rescale(_ person: Int) {
    let total = shares[person].reduce(0) { $0 + $1.weight }
    guard total > 0 else { return }
    for index in shares[person].indices { shares[person][index].weight /= total }
  }
}
