/// Contacts of one class in the order they came: a ring that grows.
///
/// Contacts that give up are not taken out; they are told by their time when
/// they come to the front.
struct WaitingLine {
  struct Contact {
    /// When it came.
    var arrival: Double
    /// When it gives up or is turned away; for a ticket when it is due.
    var limit: Double
    /// Its mean handle time; for a ticket put aside, the work left.
    var handle: Double
    /// Its interval.
    var interval: Int32
  }

  private var ring: [Contact]
  private var start = 0
  private(set) var count = 0

  init() {
    ring = Array(
      repeating: Contact(arrival: 0, limit: 0, handle: 0, interval: 0), count: 64)
  }

  @inline(__always) var isEmpty: Bool { count == 0 }

  /// The contact at the front; there must be one.
  @inline(__always) var front: Contact { ring[start] }

  mutating func removeAll() {
    start = 0
    count = 0
  }

  mutating func append(_ contact: Contact) {
    if count == ring.count { grow() }
    ring[(start &+ count) & (ring.count &- 1)] = contact
    count &+= 1
  }

  @inline(__always) mutating func removeFront() {
    start = (start &+ 1) & (ring.count &- 1)
    count &-= 1
  }

  private mutating func grow() {
    ring = Array(ring[start...]) + Array(ring[..<start]) + ring
    start = 0
  }
}
