import CivilTime
import PlanFiles
import Rostering
import StaffOptTestSupport
import Testing

@Suite struct CalendarWriterTests {
  private func plan(
    _ employees: [Employee], zone: String = "Asia/Shanghai", first: String = "2026-02-16",
    name: String = "Festival"
  ) throws -> RosterPlan {
    let clock = try #require(ZoneClock(identifier: zone))
    let date = try #require(CivilDate(iso: first))
    let horizon = try #require(
      PlanHorizon(firstDate: date, dayCount: 3, intervalMinutes: 60, clock: clock))
    return RosterPlan(
      name: name, horizon: horizon, patterns: [], employees: employees,
      need: CoverNeed(skills: [], agents: []))
  }

  private let ann = Employee(id: "A1", name: "Ann", skills: [])
  private func shift(day: Int = 0, from: Int = 1_320, to: Int = 1_800, _ pattern: String = "Night")
    -> ShiftAssignment
  {
    let midnight = day * 1_440
    return ShiftAssignment(
      employeeID: "A1", day: day, pattern: pattern, minutes: (midnight + from)..<(midnight + to),
      breaks: [ShiftBreak(minutes: (midnight + 1_470)..<(midnight + 1_500))])
  }

  @Test func `a shift is an entry in UTC with its breaks`() throws {
    let file = try #require(
      CalendarWriter(plan: try plan([ann]), revision: 2).files(
        for: Roster(assignments: [shift()])
      ).first)
    #expect(file.path == "calendars/A1.ics")
    #expect(
      file.contents == """
        BEGIN:VCALENDAR\r
        VERSION:2.0\r
        PRODID:-//staffopt//roster//EN\r
        CALSCALE:GREGORIAN\r
        METHOD:PUBLISH\r
        X-WR-CALNAME:Festival - Ann\r
        X-WR-TIMEZONE:Asia/Shanghai\r
        BEGIN:VEVENT\r
        UID:9ff3d400aa6af221-20260216@staffopt\r
        DTSTAMP:20260216T000000Z\r
        SEQUENCE:2\r
        DTSTART:20260216T140000Z\r
        DTEND:20260216T220000Z\r
        SUMMARY:Night\r
        DESCRIPTION:Breaks: 24:30-25:00\\nPaid hours: 7.5\r
        STATUS:CONFIRMED\r
        TRANSP:OPAQUE\r
        END:VEVENT\r
        END:VCALENDAR\r

        """)
  }

  @Test func `a moved shift keeps its identity, another plan or person has its own`() throws {
    let writer = CalendarWriter(plan: try plan([ann]))
    let identity = { (text: String) in
      text.split(separator: "\r\n").filter { $0.hasPrefix("UID:") }.map(String.init)
    }
    let before = identity(writer.text(for: ann, shifts: [shift()]))
    let after = identity(writer.text(for: ann, shifts: [shift(from: 480, to: 960, "Early")]))
    #expect(before == after)
    let bob = Employee(id: "A2", name: "Ann", skills: [])
    #expect(identity(writer.text(for: bob, shifts: [shift()])) != before)
    let other = CalendarWriter(plan: try plan([ann], name: "National Day"))
    #expect(identity(other.text(for: ann, shifts: [shift()])) != before)
    let two = identity(writer.text(for: ann, shifts: [shift(from: 0, to: 60), shift()]))
    #expect(Set(two).count == 2)
  }

  @Test func `words are escaped`() throws {
    let odd = Employee(id: "A1", name: "a;b,c\\d\ne\u{7}", skills: [])
    let text = CalendarWriter(plan: try plan([odd])).text(for: odd, shifts: [shift()])
    #expect(text.contains("X-WR-CALNAME:Festival - a\\;b\\,c\\\\d\\ne\r\n"))
  }

  @Test(arguments: [
    String(repeating: "春节排班", count: 30), String(repeating: "x", count: 200),
    String(repeating: "👩‍💻é", count: 25), String(repeating: "a王", count: 61),
  ])
  func `lines fold at 75 octets without breaking a character`(name: String) throws {
    let person = Employee(id: "A1", name: name, skills: [])
    let text = CalendarWriter(plan: try plan([person])).text(for: person, shifts: [shift()])
    var lines: [[UInt8]] = [[]]
    for byte in text.utf8 {
      if byte == 0x0A { lines.append([]) } else { lines[lines.count - 1].append(byte) }
    }
    #expect(lines.last == [])
    var unfolded: [[UInt8]] = []
    for line in lines.dropLast() {
      #expect(line.last == 0x0D)
      let content = line.dropLast()
      #expect(content.count <= 75)
      #expect(String(validating: content, as: UTF8.self) != nil)
      if content.first == 0x20 {
        unfolded[unfolded.count - 1] += content.dropFirst()
      } else {
        unfolded.append(Array(content))
      }
    }
    #expect(unfolded.contains(Array("X-WR-CALNAME:Festival - \(name)".utf8)))
    #expect(lines.contains { $0.first == 0x20 })
  }

  @Test func `a clock change shifts the instants, not the wall clock`() throws {
    // Berlin goes from +01:00 to +02:00 at 02:00 on 29 March 2026.
    let berlin = try plan([ann], zone: "Europe/Berlin", first: "2026-03-28")
    let text = CalendarWriter(plan: berlin).text(
      for: ann, shifts: [shift(day: 0), shift(day: 1, from: 480, to: 960)])
    #expect(text.contains("DTSTART:20260328T210000Z\r\nDTEND:20260329T040000Z"))
    #expect(text.contains("DTSTART:20260329T060000Z\r\nDTEND:20260329T140000Z"))
  }

  @Test func `someone without shifts gets a calendar that says so`() throws {
    let text = CalendarWriter(plan: try plan([ann])).text(for: ann, shifts: [])
    #expect(text.contains("SUMMARY:No shifts: Festival\r\n"))
    #expect(text.contains("DTSTART;VALUE=DATE:20260216\r\nDTEND;VALUE=DATE:20260219\r\n"))
  }

  @Test func `file names are safe and differ without regard to capitals`() throws {
    let ids = ["a/b", "a_b", "A_B", "..", "con", "王芳", "", String(repeating: "王", count: 300)]
    let people = ids.map { Employee(id: $0, name: $0, skills: []) }
    let paths = CalendarWriter(plan: try plan(people)).files(for: Roster()).map(\.path)
    #expect(
      paths.prefix(7) == [
        "calendars/a_b.ics", "calendars/a_b-2.ics", "calendars/A_B-3.ics", "calendars/__.ics",
        "calendars/_con.ics", "calendars/王芳.ics", "calendars/_.ics",
      ])
    #expect(paths.allSatisfy { $0.utf8.count <= 255 })
    #expect(Set(paths.map { $0.lowercased() }).count == ids.count)
  }
}
