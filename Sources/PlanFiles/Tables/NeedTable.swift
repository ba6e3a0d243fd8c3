import CivilTime
import Rostering

/// The agents wanted of need.csv.
struct NeedTable {
  /// The skills in the order of their first mention.
  private(set) var skills: [SourceText] = []
  /// For each skill its agents by interval of the horizon.
  private(set) var agents: [[Double]] = []

  init(_ table: TableReader, horizon: PlanHorizon, log: ProblemLog) {
    var table = table
    guard table.hasHeader else { return }
    var lines: [[Int]] = []
    var indexOfSkill: [String: Int] = [:]
    while let row = table.next() {
      guard !row.isRagged else { continue }
      let skill = row.required("skill").flatMap { source in log.name(source).map { _ in source } }
      let count = row.required("agents").flatMap { log.number($0, in: 0...100_000) }
      let interval = NeedTable.interval(row, horizon: horizon, log: log)
      guard let skill, let count, let interval else { continue }
      var index = indexOfSkill[skill.text]
      if index == nil {
        guard skills.count < PlanNames.skillLimit else {
          log.report(
            .outOfRange, skill, "The file names too many skills.",
            expected: "at most \(PlanNames.skillLimit)")
          return
        }
        index = skills.count
        indexOfSkill[skill.text] = skills.count
        skills.append(skill)
        agents.append(Array(repeating: 0, count: horizon.intervalCount))
        lines.append(Array(repeating: 0, count: horizon.intervalCount))
      }
      guard let index else { continue }
      if lines[index][interval] > 0 {
        log.report(
          .rowRepeated, at: row.place, value: skill.text,
          "The interval has a need of \(quoted(skill.text)) already, in line "
            + "\(lines[index][interval]).",
          action: "Remove one of the two rows.")
      }
      lines[index][interval] = row.place.line
      agents[index][interval] = count
    }
  }

  private static func interval(
    _ row: TableRow, horizon: PlanHorizon, log: ProblemLog
  ) -> Int? {
    let dateSource = row.required("date")
    let startSource = row.required("start")
    let date = dateSource.flatMap { log.date($0) }
    let minute = startSource.flatMap { log.clockTime($0) }
    guard let date, let minute, let dateSource, let startSource else { return nil }
    guard minute % horizon.intervalMinutes == 0, minute < 1_440 else {
      log.report(
        .offInterval, startSource,
        "\(quoted(startSource.text)) is no start of an interval of \(horizon.intervalMinutes) min.",
        expected: "a multiple of \(horizon.intervalMinutes) min before 24:00")
      return nil
    }
    let day = horizon.day(of: date)
    guard (0..<horizon.dayCount).contains(day) else {
      log.report(
        .outsideHorizon, dateSource, "\(date) is no day of the plan; the row is not used.",
        expected: "days from \(horizon.firstDate) to \(horizon.lastDate)")
      return nil
    }
    return day * horizon.intervalsPerDay + minute / horizon.intervalMinutes
  }
}
