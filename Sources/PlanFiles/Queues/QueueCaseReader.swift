import Foundation
import Workload

/// Reads cases for the queueing calculator: from the options of a command and
/// from a CSV file whose empty fields take the options.
public struct QueueCaseReader: Sendable {
  /// The largest load that is worked out, in Erlangs.
  public static let mostErlangs = 1e8

  /// The texts of the options by column; the place is the option.
  private let options: [String: SourceText]

  /// A reader whose cases start from some options.
  ///
  /// - Parameter options: Texts by the name of the column they stand for,
  ///   such as `handle: "180s"`.
  public init(options: [String: String]) {
    self.options = Dictionary(
      uniqueKeysWithValues: options.map { name, text in
        (name, SourceText(text, at: SourcePlace(file: "--\(name)", field: name)))
      })
  }

  /// The case that the options describe.
  ///
  /// - Throws: Every problem at once.
  public func single() throws(PlanProblems) -> QueueCase {
    let log = ProblemLog()
    let read = queueCase(log: log) {
      options[$0]
    } missing: { name in
      log.report(
        .valueMissing, at: SourcePlace(file: "--\(name)", field: name),
        "The option --\(name) is missing.", expected: expectation(of: name))
    }
    guard let read, !log.hasErrors else { throw PlanProblems(log.problems) }
    return read
  }

  /// What is wrong with the options, where a file gives the rest.
  ///
  /// - Throws: Every problem at once.
  public func checkOptions() throws(PlanProblems) {
    let log = ProblemLog()
    _ = queueCase(log: log) {
      options[$0]
    } missing: { _ in
    }
    if log.hasErrors { throw PlanProblems(log.problems) }
  }

  /// The cases of a file, in order, with warnings of columns without meaning.
  ///
  /// - Throws: Every problem of the file at once.
  public func cases(
    in url: URL
  ) throws(PlanProblems) -> (cases: [QueueCase], warnings: [PlanProblem]) {
    let log = ProblemLog()
    var cases: [QueueCase] = []
    do throws(ByteSourceError) {
      let isPacked = url.pathExtension.lowercased() == "gz"
      let source: any ByteSource = isPacked ? try GzipSource(url) : try FileSource(url)
      cases = read(source, file: url.lastPathComponent, log: log)
    } catch {
      log.report(error, file: url.lastPathComponent, neededFor: "a table of queues")
    }
    if log.hasErrors { throw PlanProblems(log.problems) }
    return (cases, log.problems)
  }

  /// The cases of a text.
  ///
  /// - Throws: Every problem of the text at once.
  public func cases(
    in bytes: [UInt8], file: String
  ) throws(PlanProblems) -> (cases: [QueueCase], warnings: [PlanProblem]) {
    let log = ProblemLog()
    let cases = read(MemorySource(bytes), file: file, log: log)
    if log.hasErrors { throw PlanProblems(log.problems) }
    return (cases, log.problems)
  }

  private func read(_ source: any ByteSource, file: String, log: ProblemLog) -> [QueueCase] {
    var table = TableReader(source, file: file, schema: .queueCases, log: log)
    guard table.hasHeader else { return [] }
    var cases: [QueueCase] = []
    var count = 0
    while let row = table.next() {
      count += 1
      guard !row.isRagged else { continue }
      let read = queueCase(log: log) {
        row.value($0) ?? options[$0]
      } missing: { name in
        _ = row.required(name, expected: expectation(of: name))
      }
      if let read { cases.append(read) }
    }
    if count == 0, !log.hasErrors {
      log.report(
        .tableEmpty, at: SourcePlace(file: file), "The file has no case.",
        expected: "a row below the header for each queue")
    }
    return cases
  }

  private func expectation(of name: String) -> String {
    name == "arrivals" ? "a number of contacts such as 100" : "a length of time such as 180s"
  }

  // MARK: One case

