/// Lists of agents, each agent in at most one; the first in a list has been
/// there longest. Linked through arrays, so that nothing is allocated.
struct AgentLists {
  private var first: [Int32]
  private var last: [Int32]
  private var next: [Int32]
  private var previous: [Int32]
  private var list: [Int32]

  init(lists: Int, agents: Int) {
    first = Array(repeating: -1, count: lists)
    last = first
    next = Array(repeating: -1, count: agents)
    previous = next
    list = next
  }

  mutating func removeAll() {
    for index in first.indices {
      first[index] = -1
      last[index] = -1
    }
    for index in list.indices { list[index] = -1 }
  }

  /// The first agent of a list, or -1.
  @inline(__always) func head(_ list: Int) -> Int { Int(first[list]) }

  mutating func append(_ agent: Int, to target: Int) {
    let tail = last[target]
    list[agent] = Int32(truncatingIfNeeded: target)
    next[agent] = -1
    previous[agent] = tail
    let id = Int32(truncatingIfNeeded: agent)
    if tail >= 0 { next[Int(tail)] = id } else { first[target] = id }
    last[target] = id
  }

  /// Takes an agent off the list it is on, if any.
  mutating func remove(_ agent: Int) {
    let from = Int(list[agent])
    guard from >= 0 else { return }
    let (before, after) = (previous[agent], next[agent])
    if before >= 0 { next[Int(before)] = after } else { first[from] = after }
    if after >= 0 { previous[Int(after)] = before } else { last[from] = before }
    list[agent] = -1
  }
}
