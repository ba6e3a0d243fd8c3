import PlainText
import Workload

/// The figures of a calculator's answer under the names that JSON and CSV
/// give them.
struct QueueFigures {
  let answer: QueueAnswer

  /// Names and values, in order; a mean wait without end is not finite.
  var members: [(key: String, value: Double)] {
    let needed = answer.needed
    return [
      ("load_erlangs", answer.load), ("agents", answer.agents),
      ("agents_gross", answer.agentsOnDuty),
    ] + Self.measures(answer.performance) + [
      ("threshold_seconds", answer.thresholdSeconds),
      ("agents_needed", needed.net), ("agents_needed_gross", needed.gross),
      ("agents_needed_whole", needed.wholeNet), ("agents_needed_gross_whole", needed.wholeGross),
    ]
  }

  static func measures(_ result: QueuePerformance) -> [(key: String, value: Double)] {
    [
      ("wait_probability", result.waitProbability), ("service_level", result.serviceLevel),
      ("service_level_without_quick_abandons", result.serviceLevelWithoutQuickAbandons),
      ("mean_wait_seconds", result.meanWaitSeconds), ("abandonment", result.abandonment),
      ("occupancy", result.occupancy),
    ]
  }
}

/// What `queue --format json` prints: the figures of one case, or `cases`.
///
/// `service_level` is of all offered. A mean wait without end is `null`, and
/// `stable` is false.
public struct QueueJSON: Sendable {
  /// The document, indented, with LF at the end.
  public let text: String

  /// The document of one case.
  public init(_ answer: QueueAnswer) { text = Self.tree(answer, isNamed: false).text }

  /// The document of several cases.
  public init(_ answers: [QueueAnswer]) {
    text = JSONTree.object([("cases", .array(answers.map { Self.tree($0, isNamed: true) }))]).text
  }

  private static func tree(_ answer: QueueAnswer, isNamed: Bool) -> JSONTree {
    var members: [(key: String, value: JSONTree)] = []
    if isNamed { members.append(("name", .string(answer.question.name))) }
    members.append(("model", .string(answer.model.rawValue)))
    members += QueueFigures(answer: answer).members.map { ($0.key, .real($0.value)) }
    members.append(("stable", .bool(answer.isStable)))
    members.append(("goal_met", .bool(answer.meetsGoal)))
    members.append(("service_level_definition", .string(answer.question.definition.rawValue)))
    members.append(("shrinkage", .real(answer.question.shrinkage)))
    members.append(("concurrency", .real(answer.question.concurrency)))
    let whole = QueueFigures.measures(answer.wholePerformance).map {
      (key: $0.key, value: JSONTree.real($0.value))
    }
    members.append(("with_whole_agents_needed", .object(whole)))
    return .object(members)
  }
}

/// What `queue --csv` prints: one row a case, the figures as JSON names them.
public struct QueueCSV: Sendable {
  /// The table.
  public let text: String

  /// The table of some cases.
  public init(_ answers: [QueueAnswer]) {
    var table: CSVText?
    for answer in answers {
      let members = QueueFigures(answer: answer).members
      var rows =
        table ?? CSVText(columns: ["name", "model"] + members.map(\.key) + ["stable", "goal_met"])
      rows.append(
        [.text(answer.question.name), .plain(answer.model.rawValue)]
          + members.map { .plain(NumberText.significant($0.value)) }
          + [.plain("\(answer.isStable)"), .plain("\(answer.meetsGoal)")])
      table = rows
    }
    text = table?.text ?? ""
  }
}
