import ShiftDesign

/// Makes a shift design problem from the items of a benchmark file.
struct ShiftDesignReader {
  let file: String
  let log: ProblemLog

  /// Names that a file must have.
  private static let needed = [
    "interval", "days", "demand", "shiftTypes", "minStart", "maxStart", "minLength", "maxLength",
    "weightUnderCover", "weightOverCover", "weightShiftInstances",
  ]
  /// Names of the duties-per-week term, which is left out.
  private static let leftOut = ["minDuties", "maxDuties", "avgMinutes", "weightDutiesPerWeek"]
  /// The most shifts to choose from.
  private static let mostCandidates = 5_000

  /// The problem; nil after any report.
  func problem(from items: [String: DataFile.Item]) -> ShiftDesignProblem? {
    guard Self.needed.contains(where: { items[$0] != nil }) else {
      log.report(
        .keyMissing, at: SourcePlace(file: file),
        items.isEmpty
          ? "Nothing in the file has a name and a value."
          : "The file has none of the names of a shift design instance.",
        expected: "an instance of the benchmark, with the names \(listed(Self.needed))")
      return nil
    }
    let unknown = items.keys.filter { !(Self.needed + Self.leftOut).contains($0) }.sorted()
    for name in Self.needed where items[name] == nil {
      log.report(
        .keyMissing, at: SourcePlace(file: file), "There is no \(quoted(name)).",
        expected: "the names \(listed(Self.needed))", action: suggestion(for: name, among: unknown))
    }
    guard let interval = count("interval", items, in: 5...240),
      let days = count("days", items, in: 1...366)
    else { return nil }
    guard 1_440 % interval.value == 0 else {
      log.report(
        .outOfRange, interval.source,
        "A day is not made of intervals of \(interval.value) minutes.",
        expected: "a number of minutes that divides 1440")
      return nil
    }
    let perDay = 1_440 / interval.value
    let demand = counts("demand", items, in: 0...100_000, count: days.value * perDay)
    let kinds = count("shiftTypes", items, in: 1...1_000)
    guard let kinds else { return nil }
    let spans = zip(
      counts("minStart", items, in: 0...(perDay - 1), count: kinds.value),
      counts("maxStart", items, in: 0...(perDay - 1), count: kinds.value))
    let lengths = zip(
      counts("minLength", items, in: 1...(2 * perDay), count: kinds.value),
      counts("maxLength", items, in: 1...(2 * perDay), count: kinds.value))
    let under = weight("weightUnderCover", items)
    let over = weight("weightOverCover", items)
    let shift = weight("weightShiftInstances", items)
    guard !log.hasErrors, let under, let over, let shift else { return nil }
    var candidates: [ShiftCandidate] = []
    var seen: Set<[Int]> = []
    for (kind, (starts, lengths)) in zip(spans, lengths).enumerated() {
      guard isOrdered(starts.0, starts.1, "start"), isOrdered(lengths.0, lengths.1, "length"),
        (starts.1.value - starts.0.value + 1) * (lengths.1.value - lengths.0.value + 1)
          + candidates.count <= Self.mostCandidates
      else {
        if !log.hasErrors {
          log.report(
            .outOfRange, starts.0.source, "There are too many shifts to choose from.",
            expected: "at most \(Self.mostCandidates)")
        }
        continue
      }
      for start in starts.0.value...starts.1.value {
        for length in lengths.0.value...lengths.1.value
        // The same hours under two types are one shift.
        where seen.insert([start, length]).inserted {
          candidates.append(ShiftCandidate(kind: kind, startSlot: start, slotCount: length))
        }
      }
    }
    if let long = candidates.first(where: { $0.slotCount >= days.value * perDay }) {
      log.report(
        .outOfRange, days.source,
        "A shift of \(long.slotCount) intervals goes round the whole horizon.",
        expected: "shifts shorter than the horizon")
    }
    guard !log.hasErrors else { return nil }
    return ShiftDesignProblem(
      slotMinutes: interval.value, dayCount: days.value, isCyclic: true,
      need: demand.map { Double($0.value) }, candidates: candidates, overPrice: over,
      underPrice: under, shiftPrice: shift)
  }

  // MARK: Values

  private typealias Whole = (value: Int, source: SourceText)

  private func count(
    _ name: String, _ items: [String: DataFile.Item], in limits: ClosedRange<Int>
  ) -> Whole? {
    guard let item = items[name], let source = single(item) else { return nil }
    return log.count(source, in: limits).map { ($0, source) }
  }

  private func weight(_ name: String, _ items: [String: DataFile.Item]) -> Double? {
    guard let item = items[name], let source = single(item) else { return nil }
    return log.number(source, in: 0...1_000_000)
  }

  private func single(_ item: DataFile.Item) -> SourceText? {
    if !item.isList, let source = item.values.first { return source }
    log.report(.badText, item.name, "\(quoted(item.name.text)) is a list.", expected: "one value")
    return nil
  }

  /// The values of a list, all of them or none.
  private func counts(
    _ name: String, _ items: [String: DataFile.Item], in limits: ClosedRange<Int>, count: Int
  ) -> [Whole] {
    guard let item = items[name] else { return [] }
    guard item.isList, item.values.count == count else {
      log.report(
        .outOfRange, item.name,
        "\(quoted(name)) has \(item.values.count) value\(item.values.count == 1 ? "" : "s").",
        expected: "a list of \(count)")
      return []
    }
    return item.values.compactMap { source in
      log.count(source, in: limits).map { ($0, source) }
    }
  }

  private func isOrdered(_ least: Whole, _ most: Whole, _ what: String) -> Bool {
    if least.value <= most.value { return true }
    log.report(
      .reversed, most.source, "The greatest \(what), \(most.value), is below the least.",
      expected: "at least \(least.value)")
    return false
  }
}
