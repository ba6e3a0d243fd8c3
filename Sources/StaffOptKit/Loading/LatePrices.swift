import Rostering
import Workload

/// What gaps cost where late tickets have a price: tables by agents, for the
/// program and the auditor alike.
struct LatePrices {
  let prices: CoverPrices
  let need: StaffingNeed
  let forecast: Forecast

  /// Writes the tables of a plan's need; without a price of late tickets
  /// nothing changes.
  ///
  /// - Complexity: O(skills x intervals x agents) queueing evaluations.
  func fill(_ cover: inout CoverNeed) {
    guard let ticketPrice = prices.lateTicket else { return }
    let empty = cover.agents.map { row in row.map { _ in [Double]?.none } }
    cover.gapPrices = empty
    cover.lateTickets = empty
    let isFree = !cover.deferredWork.isEmpty
    cover.levelGapPrices = isFree ? empty : []
    let axis = need.axis
    for skill in need.skills {
      guard let index = cover.skills.firstIndex(of: skill.skill) else { continue }
      for interval in 0..<axis.intervalCount {
        let day = interval / axis.intervalsPerDay
        var variances: [String: Double] = [:]
        for series in forecast.series where series.days.indices.contains(day) {
          variances[series.name] = series.days[day].rateVariance
        }
        guard
          let late = skill.lateTickets(
            interval: interval, intervalSeconds: axis.intervalSeconds, variances: variances)
        else { continue }
        cover.lateTickets[index][interval] = late.byAgents
        let deferrable = skill.classes.filter(\.workloadClass.goal.isDeferrable)
          .reduce(0) { $0 + $1.gross[interval] }
        let level = table(
          late: late, ticketPrice: ticketPrice, deferrable: deferrable,
          hours: axis.intervalHours)
        guard isFree else {
          cover.gapPrices[index][interval] = level
          continue
        }
        cover.levelGapPrices[index][interval] = level
        cover.gapPrices[index][interval] = table(
          late: late, ticketPrice: ticketPrice, deferrable: 0, hours: axis.intervalHours)
      }
    }
  }

  /// The price by agents when each agent does what saves most: contacts that
  /// would be late, or work with a deadline at the flat prices. The pieces of
  /// both convex prices, steepest first, are the pieces of the joint one.
  func table(
    late: LateTickets, ticketPrice: Double, deferrable: Double, hours: Double
  ) -> [Double] {
    var pieces = zip(late.byAgents, late.byAgents.dropFirst()).map {
      (agents: 1.0, gain: ($0 - $1) * ticketPrice)
    }
    var done = 0.0
    while done < deferrable - 1e-9 {
      // The price changes where a whole number of agents is missing.
      let missing = deferrable - done
      let step = missing - max(0, missing.rounded(.up) - 1)
      let gain =
        (prices.shortfallPrice(ofMissing: missing)
          - prices.shortfallPrice(ofMissing: missing - step)) / step * hours
      pieces.append((step, gain))
      done += step
    }
    pieces.sort { $0.gain > $1.gain }
    let start = (late.byAgents.first ?? 0) * ticketPrice
    var value = start + prices.shortfallPrice(ofMissing: max(0, deferrable)) * hours
    var values = [value]
    var room = 1.0
    for piece in pieces {
      var rest = piece.agents
      while rest > 1e-12 {
        let part = min(rest, room)
        value -= part * piece.gain
        rest -= part
        room -= part
        if room <= 1e-12 {
          values.append(value)
          room = 1
        }
      }
    }
    if room < 1 - 1e-12 { values.append(value) }
    if values.count == 1 { values.append(value) }
    return CoverNeed.convex(values)
  }
}
