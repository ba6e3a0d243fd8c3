import Rostering

/// One thread of the search: a roster that is changed move by move, the best
/// roster met, and the random numbers that steer it.
///
/// A move takes a few people out, puts each back with the cheapest line
/// against noisy marginal costs, then once more without noise. Whether the
/// result stays is decided as in simulated annealing.
struct SearchIsland: Sendable {
  private(set) var draft: RosterDraft
  /// The best roster met and its cost.
  private(set) var bestLines: [Line]
  private(set) var bestCost: Double
  private var random: SeededGenerator
  /// A mean of what recent moves that made it worse would have cost.
  private var meanLoss = 0.0
  /// Scratch: the lines before a move.
  private var saved: [(person: Int, line: Line, ownCost: Double)] = []

  init(_ draft: RosterDraft, seed: UInt64) {
    self.draft = draft
    bestLines = draft.lines
    bestCost = draft.cost
    random = SeededGenerator(seed: seed)
  }

  /// Goes on from another roster.
  mutating func restart(from lines: [Line]) {
    draft = RosterDraft(draft.roster, lines: lines)
  }

  /// Takes over a better roster of another island.
  mutating func adopt(_ lines: [Line], cost: Double) {
    bestLines = lines
    bestCost = cost
    restart(from: lines)
  }

  /// Moves until the clock's work is used up or a limit is reached.
  ///
  /// - Parameters:
  ///   - warmth: 1 at the start of the search, falling to 0, at a moment.
  ///   - improved: Is told of every new best cost.
  mutating func run(
    clock: inout WorkClock, warmth: (borrowing WorkClock) -> Double, improved: (Double) -> Void
  ) {
    while clock.stopped == nil {
      let before = draft.cost
      let heat = warmth(clock)
      guard move(clock: &clock) else { return }
      let loss = draft.cost - before
      if loss > 1e-7 {
        meanLoss = meanLoss == 0 ? loss : 0.98 * meanLoss + 0.02 * loss
        let temperature = meanLoss * Self.hottest * heat * heat
        if random.unit() >= exponential(-loss / max(temperature, 1e-12)) { undo() }
      } else if draft.cost < bestCost - 1e-7 {
        bestCost = draft.cost
        bestLines = draft.lines
        improved(bestCost)
      }
    }
  }

  /// Temperature at the start, in mean losses.
  static let hottest = 0.5

  /// Ruins and recreates the lines of a few people.
  ///
  /// - Returns: False if a limit ended it; then nothing has changed.
  private mutating func move(clock: inout WorkClock) -> Bool {
    let people = draft.roster.problem.personCount
    let days = draft.roster.problem.dayCount
    let count = min(people, 2 + random.index(below: 4))
    let window: Range<Int>
    // Whole lines of long horizons are dear.
    if days > 7, random.chance(draft.roster.hasLongLines ? 0.98 : 0.5) {
      let length = 3 + random.index(below: min(days - 3, days > 28 ? 12 : 5))
      let first = random.index(below: days - length + 1)
      window = first..<(first + length)
    } else {
      window = 0..<days
    }
    saved.removeAll(keepingCapacity: true)
    while saved.count < count {
      let person = random.index(below: people)
      guard !saved.contains(where: { $0.person == person }) else { continue }
      saved.append((person, draft.lines[person], draft.ownCost[person]))
      draft.take(person: person)
    }
    let noise = 0.4 * random.unit() * random.unit()
    for index in saved.indices {
      guard clock.spend(), insert(index, window: window, noise: noise) else {
        putBack(from: index)
        undo()
        return clock.stopped == nil
      }
    }
    for index in saved.indices {
      guard clock.spend() else {
        undo()
        return false
      }
      let person = saved[index].person
      let (line, ownCost) = (draft.lines[person], draft.ownCost[person])
      draft.take(person: person)
      if !insert(index, window: window, noise: 0) {
        draft.put(line, ownCost: ownCost, person: person)
      }
    }
    return true
  }

  /// Puts a person who is out back in.
  private mutating func insert(_ index: Int, window: Range<Int>, noise: Double) -> Bool {
    let person = saved[index].person
    let pattern = LinePattern(saved[index].line, freeOn: window.contains)
    let best: RosterDraft.Candidate?
    if draft.roster.hasWorkOverTime || noise > 0 {
      var generator = random
      // Where work may wait, prices of shifts promise the same late work to each
      // of them: part of what they promise is believed, another part each time.
      let believed = draft.roster.hasWorkOverTime ? 0.2 + 0.8 * generator.unit() : 1
      best = draft.bestLine(person: person, pattern: pattern, days: window) { marginal in
        (marginal < 0 ? marginal * believed : marginal)
          * (1 + noise * (2 * generator.unit() - 1))
      }
      random = generator
    } else {
      best = draft.bestLine(person: person, pattern: pattern, days: window)
    }
    guard let best else { return false }
    draft.put(best.line, ownCost: best.ownCost, person: person)
    return true
  }

  /// Puts the old lines of people who are still out back in.
  private mutating func putBack(from index: Int) {
    for entry in saved[index...] {
      draft.put(entry.line, ownCost: entry.ownCost, person: entry.person)
    }
  }

  /// Gives everybody of the last move the old line.
  private mutating func undo() {
    for entry in saved { draft.take(person: entry.person) }
    for entry in saved { draft.put(entry.line, ownCost: entry.ownCost, person: entry.person) }
  }
}

/// The warmth of a search without limits: from 1 to 0 again and again, each
/// time twice as long.
///
/// - Parameters:
///   - step: What has been done.
///   - first: How long the first time is, at least 1.
func warmthInGrowingPeriods(_ step: Int, first: Int) -> Double {
  var period = first
  var phase = step
  while phase >= period {
    phase -= period
    period *= 2
  }
  return 1 - Double(phase) / Double(period)
}

/// e to the power of a number at most 0, the same on every machine.
///
/// The C library's `exp` differs between systems in the last bits; which moves
/// are accepted must not.
func exponential(_ power: Double) -> Double {
  guard power > -700 else { return 0 }
  // (1 + x / 2^k + ... )^(2^k) with |x / 2^k| below a thousandth.
  var scaled = power
  var doublings = 0
  while scaled < -1e-3 {
    scaled /= 2
    doublings += 1
  }
  var value = 1 + scaled * (1 + scaled / 2 * (1 + scaled / 3 * (1 + scaled / 4)))
  for _ in 0..<doublings { value *= value }
  return value
}
