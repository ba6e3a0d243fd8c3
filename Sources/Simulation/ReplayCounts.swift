/// What one replay counted, by class and interval of arrival.
struct ReplayCounts: Sendable {
  /// What is counted, in the order the figures lie in memory.
  enum Figure: Int, CaseIterable, Sendable {
    /// Contacts that arrived.
    case offered
    /// Of them answered within the threshold.
    case inTime
    /// Of them answered at all; of tickets, finished.
    case answered
    /// Of them gave up or were turned away at closing.
    case abandoned
    /// Of them gave up within the threshold.
    case quick
    /// Tickets of the interval that were not finished by their deadline.
    case late
    /// Seconds waited by all offered together.
    case waited
    /// Seconds of handling of contacts that began in the interval.
    case handled
    /// Tickets that wait at the end of the interval.
    case backlog
    /// 1 if at some moment of the interval no ticket waited for an agent.
    case cleared
  }

  let intervalCount: Int
  private(set) var values: [Double]

  init(classCount: Int, intervalCount: Int) {
    self.intervalCount = intervalCount
    values = Array(repeating: 0, count: classCount * intervalCount * Figure.allCases.count)
  }

  @inline(__always) private func index(_ figure: Figure, _ kind: Int, _ interval: Int) -> Int {
    (kind &* intervalCount &+ interval) &* 10 &+ figure.rawValue
  }

  @inline(__always) mutating func add(
    _ amount: Double, _ figure: Figure, class kind: Int, interval: Int
  ) {
    values[index(figure, kind, interval)] += amount
  }

  @inline(__always) mutating func mark(_ figure: Figure, class kind: Int, interval: Int) {
    values[index(figure, kind, interval)] = 1
  }

  func value(_ figure: Figure, class kind: Int, interval: Int) -> Double {
    values[index(figure, kind, interval)]
  }

  mutating func removeAll() {
    for index in values.indices { values[index] = 0 }
  }
}
