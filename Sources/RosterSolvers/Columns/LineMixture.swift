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

  /// The line with the largest share; nil for a person without lines.
  func heaviestLine(of person: Int) -> [Int32]? {
    shares[person].reduce(nil as Share?) { best, share in
      if let best, best.weight >= share.weight { return best }
      return share
    }?.line
  }

  /// Each person's largest share; 0 for one without lines.
  var largestWeights: [Double] { shares.map { $0.map(\.weight).max() ?? 0 } }

  /// Everybody's line with the largest share; nil if somebody has none.
  var heaviestLines: [Line]? {
    var lines: [Line] = []
    for person in shares.indices {
      guard let line = heaviestLine(of: person) else { return nil }
      lines.append(Line(options: line))
    }
    return lines
  }
}
