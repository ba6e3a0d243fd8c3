import CivilTime
import PlainText
import Rostering

/// Writes one iCalendar file a person (RFC 5545).
///
/// An entry's UID follows from the plan's name, the person's id and the day
/// alone, so a republished roster with a higher revision moves the entries
/// people already have instead of adding new ones. Times are written in UTC,
/// which needs no zone rules in the file; calendars show them in the reader's
/// zone.
public struct CalendarWriter: Sendable {
  /// The plan.
  public let plan: RosterPlan
  /// How often the roster was published before: the entries' SEQUENCE.
  public let revision: Int
  /// The words of the entries.
  public let words: CalendarWords
  /// The instant all entries are stamped with, in seconds since
  /// 1970-01-01T00:00:00Z; not the clock's, so that the same roster gives the
  /// same bytes.
  public let stampEpochSeconds: Int

  /// A writer of calendars.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - revision: How often the roster was published before, at least 0.
  ///   - words: The words of the entries.
  ///   - stampEpochSeconds: The entries' stamp; nil is the first midnight of
  ///     the horizon in UTC.
  public init(
    plan: RosterPlan, revision: Int = 0, words: CalendarWords = .english,
    stampEpochSeconds: Int? = nil
  ) {
    self.plan = plan
    self.revision = max(0, revision)
    self.words = words
    self.stampEpochSeconds = stampEpochSeconds ?? plan.horizon.firstDate.dayNumber * 86_400
  }

  /// The folder the files go to.
  public static let folder = "calendars"

  /// Calendars of people who left the plan since the last run.
  public static let staleFiles = StaleFiles(
    folder: folder, suffix: ".ics", marker: productLine)

  private static let productLine = "PRODID:-//staffopt//roster//EN"

  /// The calendars of all employees, in the plan's order. Someone without a
  /// shift gets a calendar that says so.
  public func files(for roster: Roster) -> [OutputFile] {
    let shifts = Dictionary(grouping: roster.sorted(like: plan.employees).assignments) {
      $0.employeeID
    }
    var names = CalendarFileNames()
    return plan.employees.map { employee in
      OutputFile(
        path: "\(Self.folder)/\(names.name(for: employee.id)).ics",
        contents: text(for: employee, shifts: shifts[employee.id] ?? []))
    }
  }

  /// One person's calendar.
  ///
  /// - Parameter shifts: The person's shifts, ordered by start.
  public func text(for employee: Employee, shifts: [ShiftAssignment]) -> String {
    var calendar = CalendarText()
    calendar.add("BEGIN", "VCALENDAR")
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", String(Self.productLine.dropFirst("PRODID:".count)))
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("X-WR-CALNAME", words: "\(plan.name) - \(employee.name)")
    calendar.add("X-WR-TIMEZONE", words: plan.horizon.clock.identifier)
    if shifts.isEmpty { addEmptyEntry(for: employee, to: &calendar) }
    var countOfDay: [Int: Int] = [:]
    for shift in shifts {
      let count = countOfDay[shift.day, default: 0] + 1
      countOfDay[shift.day] = count
      add(shift, number: count, of: employee, to: &calendar)
    }
    calendar.add("END", "VCALENDAR")
    return calendar.text
  }

  private func add(
    _ shift: ShiftAssignment, number: Int, of employee: Employee, to calendar: inout CalendarText
  ) {
    let horizon = plan.horizon
    let day = CalendarText.dateText(horizon.date(ofDay: shift.day))
    let suffix = number > 1 ? "-\(number)" : ""
    calendar.add("BEGIN", "VEVENT")
    addIdentity("\(day)\(suffix)", of: employee, to: &calendar)
    for (name, minute) in [
      ("DTSTART", shift.minutes.lowerBound), ("DTEND", shift.minutes.upperBound),
    ] {
      let instant = horizon.clock.epochSeconds(on: horizon.firstDate, minute: minute)
      calendar.add(name, CalendarText.utcText(epochSeconds: instant))
    }
    calendar.add("SUMMARY", words: shift.pattern)
    calendar.add("DESCRIPTION", words: description(of: shift))
    calendar.add("STATUS", "CONFIRMED")
    calendar.add("TRANSP", "OPAQUE")
    calendar.add("END", "VEVENT")
  }

  /// RFC 5545 wants a component in every calendar.
  private func addEmptyEntry(for employee: Employee, to calendar: inout CalendarText) {
    let horizon = plan.horizon
    calendar.add("BEGIN", "VEVENT")
    addIdentity("none", of: employee, to: &calendar)
    calendar.add("DTSTART;VALUE=DATE", CalendarText.dateText(horizon.firstDate))
    calendar.add("DTEND;VALUE=DATE", CalendarText.dateText(horizon.lastDate.adding(days: 1)))
    calendar.add("SUMMARY", words: "\(words.noShifts): \(plan.name)")
    calendar.add("TRANSP", "TRANSPARENT")
    calendar.add("END", "VEVENT")
  }

  private func addIdentity(
    _ key: String, of employee: Employee, to calendar: inout CalendarText
  ) {
    let person = fingerprint(plan.name + "\u{0}" + employee.id)
    calendar.add("UID", "\(person)-\(key)@staffopt")
    calendar.add("DTSTAMP", CalendarText.utcText(epochSeconds: stampEpochSeconds))
    calendar.add("SEQUENCE", String(revision))
  }

  private func description(of shift: ShiftAssignment) -> String {
    var lines: [String] = []
    if !shift.breaks.isEmpty {
      let times = shift.breaks.map { pause in
        let start = clockText(ofMinute: pause.minutes.lowerBound, fromDay: shift.day)
        let end = clockText(ofMinute: pause.minutes.upperBound, fromDay: shift.day)
        return "\(start)-\(end)" + (pause.isPaid ? " (\(words.paid))" : "")
      }
      lines.append("\(words.breaks): \(times.joined(separator: ", "))")
    }
    let hours = NumberText.short(Double(shift.paidMinutes) / 60, decimals: 2)
    lines.append("\(words.paidHours): \(hours)")
    return lines.joined(separator: "\n")
  }

  /// FNV-1a with 64 bits: short, and the same on every machine.
  private func fingerprint(_ text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
