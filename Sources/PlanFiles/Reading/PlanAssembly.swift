import CivilTime
import Foundation
import Rostering
import Workload

/// Puts a plan together from its files, section by section. Goes on after
/// problems as far as the parts do not need each other.
final class PlanAssembly {
  private let folder: PlanFolder
  private let catalogue: [RuleDefinition]
  private let scenarios: [ScenarioText]
  private let log: ProblemLog
  private var historySection: HistorySection?

  init(folder: PlanFolder, catalogue: [RuleDefinition], scenarios: [ScenarioText] = []) {
    self.folder = folder
    self.catalogue = catalogue
    self.scenarios = scenarios
    log = folder.log
  }

  /// The plan, or nil where a part is missing that a plan cannot be without.
  func document() -> PlanDocument? {
    guard let root = root() else {
      // The staff can be looked at without the plan's settings.
      _ = staff(named: "staff.csv", at: nil, context: StaffTable.Context())
      return nil
    }
    let basics = HorizonSection(root, folderName: folder.name)
    let calendar = CalendarSection(root.section("calendar"))
    let opening = OpeningSection(root, calendar: calendar.calendar)
    let picker = basics.horizon.map { horizon in
      DayPicker(horizon: horizon, calendar: calendar.calendar, log: log)
    }
    let shifts = ShiftSection(root, picker: picker)
    let modes = ModesSection(root, patterns: shifts.patterns, opening: opening, picker: picker)
    let rules = RulesSection(root, catalogue: catalogue, patterns: shifts.patterns)
    let workloadSection = root.section("workload")
    let workload = WorkloadSection(workloadSection)
    let pay = root.section("pay")
    let context = staffContext(root, pay: pay, horizon: basics.horizon)
    let staffFile = file("staff", root)
    let staff = staff(named: staffFile.name, at: staffFile.place, context: context)

    // Read also where the horizon is missing, for their own problems.
    let payPolicy = PayPolicy(pay)
    let night = NightWindow(root.section("night"))
    let fairness = FairnessPrices(root.section("fairness"))
    let choice = ChoicePrices(root.section("choice"))
    let standby = StandbyPolicy(root.section("standby"))
    let prices = root.section("prices")
    let cover = CoverPrices(prices)
    let peaks = PeakWindow.windows(prices)
    let rampUp = RampUp(root.section("ramp-up"), dayCount: basics.horizon?.dayCount)
    guard let horizon = basics.horizon, let picker else { return nil }

    let given = givenNeed(workloadSection, horizon: horizon)
    let names = PlanNames(
      classSkills: workload.skills, needSkills: given?.skills ?? [], modeSkills: modes.skills,
      patterns: shifts, staff: staff, log: log)
    names.checkScopes(rules)
    let skills = names.limitedSkills(at: root.place)
    var need = CoverNeed(
      skills: skills,
      agents: Array(
        repeating: Array(repeating: 0, count: horizon.intervalCount), count: skills.count))
    for (skill, agents) in zip(given?.skills ?? [], given?.agents ?? []) {
      if let index = skills.firstIndex(of: skill.text) { need.agents[index] = agents }
    }
    var plan = RosterPlan(
      name: basics.name, horizon: horizon, patterns: shifts.patterns, employees: staff.employees,
      need: need)
    plan.currency = basics.currency
    plan.openingMinutes = (0..<horizon.dayCount).map { opening.hours(on: horizon.date(ofDay: $0)) }
    plan.calendar = calendar.calendar
    plan.pay = payPolicy
    plan.night = night
    plan.rules = names.resolved(rules.rules)
    plan.rampUp = rampUp
    plan.modes = modes.modes
    plan.fairness = fairness
    plan.choice = choice
    plan.cover = cover
    plan.standby = standby
    plan.peaks = peaks
    readTables(into: &plan, root: root, staff: staff, picker: picker, prices: prices)

    var workloadPlan = WorkloadPlan(
      classes: workload.classes, opening: opening.openingHours, labels: calendar.labels)
    workloadPlan.adjustments =
      AdjustmentsSection(
        workloadSection, classes: workload.classes, calendar: calendar, horizon: horizon
      ).adjustments
    workloadPlan.leavesDeadlineWorkFree =
      workloadSection.value("deadline-work")
      .flatMap { log.word($0, among: [KnownWord("free", true), KnownWord("level", false)]) }
      ?? false
    readHistory(workloadSection, horizon: horizon, into: &workloadPlan)
    let givenSkills = (given?.skills ?? []).map(\.text)
    PlanChecks(
      plan: plan, workload: workloadPlan, givenNeedSkills: givenSkills,
      namesHistory: workloadSection.has("history") || workloadSection.has("need") && given == nil,
      knowsOpening: opening.isComplete, knowsAllShifts: log.unreadShifts.isEmpty, log: log
    ).report(
      shiftPlaces: shifts.places,
      openingPlace: root.has("opening")
        ? root.place(of: "opening") : SourcePlace(file: root.place.file, field: "opening"),
      place: root.place)
    reportUnreadFiles(root, need: workloadSection.value("need")?.text)
    var document = PlanDocument(
      plan: plan, workload: workloadPlan, givenNeedSkills: givenSkills,
      warnings: log.problems.filter { !$0.code.isError })
    document.historySection = historySection
    return document
  }

