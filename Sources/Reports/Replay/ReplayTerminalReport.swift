import PlainText
import Rostering
import Simulation

/// What `simulate` prints: the level of each class, a strip by interval, the
/// backlog by day, and where the formulas mislead.
public struct ReplayTerminalReport: Sendable {
  /// The facts of the simulation.
  public let facts: ReplayFacts
  /// The language.
  public let language: ReportLanguage
  /// Colour and width.
  public let style: TerminalStyle

  /// A report on a simulation.
  public init(
    _ facts: ReplayFacts, language: ReportLanguage = .english,
    style: TerminalStyle = TerminalStyle()
  ) {
    self.facts = facts
    self.language = language
    self.style = style
  }

  private var words: ReplayWords { ReplayWords(facts: facts, language: language) }
  private var horizon: PlanHorizon { facts.plan.horizon }

  /// The report, its lines ended by LF.
  public var text: String {
    var lines = [
      style.paint(
        "\(words.say(.title)): \(DisplayWidth.printable(facts.plan.name))", .heading),
      language.period(from: horizon.firstDate, to: horizon.lastDate) + " · " + words.setting, "",
    ]
    lines += classLines
    for kind in facts.classes where kind.replay.backlog == nil { lines += [""] + levelLines(kind) }
    if facts.classes.contains(where: { $0.replay.backlog != nil }) { lines += [""] + backlogLines }
    if facts.comparedIntervals > 0 { lines += [""] + formulaLines }
    return lines.joined(separator: "\n") + "\n"
  }

  private var classLines: [String] {
    var table = TerminalTable(
      [
        (language.text(Phrase.workClass), .leading), (language.text(Phrase.goal), .leading),
        (words.say(.contacts), .trailing), (words.say(.inTime), .trailing),
        (words.say(.giveUp), .trailing), (words.say(.meanWait), .trailing),
        (words.say(.occupancy), .trailing), (words.say(.met), .leading),
      ], limit: 34)
    for kind in facts.classes {
      let total = kind.replay.total
      table.append(
        [
          kind.name, words.goal(kind.workload), NumberText.grouped(total.offered.value),
          words.percent(total.serviceLevel),
          kind.replay.backlog == nil ? words.percent(total.abandonment) : "–",
          words.wait(total.meanWaitSeconds),
          total.occupancy.map { NumberText.percent($0) } ?? "–", words.met(kind),
        ], role: kind.isMet == false ? .bad : nil)
    }
    return table.lines(style)
  }

  /// A strip a day: how many are answered in time in each interval.
  private func levelLines(_ kind: ReplayClassFacts) -> [String] {
    let labels = (0..<horizon.dayCount).map { words.day($0) }
    let labelWidth = labels.map(DisplayWidth.columns).max() ?? 0
    let fitsHalfHours = labelWidth + 4 + 48 + 9 <= style.width
    let group = max(1, (fitsHalfHours ? 30 : 60) / horizon.intervalMinutes)
    let columns = horizon.intervalsPerDay / group
    let scale = ["00", "06", "12", "18"].map { DisplayWidth.padded($0, to: columns / 4) }.joined()
    var lines = [
      style.paint(
        "\(DisplayWidth.printable(kind.name)): \(words.say(.levelByInterval))", .heading) + "  "
        + words.say(.levelNote),
      String(repeating: " ", count: labelWidth + 4) + scale,
    ]
    for day in 0..<horizon.dayCount {
      let first = day * horizon.intervalsPerDay
      let bars = stride(from: first, to: first + horizon.intervalsPerDay, by: group).map {
        start -> Double in
        let cells = (start..<(start + group)).compactMap { interval in
          kind.replay.intervals[interval].serviceLevel.map {
            (kind.replay.intervals[interval].offered.value, $0.value)
          }
        }
        let contacts = cells.reduce(0) { $0 + $1.0 }
        guard contacts > 0 else { return 0 }
        // The lowest block stands for nobody in time, a blank for nobody there.
        return max(0.01, cells.reduce(0) { $0 + $1.0 * $1.1 } / contacts)
      }
      let level = kind.replay.days[day].serviceLevel
      let label = DisplayWidth.padded(labels[day], to: labelWidth)
      let isBelow = level.map { $0.value < kind.wantedShare ?? 0 } ?? false
      lines.append(
        "  \(label)  " + BlockChart.bars(bars, top: 1) + "  "
          + style.paint(
            level.map { NumberText.percent($0.value) } ?? "–", isBelow ? .bad : .good))
    }
    return lines
  }

  private var backlogLines: [String] {
    var lines = [
      style.paint(words.say(.backlogByDay), .heading) + "  " + words.say(.backlogNote)
    ]
    for kind in facts.classes {
      guard let backlog = kind.replay.backlog else { continue }
      let top = backlog.byDay.map(\.high).max() ?? 0
      var table = TerminalTable([
        (DisplayWidth.printable(kind.name), .leading), (words.say(.tickets), .trailing),
        (words.say(.tenToNinety), .trailing), (words.say(.clearedShare), .trailing), ("", .leading),
      ])
      for (day, band) in backlog.byDay.enumerated() {
        table.append([
          words.day(day), NumberText.grouped(band.mean, decimals: band.mean < 10 ? 1 : 0),
          NumberText.grouped(band.low) + "–" + NumberText.grouped(band.high),
          NumberText.percent(backlog.clearedOn[day]),
          BlockChart.bar(top > 0 ? band.mean / top : 0, width: 30),
        ])
      }
      lines += table.lines(style)
      if let sentence = words.backlog(kind) { lines.append("  " + sentence) }
    }
    return lines
  }

  private static let shownDeviations = 12

  private var formulaLines: [String] {
    let worst = facts.worstDeviations
    var lines = [style.paint(words.say(.formulas), .heading), "  " + words.formulas]
    guard !worst.isEmpty else { return lines }
    var table = TerminalTable(
      [
        (language.text(Phrase.time), .leading), (language.text(Phrase.skill), .leading),
        (words.say(.contacts), .trailing), (words.say(.formula), .trailing),
        (words.say(.simulated), .trailing), (words.say(.why), .leading),
      ], limit: 60)
    for deviation in worst.prefix(Self.shownDeviations) {
      table.append([
        words.span(deviation.intervals), deviation.skill,
        NumberText.grouped(deviation.contacts), NumberText.percent(deviation.formula),
        NumberText.percent(deviation.simulated), words.say(.cause(deviation.cause)),
      ])
    }
    lines += table.lines(style)
    if worst.count > Self.shownDeviations {
      lines.append("  " + words.say(.furtherDeviations(worst.count - Self.shownDeviations)))
    }
    return lines
  }
}
