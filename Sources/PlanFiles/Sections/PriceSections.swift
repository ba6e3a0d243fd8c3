import Rostering

extension PayPolicy {
  /// The section `pay`.
  init(_ section: SectionReader) {
    let usual = PayPolicy()
    self.init(
      workday: section.percent("workday", in: 0...10, default: usual.workday),
      overtime: section.percent("overtime", in: 0...10, default: usual.overtime),
      restDay: section.percent("rest-day", in: 0...10, default: usual.restDay),
      statutoryDay: section.percent("statutory-day", in: 0...10, default: usual.statutoryDay),
      nightSupplement: section.percent("night-supplement", in: 0...10, default: 0),
      standardDayMinutes: section.minutes(
        "standard-day", in: 0...1_440, default: usual.standardDayMinutes),
      restDayTimeBack: section.isOn("rest-day-time-back", default: usual.restDayTimeBack))
  }
}

extension StandbyPolicy {
  /// The section `standby`.
  init(_ section: SectionReader) {
    let usual = StandbyPolicy()
    self.init(
      noShow: section.percent("no-show", in: 0...0.9, default: usual.noShow),
      hold: section.percent("hold", in: 0.01...0.9999, default: usual.hold))
  }
}

extension NightWindow {
  /// The section `night`.
  init(_ section: SectionReader) {
    let usual = NightWindow()
    var start = section.clockTime("from", default: usual.startMinute)
    var end = section.clockTime("to", default: usual.endMinute)
    if end <= start { end += 1_440 }
    if start >= 1_440 || end <= start || end - start > 1_440 {
      section.log.report(
        .outOfRange, at: section.place(of: "from"),
        "The night is longer than a day or begins after one.",
        expected: "a start before 24:00 and an end at most 24 hours later")
      (start, end) = (usual.startMinute, usual.endMinute)
    }
    let length = end - start
    let least = section.minutes(
      "at-least", in: 1...1_440, default: min(usual.leastMinutes, length))
    self.init(startMinute: start, endMinute: end, leastMinutes: least)
    if least > length, let source = section.value("at-least") {
      section.log.report(
        .conflicting, source,
        "No shift can have \(quoted(source.text)) inside a night of \(length / 60) h \(length % 60) min.",
        expected: "at most the length of the night")
    }
  }
}

extension FairnessPrices {
  /// The section `fairness`.
  init(_ section: SectionReader) {
    let usual = FairnessPrices()
    let classes = section.values("premium-classes")?.compactMap {
      section.log.word($0, among: DayClass.words)
    }
    self.init(
      premiumDay: section.price("premium-day", default: usual.premiumDay),
      night: section.price("night", default: usual.night),
      weekend: section.price("weekend", default: usual.weekend),
      hours: section.price("hours", default: usual.hours),
      premiumClasses: classes.map { Set($0) } ?? usual.premiumClasses,
      premiumLeastMinutes: section.minutes(
        "premium-at-least", in: 1...1_440, default: usual.premiumLeastMinutes))
  }
}

extension ChoicePrices {
  /// The section `choice`.
  init(_ section: SectionReader) {
    let usual = ChoicePrices()
    self.init(
      payTargetDays: section.count("pay-target-days", in: 0...731, default: usual.payTargetDays),
      payShortfall: section.price("pay-shortfall", default: usual.payShortfall),
      restBroken: section.price("rest-broken", default: usual.restBroken))
  }
}

extension CoverPrices {
  /// The prices of cover in the section `prices`.
  init(_ section: SectionReader) {
    let usual = CoverPrices()
    let log = section.log
    var shortfall = usual.shortfall
    if let sources = section.values("shortfall") {
      let prices = sources.compactMap { log.number($0, in: ProblemLog.prices) }
      if prices.count == sources.count, !prices.isEmpty { shortfall = prices }
      for (index, price) in prices.enumerated().dropFirst()
      where prices.count == sources.count && price < prices[index - 1] {
        log.report(
          .conflicting, sources[index],
          "The price of a further missing agent, \(plain(price)), is below the one before.",
          expected: "ascending prices")
      }
      if sources.isEmpty, let node = section.node("shortfall") {
        log.report(
          .valueMissing, at: node.place, "The list of shortfall prices is empty.",
          expected: "at least one price")
      }
    }
    self.init(
      shortfall: shortfall, surplus: section.price("surplus", default: usual.surplus),
      post: section.price("post", default: usual.post),
      lateTicket: section.has("late-ticket") ? section.price("late-ticket", default: 0) : nil)
  }
}

extension PeakWindow {
  /// The list `peaks` of the section `prices`; a span past midnight becomes
  /// two.
  static func windows(_ section: SectionReader) -> [PeakWindow] {
    section.sections("peaks").flatMap { peak -> [PeakWindow] in
      let hours = peak.value("hours").flatMap { peak.log.clockSpan($0) }
      let factor = peak.number("factor", in: 1...1_000, default: 1)
      guard let hours else { return [] }
      let parts = [
        hours.clamped(to: 0..<1_440), (hours.lowerBound - 1_440)..<(hours.upperBound - 1_440),
      ].map { $0.clamped(to: 0..<1_440) }
      return parts.filter { !$0.isEmpty }.map { PeakWindow(minutes: $0, factor: factor) }
    }
  }
}

extension RampUp {
  /// The section `ramp-up`, or nil if the plan has none.
  init?(_ section: SectionReader, dayCount: Int?) {
    let log = section.log
    guard ["first", "last", "shares"].contains(where: { section.has($0) }) else {
      if let price = ["price-above", "price-below"].first(where: { section.has($0) }) {
        log.report(
          .conflicting, at: section.place(of: price), "A ramp-up has a price but no shares.",
          expected: "\"first\" and \"last\", or \"shares\"")
      }
      return nil
    }
    var shares: [Double] = []
    if let sources = section.values("shares") {
      shares = sources.map { log.percent($0, in: 0...1) ?? 0 }
      if let dayCount, shares.count != dayCount {
        log.report(
          .conflicting, at: section.place(of: "shares"),
          "There are \(shares.count) shares for \(dayCount) days.", expected: "one share a day")
      }
      if let other = ["first", "last"].first(where: { section.has($0) }) {
        log.report(
          .conflicting, at: section.place(of: other),
          "\(quoted(other)) and \"shares\" say the same in two ways.", action: "Keep one of them.")
      }
    } else {
      for name in ["first", "last"] where !section.has(name) {
        log.report(
          .keyMissing, at: section.place, "A ramp-up needs \(quoted(name)).",
          expected: "\"first\" and \"last\", or \"shares\"")
      }
      let first = section.percent("first", in: 0...1, default: 0)
      let last = section.percent("last", in: 0...1, default: 1)
      let steps = max(1, (dayCount ?? 1) - 1)
      shares = (0..<(dayCount ?? 1)).map { day in
        first + (last - first) * Double(day) / Double(steps)
      }
    }
    let usual = RampUp(shares: [])
    self.init(
      shares: shares, priceAbove: section.price("price-above", default: usual.priceAbove),
      priceBelow: section.price("price-below", default: usual.priceBelow))
  }
}
