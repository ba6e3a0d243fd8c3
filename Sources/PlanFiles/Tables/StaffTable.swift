import CivilTime
import Rostering

/// The people of staff.csv, and how other files may call them.
struct StaffTable {
  private(set) var employees: [Employee] = []
  /// The skills in the order of their first mention, with where that is.
  private(set) var skills: [SourceText] = []
  /// Every id that a row of the file has, also of rows with problems.
  private var indexOfName: [String: Int] = [:]
  private var ambiguousNames: Set<String> = []
  private var knownIDs: Set<String> = []
  private var lineOfID: [String: Int] = [:]
  /// True if people may be missing because the file could not be read.
  private(set) var isIncomplete = true

  /// What the file needs to know of plan.yaml.
  struct Context {
    /// The horizon's first day; nil after a problem with it.
    var firstDate: CivilDate?
    var lastDate: CivilDate?
    /// Hours that a monthly pay stands for.
    var monthlyHours = 174.0
    /// What a new agent counts on the first day, 0 to 1.
    var newAgentShare = 0.5
    /// Days after which a new agent counts in full.
    var fullAfterDays = 90
  }

  private static let choices = [
    KnownWord("pay", PayOrRest.pay, aliases: ["加班费", "加班工资", "要钱", "三倍工资"]),
    KnownWord("rest", .rest, aliases: ["调休", "休息", "补休"]),
    KnownWord("either", .either, aliases: ["any", "都可以", "均可", "无所谓", "随意"]),
  ]

  /// A staff of nobody, for a file that is not there.
  init() {}

  /// The staff of a plan that is read already.
  init(_ employees: [Employee]) {
    isIncomplete = false
    for employee in employees { insert(employee) }
  }

  private mutating func insert(_ employee: Employee) {
    knownIDs.insert(employee.id)
    if indexOfName[employee.name] != nil { ambiguousNames.insert(employee.name) }
    indexOfName[employee.name] = employees.count
    employees.append(employee)
  }

  init(_ table: TableReader, context: Context, log: ProblemLog) {
    var table = table
    guard table.hasHeader else { return }
    isIncomplete = false
    while let row = table.next() {
      guard !row.isRagged else {
        isIncomplete = true
        continue
      }
      add(row, context: context, log: log)
    }
    isIncomplete = isIncomplete || table.hasFailed
    if employees.isEmpty, knownIDs.isEmpty, !isIncomplete {
      log.report(
        .tableEmpty, at: SourcePlace(file: table.file), "Nobody is in the file.",
        expected: "one row a person")
    }
  }

  private mutating func add(_ row: TableRow, context: Context, log: ProblemLog) {
    guard let id = row.required("id").flatMap({ log.name($0) }) else { return }
    if let line = lineOfID[id] {
      log.report(
        .nameRepeated, at: row.place("id"), value: id,
        "The id \(quoted(id)) is there twice, first in line \(line).",
        action: "Give each person an id of their own.")
      return
    }
    knownIDs.insert(id)
    lineOfID[id] = row.place.line
    var employee = Employee(id: id, name: id, skills: [])
    employee.name = row.value("name").flatMap { log.name($0) } ?? id
    employee.team = row.value("team").flatMap { log.name($0) } ?? ""
    employee.skills = readSkills(row, log: log)
    if let hours = row.value("contract-hours").flatMap({ log.number($0, in: 0...168) }) {
      employee.contractMinutesPerWeek = Int((hours * 60).rounded())
    }
    employee.hourlyWage = StaffTable.wage(row, context: context, log: log)
    employee.choice =
      row.value("choice").flatMap { log.word($0, among: StaffTable.choices) } ?? .either
    employee.startDate = row.value("start-date").flatMap { log.date($0) }
    employee.carried = CarriedBurden(
      premiumDays: StaffTable.count(row, "carried-premium-days", log: log),
      nights: StaffTable.count(row, "carried-nights", log: log),
      weekends: StaffTable.count(row, "carried-weekends", log: log))
    employee.effectiveness = StaffTable.effectiveness(
      row, startDate: employee.startDate, context: context, log: log)
    if let start = employee.startDate, let last = context.lastDate, start > last {
      log.report(
        .outsideHorizon, at: row.place("start-date"), value: "\(start)",
        "\(quoted(id)) starts on \(start), after the plan, and works in none of it.")
    }
    insert(employee)
  }

