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

  @Flag(help: "Print as CSV: date, start, skill, agents. A plan takes it back as its need.")
  var csv = false

  func run() throws {
    let loaded = try plan.load()
    for notice in loaded.historyNotices { Console.say("history: \(notice)") }
    let plan = loaded.plan
    if csv {
      Console.write(NeedWriter(horizon: plan.horizon).csv(plan.need))
    } else {
      let report = NeedTerminalReport(
        plan.need, detail: loaded.need, horizon: plan.horizon, calendar: plan.calendar,
        language: lang,
        style: TerminalStyle(usesColour: Console.wantsColour))
      Console.write(report.text)
    }
  }
}