  private func queueCase(
    log: ProblemLog, field: (String) -> SourceText?, missing: (String) -> Void
  ) -> QueueCase? {
    for name in ["arrivals", "handle"] where field(name) == nil { missing(name) }
    let arrivals = field("arrivals").flatMap { log.number($0, in: 0...1e9) }
    let headerUnit = field("arrivals").flatMap { DurationText.unit(ofHeader: $0.place.field) }
    let per = field("per").map { log.duration($0, above: 0) } ?? .some(headerUnit ?? 1_800)
    let handle = field("handle").flatMap { log.duration($0, above: 0) }
    let threshold = field("threshold").map { log.duration($0) }
    let goal = field("goal").map { calculatorGoal($0, log: log) }
    let patience = field("patience").map { log.duration($0) }
    let agents = field("agents").map { log.number($0, in: 0...1e12) }
    let concurrency = field("concurrency").map { log.number($0, in: 1...1_000) }
    let shrinkage = field("shrinkage").map { log.percent($0, in: 0...0.99) }
    let occupancy = field("occupancy").map { log.percent($0, in: 0.01...1) }
    let definition = field("definition").map {
      log.word($0, among: ServiceLevelDefinition.allCases.map { KnownWord($0.rawValue, $0) })
    }
    if case .abandonment = goal ?? nil, patience == nil, let source = field("goal") {
      log.report(
        .conflicting, source, "A goal for those who give up needs to know when they do.",
        expected: "a patience such as 300s")
    }
    guard let arrivals, let per, let handle else { return nil }
    var result = QueueCase(arrivals: arrivals, perSeconds: per, handleSeconds: handle)
    result.name = field("name")?.text ?? ""
    result.thresholdSeconds = threshold ?? nil
    result.goal =
      (goal ?? nil) ?? .answered(share: 0.8, withinSeconds: result.thresholdSeconds ?? 20)
    result.definition = (definition ?? nil) ?? .ofOffered
    result.patienceSeconds = patience ?? nil
    result.agents = agents ?? nil
    result.concurrency = (concurrency ?? nil) ?? 1
    result.shrinkage = (shrinkage ?? nil) ?? 0
    result.occupancyCeiling = (occupancy ?? nil) ?? 1
    guard result.queue.load <= QueueCaseReader.mostErlangs else {
      if let source = field("arrivals") {
        log.report(
          .outOfRange, source,
          "The load of \(plain(result.queue.load.rounded())) Erlangs is too large.",
          expected: "at most \(plain(QueueCaseReader.mostErlangs))")
      }
      return nil
    }
    return result
  }

  /// A goal that a queue can have: no deadline, and no share of all.
  private func calculatorGoal(_ source: SourceText, log: ProblemLog) -> ServiceGoal? {
    guard let goal = log.goal(source) else { return nil }
    switch goal {
    case .finished:
      log.report(
        .badGoal, source, "Work with a deadline does not queue for an agent.",
        expected: "a goal such as 80/20s")
    case .answered(let share, _) where share >= 1:
      log.report(
        .badGoal, source, "No number of agents answers everybody in time for certain.",
        expected: "a share below 100%, such as 99.9/20s")
    case .answered, .meanWait, .waitProbability, .abandonment: return goal
    }
    return nil
  }
}

extension ProblemLog {
  /// A length of time in seconds: with units, or a plain number of seconds or
  /// of what the header of its column says.
  func duration(
    _ source: SourceText, above least: Double? = nil, most: Double = 1e9
  ) -> Double? {
    let unit = DurationText.unit(ofHeader: source.place.field) ?? 1
    guard let seconds = DurationText.seconds(source.text, bareUnit: unit) else {
      report(
        .badSpan, source, "\(quoted(source.text)) is not a length of time.",
        expected: "a number with d, h, m or s, such as 180s, 30m or 0.5h")
      return nil
    }
    guard seconds <= most, least.map({ seconds > $0 }) ?? true else {
      report(
        .outOfRange, source, "\(quoted(source.text)) is out of range.",
        expected: least == nil ? "0s to \(plain(most))s" : "more than 0s, at most \(plain(most))s")
      return nil
    }
    return seconds
  }
}