  private mutating func readSkills(_ row: TableRow, log: ProblemLog) -> [String] {
    guard let source = row.required("skills", expected: "skills separated by |") else { return [] }
    let separators: Set<Character> = ["|", ";", "；", "、", "/", ",", "，"]
    var names: [String] = []
    for part in source.text.split(whereSeparator: { separators.contains($0) }) {
      guard !trimmed(part).isEmpty, let name = log.name(source.part(part)) else { continue }
      if names.contains(name) { continue }
      names.append(name)
      skills.append(source.part(part))
    }
    return names
  }

  private static func wage(_ row: TableRow, context: Context, log: ProblemLog) -> Double {
    let hourly = row.value("wage")
    let monthly = row.value("monthly-pay")
    if let hourly, monthly != nil {
      log.report(
        .conflicting, hourly, "The row has a wage and a monthly pay.", action: "Keep one of them.")
    }
    if let hourly { return log.number(hourly, in: ProblemLog.prices) ?? 0 }
    if let monthly {
      return (log.number(monthly, in: ProblemLog.prices) ?? 0) / context.monthlyHours
    }
    log.report(
      .wageMissing, at: row.place, value: row.value("id")?.text ?? "",
      "\(quoted(row.value("id")?.text ?? "")) has no wage: their work costs nothing in this plan.",
      action: "Fill in \"wage\" or \"monthly-pay\".")
    return 0
  }

  private static func count(_ row: TableRow, _ column: String, log: ProblemLog) -> Int {
    row.value(column).flatMap { log.count($0, in: 0...10_000) } ?? 0
  }

  /// What somebody counts on the plan's first day, in tenths.
  private static func effectiveness(
    _ row: TableRow, startDate: CivilDate?, context: Context, log: ProblemLog
  ) -> Double {
    if let given = row.value("effectiveness") {
      return log.percent(given, in: 0.1...1).map { ($0 * 10).rounded() / 10 } ?? 1
    }
    guard let startDate, let firstDate = context.firstDate, context.fullAfterDays > 0 else {
      return 1
    }
    let daysHere = max(0, startDate.days(until: firstDate))
    guard daysHere < context.fullAfterDays else { return 1 }
    let part = Double(daysHere) / Double(context.fullAfterDays)
    let share = context.newAgentShare + (1 - context.newAgentShare) * part
    return max(0.1, (share * 10).rounded() / 10)
  }

  // MARK: Looking people up

  /// The id of the employee that a file means by an id, or by a name that
  /// only one person has; reports an unknown one.
  func employeeID(_ source: SourceText, log: ProblemLog) -> String? {
    if knownIDs.contains(source.text) { return source.text }
    if let index = indexOfName[source.text], !ambiguousNames.contains(source.text) {
      return employees[index].id
    }
    if ambiguousNames.contains(source.text) {
      log.report(
        .unknownEmployee, source, "Several people are called \(quoted(source.text)).",
        expected: "the person's id")
      return nil
    }
    if isIncomplete { return nil }
    let names = employees.map(\.id) + employees.map(\.name)
    log.report(
      .unknownEmployee, source, "\(quoted(source.text)) is nobody of the staff.",
      expected: "an id of staff.csv", action: suggestion(for: source.text, among: names))
    return nil
  }

  /// The teams, each once, in the order of the staff.
  var teams: [String] {
    var teams: [String] = []
    for employee in employees where !employee.team.isEmpty && !teams.contains(employee.team) {
      teams.append(employee.team)
    }
    return teams
  }
}
