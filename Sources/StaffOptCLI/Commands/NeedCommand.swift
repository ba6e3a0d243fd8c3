import ArgumentParser
import StaffOptKit

/// `staffopt need`: agents wanted by interval and skill.
struct NeedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "need",
    abstract: "Show how many agents a plan needs, by day, interval and skill.")

  @OptionGroup var plan: PlanArgument

  @Option(help: "The language: en, zh-Hans or zh-Hant.")
  var lang: ReportLanguage = .english

  @Option(help: "Write a page with a chart of each day and class to this file.")
  var html: String?

  @Flag(help: "Print as CSV: date, start, skill, agents. A plan takes it back as its need.")
  var csv = false

  func run() throws {
    let loaded = try plan.load(lang, tellsLostRows: false)
    for treatment in loaded.historyTreatments {
      Console.say("history: \(lang.words(treatment))")
    }
    let plan = loaded.plan
    if csv {
      Console.write(NeedWriter(horizon: plan.horizon).csv(plan.need))
    } else {
      let report = NeedTerminalReport(
        plan.need, detail: loaded.need, agents: loaded.agentsForecast, horizon: plan.horizon,
        calendar: plan.calendar,
        language: lang,
        style: TerminalStyle(usesColour: Console.wantsColour))
      Console.write(report.text)
    }
    guard let html else { return }
    guard let agents = loaded.agentsForecast else {
      Console.say("error: the plan gives its need as agents, so there are no bands to draw")
      throw ExitStatus.failure
    }
    let page = ForecastPage(
      agents: agents, title: plan.name, zone: plan.horizon.clock.identifier, language: lang)
    try writing { try OutputFolder.write(page.text, toFile: html) }
    Console.written(to: html, lang)
  }
}
