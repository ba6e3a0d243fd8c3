import CivilTime
import Workload

/// Invented ticket logs of the sample plans.
///
/// The hours of an ordinary day, the lognormal handle times and the drop over
/// a holiday follow published figures (`PublishedProfiles`); a consumer
/// service is busier in the evening than a bank, so its hours are moved.
struct SampleHistory {
  var queues: [SyntheticQueue]
  /// The spans of days that the log has.
  var spans: [ClosedRange<CivilDate>]
  /// The hours of the day that are logged.
  var hours: Range<Int>
  var specialDays: [CivilDate: SyntheticDay]
  var seed: UInt64

  /// A log of one row a half hour and queue.
  func intervalFile() -> String {
    var text = "start,queue,arrivals,handled,handle\n"
    for span in spans {
      // The spans' days are counted first, so that a quiet half hour is a
      // row with a zero and not a hole.
      let dayCount = span.lowerBound.days(until: span.upperBound) + 1
      var arrivals = Array(
        repeating: Array(repeating: 0, count: dayCount * 48), count: queues.count)
      var seconds = Array(
        repeating: Array(repeating: 0.0, count: dayCount * 48), count: queues.count)
      forEachTicket(in: span) { queue, ticket in
        let day = span.lowerBound.days(until: ticket.date)
        let interval = day * 48 + ticket.minuteOfDay / 30
        arrivals[queue][interval] += 1
        seconds[queue][interval] += ticket.handleSeconds ?? 0
      }
      for interval in 0..<(dayCount * 48) where hours.contains(interval % 48 / 2) {
        let date = span.lowerBound.adding(days: interval / 48)
        let clock = ClockTime(minuteOfDay: interval % 48 * 30)?.description ?? ""
        for (index, queue) in queues.enumerated() {
          let count = arrivals[index][interval]
          let mean =
            count == 0 ? "" : "\(Int((seconds[index][interval] / Double(count)).rounded()))"
          text += "\(date) \(clock),\(queue.stream.queue),\(count),\(count),\(mean)\n"
        }
      }
    }
    return text
  }

  /// A log of one row a ticket.
  func ticketFile() -> String {
    var text = "Ticket,Created at,Queue,Handle seconds\n"
    var number = 0
    for span in spans {
      forEachTicket(in: span) { queue, ticket in
        guard hours.contains(ticket.minuteOfDay / 60) else { return }
        number += 1
        let clock = ClockTime(minuteOfDay: ticket.minuteOfDay)?.description ?? ""
        let handle = ticket.handleSeconds.map { "\(Int($0.rounded()))" } ?? ""
        text += "T\(number),\(ticket.date) \(clock),\(queues[queue].stream.queue),\(handle)\n"
      }
    }
    return text
  }

  private func forEachTicket(
    in span: ClosedRange<CivilDate>, _ body: (_ queue: Int, _ ticket: Ticket) -> Void
  ) {
    let history = SyntheticHistory(
      queues: queues, firstDate: span.lowerBound,
      dayCount: span.lowerBound.days(until: span.upperBound) + 1, specialDays: specialDays,
      seed: seed)
    let indexOf = Dictionary(
      uniqueKeysWithValues: queues.enumerated().map { ($0.element.stream, $0.offset) })
    history.forEachTicket { ticket in
      if let queue = indexOf[ticket.stream] { body(queue, ticket) }
    }
  }

  /// Weights of the hours at a consumer service: a peak before noon and a
  /// second one in the evening.
  static let consumerHours: [Double] = [
    8, 5, 3, 2, 2, 3, 6, 14, 34, 58, 74, 70, 56, 60, 66, 64, 58, 50, 48, 62, 70, 58, 38, 20,
  ]

  /// The same over a holiday: a late and small peak by day, a higher one in
  /// the evening.
  static let holidayHours: [Double] = [
    10, 6, 4, 3, 2, 3, 4, 6, 10, 30, 44, 46, 40, 42, 46, 46, 44, 46, 62, 80, 78, 58, 34, 18,
  ]
}
