/// Chooses which parts of people's lines a dive fixes next. A part is one
/// person's days between two borders.
///
/// Fixing parts instead of whole lines leaves room to repair; fixing only what
/// the person's heaviest line has keeps a line possible. Parts that together
/// would bring more heads to a row than the mixture has there, rounded up,
/// wait: most likely one of them is to go elsewhere.
struct DiveParts {
  /// A part that is to be fixed to what a line has there.
  struct Part {
    var person: Int
    var days: Range<Int>
    var line: [Int32]
    /// How much of the mixture agrees with the line on these days.
    var weight: Double
    /// What comes first is the largest.
    var rank: Double
  }

  private let maker: ColumnMaker
  private let borders: [Range<Int>]
  /// Varies the order; nil for the surest first.
  private var shuffle: SeededGenerator?

  /// How far luck can set a part back.
  private static let spread = 0.5

  /// - Parameters:
  ///   - length: Days of a part.
  ///   - shuffle: Varies the order; nil for the surest first.
  init(_ maker: ColumnMaker, length: Int, shuffle: SeededGenerator? = nil) {
    self.maker = maker
    self.shuffle = shuffle
    borders = maker.task.spans.flatMap { span in
      stride(from: span.lowerBound, to: span.upperBound, by: length).map {
        $0..<min($0 + length, span.upperBound)
      }
    }
  }

  /// The undecided parts to fix next, the surest first; empty if all is
  /// decided.
  ///
  /// - Parameters:
  ///   - share: The share of the undecided parts, at least one part.
  ///   - sureWeight: Parts with at least this weight are added.
  mutating func next(_ mixture: LineMixture, share: Double, sureWeight: Double) -> [Part] {
    var open: [Part] = []
    var settled = maker.layout.standing
    let heads = maker.heads(of: mixture)
    for person in mixture.shares.indices {
      guard let line = mixture.heaviestLine(of: person) else { continue }
      for days in borders {
        let weight = mixture.shares[person].reduce(0) {
          $1.line[days] == line[days] ? $0 + $1.weight : $0
        }
        if weight < 1 - 1e-6 {
          let rank = weight * (1 - Self.spread * (shuffle?.unit() ?? 0))
          open.append(
            Part(person: person, days: days, line: line, weight: weight, rank: rank))
        } else {
          maker.visit(line, person: person, days: [days]) { settled[$0] += $1 }
        }
      }
    }
    open.sort { left, right in
      if left.rank != right.rank { return left.rank > right.rank }
      return (left.person, left.days.lowerBound) < (right.person, right.days.lowerBound)
    }
    let count = max(1, Int((share * Double(open.count)).rounded()))
    var chosen: [Part] = []
    for part in open where chosen.count < count || part.weight >= sureWeight {
      var isRoom = true
      maker.visit(part.line, person: part.person, days: [part.days]) { row, amount in
        if settled[row] + amount > (heads[row] - 1e-6).rounded(.up) + 1e-6 { isRoom = false }
      }
      guard isRoom else { continue }
      maker.visit(part.line, person: part.person, days: [part.days]) { settled[$0] += $1 }
      chosen.append(part)
    }
    return chosen.isEmpty ? Array(open.prefix(1)) : chosen
  }
}
