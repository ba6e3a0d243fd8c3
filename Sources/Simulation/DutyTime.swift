/// How long agents are there, and how long busy, by group and interval.
///
/// An agent is there on duty and not away, or beyond that with a contact in
/// hand; busy with at least one contact or a ticket in hand.
struct DutyTime {
  /// Seconds that agents of each group are there in each interval, group
  /// after group.
  private(set) var there: [Double]
  /// The same, busy.
  private(set) var busy: [Double]
  private let intervals: Int
  private let intervalSeconds: Double
  private let end: Double

  private var group: [Int32]
  private var isThere: [Bool]
  private var isBusy: [Bool]
  private var since: [Double]

  init(agents: Int, groups: Int, intervals: Int, intervalSeconds: Double, end: Double) {
    self.intervals = intervals
    self.intervalSeconds = intervalSeconds
    self.end = end
    there = Array(repeating: 0, count: groups * intervals)
    busy = there
    group = Array(repeating: 0, count: agents)
    isThere = Array(repeating: false, count: agents)
    isBusy = isThere
    since = Array(repeating: 0, count: agents)
  }

  mutating func removeAll() {
    for index in there.indices {
      there[index] = 0
      busy[index] = 0
    }
    for agent in isThere.indices {
      isThere[agent] = false
      isBusy[agent] = false
      since[agent] = 0
    }
  }

  /// What an agent is from now on.
  @inline(__always) mutating func set(
    _ agent: Int, group newGroup: Int32, isThere nowThere: Bool, isBusy nowBusy: Bool,
    at now: Double
  ) {
    if isThere[agent] == nowThere, isBusy[agent] == nowBusy, group[agent] == newGroup { return }
    if isThere[agent] { count(agent, until: now) }
    isThere[agent] = nowThere
    isBusy[agent] = nowBusy
    group[agent] = newGroup
    since[agent] = now
  }

  /// Counts those who are still there at the end.
  mutating func finish() {
    for agent in isThere.indices where isThere[agent] { count(agent, until: end) }
  }

  private mutating func count(_ agent: Int, until now: Double) {
    var from = since[agent]
    let until = min(now, end)
    let base = Int(group[agent]) * intervals
    while from < until {
      let interval = min(intervals - 1, Int(from / intervalSeconds))
      let next = interval == intervals - 1 ? until : Double(interval + 1) * intervalSeconds
      let part = min(until, next) - from
      there[base + interval] += part
      if isBusy[agent] { busy[base + interval] += part }
      if next >= until { return }
      from = next
    }
  }
}
