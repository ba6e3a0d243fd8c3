/// A model as the kernel wants it: who can serve what as short arrays, and
/// everything known beforehand as one list of moments.
struct CompiledReplay: Sendable {
  /// Something that happens at a time known beforehand.
  struct Moment: Sendable {
    enum Kind: UInt8, Sendable {
      case dutyEnd, dutyStart, intervalEnd
    }
    var time: Double
    var kind: Kind
    /// The shift, or the interval.
    var index: Int32
    /// The group that the agent belongs to from now on.
    var group: Int32
  }

  let model: ReplayModel
  /// Sets of skills that agents on duty have.
  let groups: [UInt64]
  /// For each class the groups that can serve it, those with the fewest
  /// skills first.
  let serversOfClass: [[Int]]
  /// For each group the classes it answers at once, by priority.
  let answeredByGroup: [[Int]]
  /// For each group the classes whose tickets it works off.
  let workedOffByGroup: [[Int]]
  /// All moments in order; the last is the end of the horizon.
  let moments: [Moment]
  /// Places an agent has for contacts of a class.
  let places: [Int32]
  /// What handle times of a class are multiplied with for its places.
  let stretch: [Double]
  let deadlines: [DueTimes?]

  init(_ model: ReplayModel) {
    self.model = model
    var groups: [UInt64] = []
    var moments: [Moment] = []
    for (index, shift) in model.shifts.enumerated() {
      for span in shift.duty where span.end > span.start && span.start < model.endSeconds {
        var group = groups.firstIndex(of: span.skills)
        if group == nil {
          group = groups.count
          groups.append(span.skills)
        }
        let number = Int32(truncatingIfNeeded: index)
        let set = Int32(truncatingIfNeeded: group ?? 0)
        moments.append(Moment(time: span.start, kind: .dutyStart, index: number, group: set))
        moments.append(Moment(time: span.end, kind: .dutyEnd, index: number, group: set))
      }
    }
    for interval in 0..<model.intervalCount {
      let end = min(model.endSeconds, Double(interval + 1) * model.intervalSeconds)
      let number = Int32(truncatingIfNeeded: interval)
      moments.append(Moment(time: end, kind: .intervalEnd, index: number, group: 0))
    }
    moments.sort { left, right in
      (left.time, left.kind.rawValue, left.index) < (right.time, right.kind.rawValue, right.index)
    }
    self.moments = moments
    self.groups = groups
    let classes = model.classes
    func canServe(_ group: UInt64, _ index: Int) -> Bool {
      group & (1 << UInt64(classes[index].skill)) != 0
    }
    serversOfClass = classes.indices.map { index in
      groups.indices.filter { canServe(groups[$0], index) }
        .sorted { (groups[$0].nonzeroBitCount, $0) < (groups[$1].nonzeroBitCount, $1) }
    }
    answeredByGroup = groups.map { group in
      classes.indices.filter { canServe(group, $0) && classes[$0].deadline == nil }
        .sorted { (classes[$0].priority, $0) < (classes[$1].priority, $1) }
    }
    workedOffByGroup = groups.map { group in
      classes.indices.filter { canServe(group, $0) && classes[$0].deadline != nil }
    }
    places = classes.map { Int32($0.concurrency.rounded(.up)) }
    stretch = classes.map { $0.concurrency.rounded(.up) / max(1, $0.concurrency) }
    deadlines = classes.map { $0.deadline.map { DueTimes($0) } }
  }
}

/// When tickets are due; asked in the order of their arrivals.
struct DueTimes: Sendable {
  private let deadline: ReplayDeadline
  /// Open seconds before each open span.
  private let openBefore: [Double]

  init(_ deadline: ReplayDeadline) {
    self.deadline = deadline
    var sum = 0.0
    openBefore = deadline.openSpans.map { span in
      defer { sum += span.upperBound - span.lowerBound }
      return sum
    }
  }

  /// When a ticket that comes at `arrival` is due; infinity if that is after
  /// the last known opening.
  ///
  /// - Complexity: O(log spans).
  func due(_ arrival: Double) -> Double {
    let least = min(deadline.leastOpenSeconds, deadline.seconds)
    if deadline.countsOpenTime { return afterOpenTime(deadline.seconds, from: arrival) }
    let byClock = arrival + deadline.seconds
    return least > 0 ? max(byClock, afterOpenTime(least, from: arrival)) : byClock
  }

  private func afterOpenTime(_ seconds: Double, from arrival: Double) -> Double {
    let spans = deadline.openSpans
    var (low, high) = (0, spans.count)
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].upperBound <= arrival { low = middle + 1 } else { high = middle }
    }
    guard low < spans.count else { return .infinity }
    let openAtArrival = openBefore[low] + max(0, arrival - spans[low].lowerBound)
    let wanted = openAtArrival + seconds
    (low, high) = (low, spans.count)
    while low < high {
      let middle = (low + high) / 2
      let end = openBefore[middle] + spans[middle].upperBound - spans[middle].lowerBound
      if end < wanted { low = middle + 1 } else { high = middle }
    }
    guard low < spans.count else { return .infinity }
    return spans[low].lowerBound + (wanted - openBefore[low])
  }
}
