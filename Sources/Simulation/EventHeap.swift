/// What happens later: a heap with four children a node, which has half the
/// levels of a binary one and whose children share cache lines.
struct EventHeap {
  struct Event {
    var time: Double
    var agent: Int32
    /// The kind in the lowest two bits, above them a stamp that tells
    /// overtaken events.
    var tag: UInt32
  }

  private var events: [Event] = []

  init(capacity: Int) {
    events.reserveCapacity(capacity)
  }

  /// The time of the next event; infinity when there is none.
  @inline(__always) var nextTime: Double {
    events.isEmpty ? .infinity : events[0].time
  }

  mutating func removeAll() { events.removeAll(keepingCapacity: true) }

  mutating func push(_ event: Event) {
    var hole = events.count
    events.append(event)
    while hole > 0 {
      let parent = (hole - 1) >> 2
      guard events[parent].time > event.time else { break }
      events[hole] = events[parent]
      hole = parent
    }
    events[hole] = event
  }

  /// Takes the next event; there must be one.
  mutating func pop() -> Event {
    let top = events[0]
    let last = events.removeLast()
    let count = events.count
    guard count > 0 else { return top }
    var hole = 0
    while true {
      let first = hole << 2 + 1
      guard first < count else { break }
      var least = first
      var leastTime = events[first].time
      var child = first + 1
      let end = min(first + 4, count)
      while child < end {
        let time = events[child].time
        if time < leastTime {
          leastTime = time
          least = child
        }
        child += 1
      }
      guard leastTime < last.time else { break }
      events[hole] = events[least]
      hole = least
    }
    events[hole] = last
    return top
  }
}