  // MARK: Files

  private func root() -> SectionReader? {
    let file = PlanFolderReader.planFile
    let purpose = "the plan's settings"
    guard let bytes = folder.bytes(of: file, limit: PlanYaml.sizeLimit, neededFor: purpose),
      var node = PlanYaml(file: file, log: log).root(of: bytes)
    else { return nil }
    for scenario in scenarios {
      let root = PlanYaml(file: scenario.file, log: log).root(of: Array(scenario.text.utf8))
      if let overlay = root?.child("plan") { node = node.overlaid(by: overlay) }
    }
    return SectionReader(
      withShifts(node), key: PlanReference.plan(rules: catalogue), log: log)
  }

  /// A plan that names a file of shifts (`shifts: shifts.yaml`) with the list
  /// of that file in its place.
  private func withShifts(_ root: PlanNode) -> PlanNode {
    guard case .map(var entries) = root.content,
      let index = entries.firstIndex(where: { $0.key.text == "shifts" }),
      case .scalar(let name?) = entries[index].value.content
    else { return root }
    let place = entries[index].value.place
    var root = root
    entries[index].value = shifts(in: name, namedAt: place)
    root.content = .map(entries)
    return root
  }

  /// The list of shifts of a file; an empty list after a problem.
  private func shifts(in file: String, namedAt place: SourcePlace) -> PlanNode {
    let nothing = PlanNode(content: .list([]), place: place)
    guard
      var source = folder.source(
        of: file, isRequired: true, namedAt: place, purpose: "a file of shifts")
    else { return nothing }
    var bytes: [UInt8] = []
    do throws(ByteSourceError) {
      while bytes.count <= PlanYaml.sizeLimit {
        let piece = try source.next()
        if piece.isEmpty { break }
        bytes += piece
      }
    } catch {
      log.report(error, file: file, neededFor: "the plan's shifts")
      return nothing
    }
    guard bytes.count <= PlanYaml.sizeLimit,
      let root = PlanYaml(file: file, log: log).root(of: bytes)
    else { return nothing }
    if case .list = root.content { return root }
    if case .map(let entries) = root.content, entries.count == 1,
      let entry = entries.first, entry.key.text == "shifts", case .list = entry.value.content
    {
      return entry.value
    }
    log.report(
      .yamlShape, at: SourcePlace(file: file, line: 1, column: 1),
      "The file has \(root.form) instead of shifts.",
      expected: "a list of shifts, alone or under \"shifts\"")
    return nothing
  }

  /// The name of a CSV file and where the plan gives it.
  private func file(_ key: String, _ root: SectionReader) -> (name: String, place: SourcePlace?) {
    let section = root.section("files")
    return (section.text(key, default: "\(key).csv"), section.value(key)?.place)
  }

  /// Warns of files that look like tables and are none of those that are read.
  private func reportUnreadFiles(_ root: SectionReader, need: String?) {
    let keys = ["staff", "requests", "availability", "pinned", "history-roster"]
    UnreadFiles(
      fileOfTable: keys.map { ($0, file($0, root).name) },
      others: Set([historySection?.file, need].compactMap { $0 })
    ).report(in: folder)
  }

  private func table(
    _ key: String, _ root: SectionReader, schema: TableSchema
  ) -> TableReader? {
    let (name, place) = file(key, root)
    let source = folder.source(
      of: name, isRequired: schema.isRequired, namedAt: place, purpose: schema.summary)
    // Rosters that the program wrote have columns of their own.
    let isForeign = key == "history-roster"
    return source.map {
      TableReader($0, file: name, schema: schema, reportsUnknown: !isForeign, log: log)
    }
  }

