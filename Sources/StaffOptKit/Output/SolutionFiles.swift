import PlanFiles
import Reports
import Rostering

/// The files that a solved plan is handed out as.
public struct SolutionFiles: Sendable {
  /// The plan with what its need was made from.
  public let loaded: LoadedPlan
  /// The facts of the roster.
  public let facts: RosterFacts
  /// The language of the report and the calendars.
  public let language: ReportLanguage

  /// The files of a roster.
  public init(loaded: LoadedPlan, facts: RosterFacts, language: ReportLanguage = .english) {
    self.loaded = loaded
    self.facts = facts
    self.language = language
  }

  /// All files: roster.csv, coverage.csv, summary.json, report.html and one
  /// calendar a person.
  ///
  /// - Throws: If the report's template cannot be rendered.
  public func all() throws(ReportTemplateError) -> [OutputFile] {
    let plan = loaded.plan
    return [
      OutputFile(path: "roster.csv", contents: RosterWriter(plan: plan).csv(facts.roster)),
      OutputFile(path: "coverage.csv", contents: coverage),
      OutputFile(path: "summary.json", contents: SummaryJSON(facts).text),
      OutputFile(
        path: "report.html",
        contents: try HTMLReport(
          facts, language: language, agents: loaded.agentsForecast
        ).render()),
    ] + CalendarWriter(plan: plan, words: language.calendarWords).files(for: facts.roster)
  }

  /// Heads on shifts where the plan's need is of that kind, agents in each
  /// interval otherwise.
  private var coverage: String {
    if facts.shiftCover != nil {
      return ShiftCoverageWriter(plan: loaded.plan).csv(facts.audit.patternCells)
    }
    return CoverageWriter(plan: loaded.plan).csv(
      facts.audit.coverage, serviceLevels: loaded.serviceLevels(of: facts.audit.coverage))
  }

  /// Writes all files into a folder, all or none; calendars of people who are
  /// gone are removed.
  public func write(to folder: String) throws {
    try OutputFolder(path: folder).write(try all(), removing: [CalendarWriter.staleFiles])
  }
}

extension ReportLanguage {
  /// The words of the calendars in this language.
  var calendarWords: CalendarWords {
    switch self {
    case .english: .english
    case .simplifiedChinese: .simplifiedChinese
    case .traditionalChinese: .traditionalChinese
    }
  }
}
