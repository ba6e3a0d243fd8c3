import CivilTime
import Rostering
import Workload

/// The workload classes with the places of their skills.
struct WorkloadSection {
  private(set) var classes: [WorkloadClass] = []
  private(set) var skills: [SourceText] = []

  init(_ section: SectionReader) {
    for part in section.sections("classes") {
      guard let workload = WorkloadSection.workloadClass(part) else { continue }
      if classes.contains(where: { $0.name == workload.name }) {
        part.log.report(
          .nameRepeated, at: part.value("name")?.place ?? part.place, value: workload.name,
          "The workload class \(quoted(workload.name)) is there twice.",
          action: "Give each class a name of its own.")
        continue
      }
      classes.append(workload)
      if let skill = part.value("skill") ?? part.value("name") { skills.append(skill) }
    }
  }

  private static func workloadClass(_ section: SectionReader) -> WorkloadClass? {
    let log = section.log
    let name = section.value("name").flatMap { log.name($0) }
    let goal = section.value("goal").flatMap { log.goal($0) }
    let takes = section.section("takes")
    let selector = TicketSelector(
      queues: (takes.values("queue") ?? []).map(\.text),
      urgencies: (takes.values("urgency") ?? []).map(\.text),
      channels: (takes.values("channel") ?? []).map(\.text))
    let usual = WorkloadClass(name: "", skill: "", goal: .meanWait(seconds: 0))
    let concurrency = section.number("concurrency", in: 1...100, default: usual.concurrency)
    let handle = section.seconds("handle-time", in: 1...864_000)
    let wrapUp = section.seconds("wrap-up", in: 0...86_400) ?? usual.wrapUpSeconds
    let shrinkage = section.percent("shrinkage", in: 0...0.95, default: usual.shrinkage)
    let occupancy = section.percent("occupancy", in: 0.05...1, default: usual.occupancyCeiling)
    let patience = section.seconds("patience", in: 1...864_000)
    let priority = section.count("priority", in: 1...9, default: usual.priority)
    let headStart = section.seconds("head-start", in: 0...86_400) ?? usual.headStartSeconds
    if let goal, goal.isDeferrable, let key = ["head-start", "priority"].first(where: section.has) {
      log.report(
        .conflicting, at: section.place(of: key),
        "Work with a deadline does not wait in a queue and has no \(key).",
        action: "Leave out \"\(key)\", or give the class a goal of an answer.")
    }
    if case .abandonment = goal, !section.has("patience") {
      log.report(
        .conflicting, at: section.place(of: "goal"),
        "A goal for those who give up needs to know when they do.", expected: "the key \"patience\""
      )
    }
    let backlog = section.number("backlog", in: 0...10_000_000, default: usual.backlogTickets)
    if let goal, !goal.isDeferrable, backlog > 0 {
      log.report(
        .conflicting, at: section.place(of: "backlog"),
        "Contacts that are answered at once do not wait for the horizon to begin.",
        action: "Leave out \"backlog\", or give the class a deadline.")
    }
    guard let name, let goal else { return nil }
    let skill = section.value("skill").flatMap { log.name($0) } ?? name
    var workload = WorkloadClass(
      name: name, takes: selector, skill: skill, goal: goal, handleSeconds: handle,
      wrapUpSeconds: wrapUp, shrinkage: shrinkage, occupancyCeiling: occupancy,
      patienceSeconds: patience, concurrency: concurrency)
    workload.priority = priority
    workload.headStartSeconds = headStart
    workload.backlogTickets = backlog
    return workload
  }
}

extension ProblemLog {
  /// A service goal: `80% in 30s`, `80/20`, `80/20s`, `mean wait 45s`, `at most 30%
  /// wait`, `at most 5% abandon`, `finished in 24h`, `finished in 8h working`.
  func goal(_ source: SourceText) -> ServiceGoal? {
    var words = source.text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    let isWorking = words.last == "working"
    if isWorking { words.removeLast() }
    let share = 0.01...1.0
    if !isWorking {
      if let slash = source.text.firstIndex(of: "/"),
        let percent = parsedNumber(
          trimmed(source.text[..<slash].filter { $0 != "%" && $0 != "％" })),
        let seconds = DurationText.seconds(
          source.text[source.text.index(after: slash)...], bareUnit: 1),
        (1...100).contains(percent), (0...86_400).contains(seconds)
      {
        return .answered(share: percent / 100, withinSeconds: seconds)
      }
      if words.count >= 3, words[1] == "in", words[0].hasSuffix("%") {
        let share = percent(source.part(words[0]), in: share)
        let seconds = goalSeconds(words.dropFirst(2), source)
        guard let share, let seconds else { return nil }
        return .answered(share: share, withinSeconds: seconds)
      }
      if words.count >= 3, words[0] == "mean", words[1] == "wait" {
        return goalSeconds(words.dropFirst(2), source).map { .meanWait(seconds: $0) }
      }
      if words.count == 4, words[0] == "at", words[1] == "most", words[2].hasSuffix("%") {
        guard let share = percent(source.part(words[2]), in: 0...1) else { return nil }
        if words[3].hasPrefix("wait") { return .waitProbability(atMost: share) }
        if words[3].hasPrefix("abandon") { return .abandonment(atMost: share) }
      }
    }
    if words.count >= 3, words[0] == "finished", words[1] == "in" {
      return goalSeconds(words.dropFirst(2), source).map {
        .finished(withinSeconds: $0, clock: isWorking ? .openingHours : .clockHours)
      }
    }
    report(
      .badGoal, source, "\(quoted(source.text)) is not a service goal.",
      expected: "\"80% in 30s\", \"mean wait 45s\", \"at most 30% wait\", \"at most 5% abandon\", "
        + "\"finished in 24h\" or \"finished in 8h working\"")
    return nil
  }

  private func goalSeconds(_ words: ArraySlice<String>, _ source: SourceText) -> Double? {
    seconds(source.part(words.joined(separator: " ")), in: 1...31_536_000).map(Double.init)
  }
}
