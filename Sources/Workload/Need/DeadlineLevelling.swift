import Foundation

/// Lays work with deadlines into the valleys of what is needed anyway.
///
/// Chooses the work done in each open interval so that at every moment work
/// done is at most work arrived and at least work due, and the sum of squares
/// of ground + own agents is least: the total is as level as the deadlines
/// allow. Serving oldest deadlines first then meets every deadline.
///
/// Work arrives evenly within its interval and may be done in it. A deadline
/// counts from the end of that interval, which is exact for deadlines of
/// whole intervals: with even flows, "done by t + D at least arrived by t"
/// holds everywhere if it holds at interval ends.
struct DeadlineLevelling: Sendable {
  /// Work that arrives together.
  struct Batch: Sendable {
    var hours: Double
    /// The interval in which it arrives; nil for work that already waits.
    var arrival: Int?
    var dueInSeconds: Double
  }

  /// What is done when.
  struct Plan: Sendable {
    /// Hours of work done in each interval.
    var workHours: [Double]
    /// Hours of work waiting at the end of each interval.
    var backlogHours: [Double]
  }

  /// The share of each interval that is open.
  var openShares: [Double]
  var intervalSeconds: Double
  var clock: DeadlineClock
  /// Open seconds every batch gets at least, unless its whole deadline is
  /// shorter.
  var leastOpenSeconds: Double

  /// Plans the work.
  ///
  /// Work that is due after the horizon is done by its end as far as its time
  /// has run: a ticket with a third of its time gone counts a third.
  ///
  /// - Parameters:
  ///   - batches: The work.
  ///   - ground: Agents needed anyway in each interval.
  ///   - hoursPerAgent: Hours of work an agent does in a wholly open interval.
  func plan(batches: [Batch], ground: [Double], hoursPerAgent: Double) -> Plan {
    let count = openShares.count
    guard count > 0 else { return Plan(workHours: [], backlogHours: []) }
    var arrived = Array(repeating: 0.0, count: count)
    var due = Array(repeating: 0.0, count: count + 1)
    let openAfter = cumulativeOpenSeconds()
    let openIntervals = openShares.indices.filter { openShares[$0] > 0 }
    var target = 0.0
    for batch in batches where batch.hours > 0 {
      let first = max(0, batch.arrival ?? 0)
      arrived[min(first, count - 1)] += batch.hours
      let (end, elapsedShare) = deadline(of: batch, openAfter: openAfter)
      if let end {
        due[end] += batch.hours
        target += batch.hours
      } else if let last = openIntervals.last, first <= last {
        target += batch.hours * elapsedShare
      }
    }
    let steps = openIntervals.enumerated().map { position, interval in
      Step(
        ground: ground[interval], hoursPerAgent: hoursPerAgent * openShares[interval],
        lower: 0, upper: 0, interval: interval,
        nextOpen: position + 1 < openIntervals.count ? openIntervals[position + 1] : count)
    }
    let bounded = withBounds(steps, arrived: arrived, due: due, target: target)
    let work = NestedWaterFilling(steps: bounded).solve(total: target)
    var plan = Plan(
      workHours: Array(repeating: 0, count: count), backlogHours: Array(repeating: 0, count: count))
    for (step, hours) in zip(bounded, work) { plan.workHours[step.interval] = hours }
    var waiting = 0.0
    for interval in 0..<count {
      waiting = max(0, waiting + arrived[interval] - plan.workHours[interval])
      plan.backlogHours[interval] = waiting
    }
    return plan
  }

  /// An open interval in the water-filling problem.
  struct Step: Sendable {
    var ground: Double
    var hoursPerAgent: Double
    /// Least and most hours done by the end of the step.
    var lower: Double
    var upper: Double
    var interval: Int
    var nextOpen: Int
  }

  private func withBounds(
    _ steps: [Step], arrived: [Double], due: [Double], target: Double
  ) -> [Step] {
    var bounded = steps
    var (arrivedSoFar, dueSoFar, arrivedUpTo, dueUpTo) = (0.0, 0.0, 0, 0)
    for index in bounded.indices {
      while arrivedUpTo <= bounded[index].interval {
        arrivedSoFar += arrived[arrivedUpTo]
        arrivedUpTo += 1
      }
      // Whatever falls due before the team opens again must be done by now.
      while dueUpTo <= bounded[index].nextOpen {
        dueSoFar += due[dueUpTo]
        dueUpTo += 1
      }
      bounded[index].upper = min(arrivedSoFar, target)
      bounded[index].lower = min(dueSoFar, bounded[index].upper)
    }
    return bounded
  }

  func cumulativeOpenSeconds() -> [Double] {
    var sums = [0.0]
    for share in openShares { sums.append((sums.last ?? 0) + share * intervalSeconds) }
    return sums
  }

  /// The boundary by which a batch is due (interval `end` begins there), nil
  /// if that is after the horizon; and the share of its time that has run by
  /// the horizon's end.
  func deadline(of batch: Batch, openAfter: [Double]) -> (end: Int?, elapsed: Double) {
    let count = openShares.count
    let first = batch.arrival ?? 0
    let dueInSeconds = max(0, batch.dueInSeconds)
    let start = batch.arrival.map { $0 + 1 } ?? 0
    let tolerance = 1e-6 * intervalSeconds
    var end: Int
    let elapsed: Double
    switch clock {
    case .clockHours:
      let intervals = (dueInSeconds + tolerance) / intervalSeconds
      end = intervals < Double(2 * count) ? start + Int(intervals.rounded(.down)) : count + 1
      elapsed = Double(count - start) * intervalSeconds / max(dueInSeconds, intervalSeconds)
    case .openingHours:
      let limit = openAfter[start] + dueInSeconds + tolerance
      end = start
      while end < count, openAfter[end + 1] <= limit { end += 1 }
      let left = openAfter[count] - openAfter[start]
      if end == count, left < dueInSeconds - tolerance { end = count + 1 }
      elapsed = left / max(dueInSeconds, intervalSeconds)
    }
    // Work that came in closed hours gets some open time, however short its
    // deadline by the clock.
    let least = max(min(leastOpenSeconds, max(dueInSeconds, intervalSeconds)), tolerance)
    while end <= count, openAfter[end] - openAfter[first] < least - tolerance { end += 1 }
    return (end <= count ? end : nil, min(1, max(0, elapsed)))
  }
}
