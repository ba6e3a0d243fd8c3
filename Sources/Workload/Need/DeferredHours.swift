/// Work that may wait, and when it may be done.
public struct DeferredHours: Equatable, Sendable {
  /// Hours of agents on duty, shrinkage and the occupancy ceiling included.
  public var hours: Double
  /// The intervals from its arrival to its deadline in which its class is
  /// open, ascending.
  public var intervals: [Int]

  /// Some work.
  public init(hours: Double, intervals: [Int]) {
    self.hours = hours
    self.intervals = intervals
  }
}

extension DeadlineLevelling {
  /// The share of its intervals that work may lose when it is counted with
  /// work that comes a little later or is due a little sooner.
  static let lostShare = 0.125

  /// The work of some batches, each with the open intervals from its arrival
  /// to its deadline. What may be done in the same intervals is one piece, and
  /// neighbours are one while that takes an eighth of its intervals from none
  /// of them: fewer pieces, always on the safe side.
  ///
  /// Of work that is due after the horizon as much counts as its time has
  /// run by then, in the open intervals until the end.
  ///
  /// - Parameters:
  ///   - batches: The work, ordered by arrival.
  ///   - hoursOnDuty: Hours of an agent on duty that an hour of work takes.
  /// - Complexity: O(batches x intervals).
  func windows(of batches: [Batch], hoursOnDuty: Double) -> [DeferredHours] {
    let openAfter = cumulativeOpenSeconds()
    let count = openShares.count
    var pieces: [DeferredHours] = []
    // The intervals of each piece's longest batch, for how much may be lost.
    var longest: [Int] = []
    for batch in batches where batch.hours > 0 {
      let first = max(0, batch.arrival ?? 0)
      let (end, elapsedShare) = deadline(of: batch, openAfter: openAfter)
      let hours = batch.hours * (end == nil ? elapsedShare : 1) * hoursOnDuty
      let intervals = (first..<max(first, min(end ?? count, count))).filter { openShares[$0] > 0 }
      guard hours > 0, !intervals.isEmpty else { continue }
      if let last = pieces.indices.last {
        let shared = Self.shared(pieces[last].intervals, intervals)
        let most = max(longest[last], intervals.count)
        if Double(shared.count) >= Double(most) * (1 - Self.lostShare) {
          pieces[last].hours += hours
          pieces[last].intervals = shared
          longest[last] = most
          continue
        }
      }
      pieces.append(DeferredHours(hours: hours, intervals: intervals))
      longest.append(intervals.count)
    }
    return pieces
  }

  /// What two ascending lists share.
  private static func shared(_ left: [Int], _ right: [Int]) -> [Int] {
    guard left != right else { return left }
    let members = Set(left)
    return right.filter(members.contains)
  }
}
