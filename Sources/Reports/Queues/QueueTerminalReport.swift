import PlainText
import Workload

/// What `queue` prints: agents needed and how the queue does, for one case or
/// as a table of several.
public struct QueueTerminalReport: Sendable {
  /// The language.
  public let language: ReportLanguage
  /// Colour and width.
  public let style: TerminalStyle

  /// A report.
  public init(language: ReportLanguage = .english, style: TerminalStyle = TerminalStyle()) {
    self.language = language
    self.style = style
  }

  // MARK: One case

  /// The report on one case, its lines ended by LF.
  public func text(_ answer: QueueAnswer) -> String {
    var lines = [style.paint(say(.title), .heading)] + settingLines(answer) + [""]
    lines += neededLines(answer) + [""]
    lines += measureLines(answer)
    if !answer.isStable { lines += ["", style.paint(say(.overloaded), .bad)] }
    if answer.question.agents != nil, answer.load > 0 {
      lines += ["", style.paint(say(.goalMet(answer.meetsGoal)), answer.meetsGoal ? .good : .bad)]
      if answer.isAboveCeiling { lines.append(style.paint(say(.aboveCeiling), .bad)) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func settingLines(_ answer: QueueAnswer) -> [String] {
    let question = answer.question
    var setting = [
      say(
        .setting(
          contacts: NumberText.short(question.arrivals, decimals: 3),
          per: durationWords(question.perSeconds), handle: durationWords(question.handleSeconds),
          load: NumberText.short(answer.load, decimals: 4)))
    ]
    if question.concurrency != 1 {
      setting.append(say(.atOnce(NumberText.short(question.concurrency, decimals: 2))))
    }
    setting.append(
      say(.model(answer.model, patience: durationWords(question.patienceSeconds ?? 0))))
    var goal = [goalWords(question)]
    if question.occupancyCeiling < 1 {
      goal.append(say(.occupancyAtMost(percent(question.occupancyCeiling, decimals: 1))))
    }
    return [setting.joined(separator: " · "), say(.goal(goal.joined(separator: " · ")))]
  }

  private func goalWords(_ question: QueueCase) -> String {
    func share(_ value: Double) -> String { NumberText.short(value * 100, decimals: 3) + " %" }
    switch question.goal {
    case .answered(let value, let seconds):
      let words = language.text(
        .goalAnswered(share: share(value), time: durationWords(seconds)))
      let comma = language == .english ? ", " : "，"
      return words + comma + say(.of(question.definition))
    case .meanWait(let seconds): return language.text(.goalMeanWait(time: durationWords(seconds)))
    case .waitProbability(let value): return language.text(.goalWaiting(share: share(value)))
    case .abandonment(let value): return language.text(.goalAbandonment(share: share(value)))
    case .finished(let seconds, let clock):
      return language.text(
        .goalFinished(time: durationWords(seconds), inOpeningHours: clock == .openingHours))
    }
  }

  private func neededLines(_ answer: QueueAnswer) -> [String] {
    var table = TerminalTable(
      [(say(.agentsNeeded), .leading), (say(.exact), .trailing), (say(.whole), .trailing)],
      limit: 70)
    let needed = answer.needed
    table.append([say(.serving), agents(needed.net), agents(needed.wholeNet)])
    table.append([
      say(.onDuty(shrinkage: percent(answer.question.shrinkage, decimals: 1))),
      agents(needed.gross), agents(needed.wholeGross),
    ])
    return table.lines(style)
  }

  private func measureLines(_ answer: QueueAnswer) -> [String] {
    // A given number stands alone; a needed one beside itself rounded up.
    let isGiven = answer.question.agents != nil
    let results = [answer.performance] + (isGiven ? [] : [answer.wholePerformance])
    let heads = [agents(answer.agents)] + (isGiven ? [] : [agents(answer.needed.wholeNet)])
    var table = TerminalTable(
      [(say(.servingNow), .leading)] + heads.map { ($0, .trailing) }, limit: 70)
    let within = durationWords(answer.thresholdSeconds)
    table.append([say(.waitProbability)] + results.map { percent($0.waitProbability) })
    table.append(
      [say(.serviceLevel(within: within, .ofOffered))] + results.map { percent($0.serviceLevel) })
    if answer.model == .erlangA {
      table.append(
        [say(.serviceLevel(within: within, .withoutQuickAbandons))]
          + results.map { percent($0.serviceLevelWithoutQuickAbandons) })
    }
    table.append([say(.meanWait)] + results.map { wait($0.meanWaitSeconds) })
    if answer.model != .erlangC {
      table.append([say(.abandonment)] + results.map { percent($0.abandonment) })
    }
    table.append([say(.occupancy)] + results.map { percent($0.occupancy) })
    return table.lines(style)
  }

  // MARK: Several cases

  /// A table of several cases, its lines ended by LF.
  public func text(_ answers: [QueueAnswer]) -> String {
    var table = TerminalTable(
      [
        (say(.queueName), .leading), (say(.arrivals), .trailing), (say(.handle), .trailing),
        (say(.modelColumn), .leading), (say(.serving), .trailing), (say(.whole), .trailing),
        (say(.onDutyWhole), .trailing), (say(.waitProbability), .trailing),
        (say(.shortServiceLevel), .trailing), (say(.meanWait), .trailing),
        (say(.abandonment), .trailing), (say(.occupancy), .trailing),
      ], limit: 24)
    for answer in answers {
      let question = answer.question
      let result = answer.performance
      let whole = question.agents.map { $0.rounded(.up) } ?? answer.needed.wholeNet
      let onDuty = question.agents.map { ($0 / (1 - question.shrinkage)).rounded(.up) }
      table.append(
        [
          question.name,
          NumberText.short(question.arrivals, decimals: 2) + " / "
            + durationWords(question.perSeconds), durationWords(question.handleSeconds),
          answer.model.rawValue, agents(answer.agents), agents(whole),
          agents(onDuty ?? answer.needed.wholeGross), percent(result.waitProbability),
          percent(result.serviceLevel(question.definition)), wait(result.meanWaitSeconds),
          percent(result.abandonment), percent(result.occupancy),
        ], role: answer.isStable ? nil : .bad)
    }
    return table.lines(style).joined(separator: "\n") + "\n"
  }

  // MARK: Words

  private func say(_ phrase: QueuePhrase) -> String { language.queueText(phrase) }

  private func agents(_ count: Double) -> String { NumberText.short(count, decimals: 3) }

  private func percent(_ share: Double, decimals: Int = 2) -> String {
    decimals == 2
      ? NumberText.percent(share, decimals: 2)
      : NumberText.short(share * 100, decimals: decimals) + " %"
  }

  private func wait(_ seconds: Double) -> String {
    guard seconds.isFinite else { return say(.withoutEnd) }
    return NumberText.fixed(seconds, decimals: seconds < 100 ? 2 : 1) + " s"
  }
}
