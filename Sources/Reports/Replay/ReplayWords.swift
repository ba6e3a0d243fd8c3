import PlainText
import Rostering
import Simulation
import Workload

/// A simulation's figures in words, the same in every renderer.
struct ReplayWords {
  let facts: ReplayFacts
  let language: ReportLanguage

  func say(_ phrase: ReplayPhrase) -> String { language.replayText(phrase) }

  /// How it was simulated.
  var setting: String {
    var parts = [
      say(
        .setting(
          replications: facts.result.replications,
          contacts: NumberText.grouped(facts.result.contacts), seed: "\(facts.seed)")),
      say(.handleTimes(facts.handleTimes)),
      say(.levels(areVaried: !facts.dayVariances.isEmpty)),
    ]
    if facts.noShow > 0 { parts.append(say(.noShows(share(facts.noShow)))) }
    return parts.joined(separator: " · ")
  }

  /// `82.1 ± 0.4 %`; a dash for nothing.
  func percent(_ estimate: Estimate?) -> String {
    guard let estimate else { return "–" }
    let value = NumberText.fixed(estimate.value * 100, decimals: 1)
    guard estimate.margin.isFinite else { return "\(value) %" }
    return "\(value) ± \(NumberText.fixed(estimate.margin * 100, decimals: 1)) %"
  }

  /// `8.2 ± 0.1 s`, in minutes or hours when long; a dash for nothing.
  func wait(_ estimate: Estimate?) -> String {
    guard let estimate else { return "–" }
    let (unit, word) =
      estimate.value >= 7_200 ? (3_600.0, "h") : estimate.value >= 120 ? (60, "min") : (1, "s")
    let value = NumberText.fixed(estimate.value / unit, decimals: 1)
    guard estimate.margin.isFinite else { return "\(value) \(word)" }
    return "\(value) ± \(NumberText.fixed(estimate.margin / unit, decimals: 1)) \(word)"
  }

  func share(_ value: Double) -> String { NumberText.short(value * 100, decimals: 1) + " %" }

  func goal(_ workload: WorkloadClass) -> String {
    switch workload.goal {
    case .answered(let value, let seconds):
      language.text(Phrase.goalAnswered(share: share(value), time: durationWords(seconds)))
    case .meanWait(let seconds): language.text(Phrase.goalMeanWait(time: durationWords(seconds)))
    case .waitProbability(let value): language.text(Phrase.goalWaiting(share: share(value)))
    case .abandonment(let value): language.text(Phrase.goalAbandonment(share: share(value)))
    case .finished(let seconds, let clock):
      language.text(
        Phrase.goalFinished(time: durationWords(seconds), inOpeningHours: clock == .openingHours))
    }
  }

  func met(_ kind: ReplayClassFacts) -> String { kind.isMet.map { $0 ? "✓" : "✗" } ?? "–" }

  /// A day of the horizon.
  func day(_ day: Int) -> String { language.shortDate(facts.plan.horizon.date(ofDay: day)) }

  /// The end of an interval as a date and a time.
  func moment(endOf interval: Int) -> String {
    let horizon = facts.plan.horizon
    let day = interval / horizon.intervalsPerDay
    let minute = (interval + 1) * horizon.intervalMinutes
    return "\(self.day(day)) \(clockWords(ofMinute: minute, fromDay: day))"
  }

  /// A run of intervals as a date and a span.
  func span(_ intervals: Range<Int>) -> String {
    let horizon = facts.plan.horizon
    let day = intervals.lowerBound / horizon.intervalsPerDay
    let length = horizon.intervalMinutes
    let minutes = intervals.lowerBound * length..<intervals.upperBound * length
    return "\(self.day(day)) \(spanWords(minutes, fromDay: day))"
  }

  /// When the backlog of a class is highest and when it is worked off.
  func backlog(_ kind: ReplayClassFacts) -> String? {
    guard let backlog = kind.replay.backlog, let highest = kind.highestBacklog else { return nil }
    let first = say(
      .backlogHighest(
        className: DisplayWidth.printable(kind.name), moment: moment(endOf: highest.interval),
        tickets: NumberText.grouped(highest.tickets, decimals: highest.tickets < 10 ? 1 : 0)))
    guard let standing = backlog.standingDays else { return first + " " + say(.backlogClearsDaily) }
    let from = day(standing.lowerBound)
    guard let clearing = backlog.clearingDay else {
      return first + " " + say(.backlogStays(from: from))
    }
    return first + " " + say(.backlogClears(from: from, day: day(clearing)))
  }

  var formulas: String {
    facts.missedIntervals == 0
      ? say(.formulasAgree(intervals: facts.comparedIntervals))
      : say(
        .formulasMiss(missed: facts.missedIntervals, intervals: facts.comparedIntervals))
  }
}