  private func staff(
    named name: String, at place: SourcePlace?, context: StaffTable.Context
  ) -> StaffTable {
    let schema = TableSchema.staff
    let source = folder.source(
      of: name, isRequired: true, namedAt: place, purpose: schema.summary)
    guard let source else { return StaffTable() }
    return StaffTable(
      TableReader(source, file: name, schema: schema, log: log), context: context, log: log)
  }

  private func staffContext(
    _ root: SectionReader, pay: SectionReader, horizon: PlanHorizon?
  ) -> StaffTable.Context {
    let newAgents = root.section("new-agents")
    var context = StaffTable.Context()
    context.firstDate = horizon?.firstDate
    context.lastDate = horizon?.lastDate
    context.monthlyHours = pay.number("monthly-hours", in: 1...744, default: context.monthlyHours)
    context.newAgentShare = newAgents.percent(
      "first", in: 0.1...1, default: context.newAgentShare)
    context.fullAfterDays =
      newAgents.minutes(
        "full-after", in: 0...(3_660 * 1_440), default: context.fullAfterDays * 1_440) / 1_440
    return context
  }

  private func readTables(
    into plan: inout RosterPlan, root: SectionReader, staff: StaffTable, picker: DayPicker,
    prices: SectionReader
  ) {
    let horizon = picker.horizon
    if let table = table("requests", root, schema: .requests) {
      plan.requests =
        RequestsTable(
          table, horizon: horizon, calendar: picker.calendar, patterns: plan.patterns,
          staff: staff, prices: prices, log: log
        ).requests
    } else {
      // The prices are checked even where no request uses them.
      _ = prices.price("asked-leave", default: 0)
      _ = prices.price("wish", default: 0)
    }
    if let table = table("availability", root, schema: .availability) {
      plan.availability =
        AvailabilityTable(table, picker: picker, staff: staff, log: log).windows
    }
    if let table = table("pinned", root, schema: .pinned) {
      let pinned = PinnedTable(
        table, horizon: horizon, patterns: plan.patterns, staff: staff, log: log)
      plan.pinnedDays = pinned.days
      PinnedChecks(plan: plan, log: log).report(places: pinned.places)
    }
    if let table = table("history-roster", root, schema: .historyRoster) {
      let history = HistoryRosterTable(
        table, horizon: horizon, patterns: plan.patterns, staff: staff, log: log)
      plan.history = history.shifts
      plan.historyStartDay = history.firstDay
    }
    if let source = root.value("history-known-from"), let date = log.date(source) {
      let day = horizon.day(of: date)
      if day < -HistoryRosterTable.longestDays {
        log.report(
          .outOfRange, source, "\(date) is too long before the plan.",
          expected: "a date from \(horizon.date(ofDay: -HistoryRosterTable.longestDays)) on")
        return
      }
      if day > plan.historyStartDay {
        log.report(
          .conflicting, source,
          "The shifts before the plan are known from \(horizon.date(ofDay: plan.historyStartDay)) on.",
          expected: "that date or an earlier one")
      }
      plan.historyStartDay = min(day, plan.historyStartDay)
    }
  }

  private func givenNeed(_ section: SectionReader, horizon: PlanHorizon) -> NeedTable? {
    guard let name = section.value("need") else { return nil }
    let schema = TableSchema.need
    let source = folder.source(
      of: name.text, isRequired: true, namedAt: name.place, purpose: schema.summary)
    return source.map { source in
      NeedTable(
        TableReader(source, file: name.text, schema: schema, log: log), horizon: horizon, log: log)
    }
  }

  private func readHistory(
    _ section: SectionReader, horizon: PlanHorizon, into workload: inout WorkloadPlan
  ) {
    guard section.has("history") else { return }
    let settings = HistorySection(section.section("history"), horizon: horizon)
    let source = folder.source(
      of: settings.file, isRequired: true,
      namedAt: settings.filePlace ?? section.place(of: "history"),
      purpose: TableSchema.tickets.summary)
    workload.trustedDates = Set(settings.trustedDates)
    historySection = settings
    guard let source else { return }
    var reader = TicketLog(
      settings, intervalMinutes: horizon.intervalMinutes, zone: horizon.clock.identifier, log: log)
    workload.history = reader?.history(from: source, labels: workload.labels)
  }
}
