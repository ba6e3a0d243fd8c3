import CustomDump
import Foundation
import Rostering
import Testing

@testable import PlanFiles

@Suite struct PlanReferenceTests {
  private static func paths(_ key: PlanKey, prefix: String = "") -> [String] {
    key.children.flatMap { child in
      let path = prefix + child.name
      return [path] + paths(child, prefix: path + ".")
    }
  }

  /// The documented defaults of single values and lists, as YAML below `base`.
  private static func defaults(_ key: PlanKey, indent: String, skipping: Set<String>) -> String {
    var text = ""
    for child in key.children where !skipping.contains(child.name) {
      if !child.defaultText.isEmpty {
        text += "\(indent)\(child.name): \(child.defaultText)\n"
      } else if child.form == "a map of keys", !child.isRequired {
        let inner = defaults(child, indent: indent + "  ", skipping: skipping)
        if !inner.isEmpty { text += "\(indent)\(child.name):\n" + inner }
      }
    }
    return text
  }

  @Test func everyKeySaysFormAndMeaning() throws {
    let root = PlanReference.plan()
    let paths = PlanReferenceTests.paths(root)
    #expect(Set(paths).count == paths.count)
    for path in paths {
      let key = try #require(root.key(at: path))
      #expect(!key.summary.isEmpty && !key.summary.hasSuffix("."), "\(path)")
      #expect(!key.form.isEmpty, "\(path)")
      // What must be there has no default, what need not may have one.
      #expect(!key.isRequired || key.defaultText.isEmpty, "\(path)")
    }
  }

  @Test func documentedDefaultsAreTheRealOnes() throws {
    // Prices of a ramp-up need shares, files and the history need files, and
    // the base itself sets the rest.
    let skipped: Set = [
      "ramp-up", "files", "workload", "calendar", "interval", "opening", "shifts", "modes",
    ]
    let text = PlanReferenceTests.defaults(PlanReference.plan(), indent: "", skipping: skipped)
    #expect(text.contains("monthly-hours: 174") && text.contains("zone: Asia/Shanghai"))
    let base = try String(contentsOf: Fixture.url("base/plan.yaml"), encoding: .utf8)
    let plain = try Fixture.document(Fixture.url("base"))
    let stated = try Fixture.withFolder(of: ["base"], adding: ["plan.yaml": base + text]) {
      try Fixture.document($0)
    }
    #expect(diff(plain, stated) == nil)
  }

  @Test func documentedDefaultsOfPartsAreTheRealOnes() throws {
    let plain = """
      name: Base
      horizon: {from: 2026-02-16, to: 2026-02-18}
      workload:
        need: need.csv
        classes: [{name: chat, goal: 80% in 30s}]
        events: [{days: 2026-02-16, add: 3}]
      shifts: [{name: Early, starts: [8:00], lengths: [8h], breaks: [{length: 30m, between: [3h, 4h]}]}]
      modes: [{skill: chat, mode: two-staggered, shift: Early, days: [2026-02-16]}]
      opening: {2026-02-16: 08:00-16:00}
      """
    let stated = """
      name: Base
      horizon: {from: 2026-02-16, to: 2026-02-18}
      workload:
        need: need.csv
        classes: [{name: chat, goal: 80% in 30s, \(defaults("workload.classes"))}]
        events: [{days: 2026-02-16, add: 3, \(defaults("workload.events"))}]
      calendar: {\(defaults("calendar"))}
      shifts:
        - name: Early
          starts: [8:00]
          lengths: [8h]
          days: \(PlanReference.plan().key(at: "shifts.days")?.defaultText ?? "")
          breaks: [{length: 30m, between: [3h, 4h], \(defaults("shifts.breaks"))}]
      modes: [{skill: chat, mode: two-staggered, shift: Early, days: [2026-02-16], \
      stagger: 4h}]
      opening: {default: 00:00-24:00, 2026-02-16: 08:00-16:00}
      interval: 30m
      files: {\(defaults("files", leavingOut: ["requests", "availability", "pinned", "history-roster"]))}
      """
    func document(_ text: String) throws -> PlanDocument {
      // Two staggered shifts need a second start; the mode's own check is not
      // what is compared here.
      let text = text.replacing("starts: [8:00]", with: "starts: [8:00, 12:00]")
        .replacing("08:00-16:00", with: "08:00-20:00")
      return try Fixture.withFolder(of: ["base"], adding: ["plan.yaml": text]) {
        try Fixture.document($0)
      }
    }
    let first = try document(plain)
    let second = try document(stated)
    #expect(diff(first.plan, second.plan) == nil)
    #expect(diff(first.workload, second.workload) == nil)
  }

  private func defaults(_ path: String, leavingOut: Set<String> = []) -> String {
    let key = PlanReference.plan().key(at: path)
    return (key?.children ?? []).filter {
      !$0.defaultText.isEmpty && !leavingOut.contains($0.name)
    }.map { "\($0.name): \($0.defaultText)" }.joined(separator: ", ")
  }

  @Test func markdownNamesEveryKeyColumnAndCode() {
    // What stands between the first two backquotes of each item or row.
    let lines = PlanReference.markdown().split(separator: "\n").filter { line in
      line.drop { $0 == " " }.first.map { "-|".contains($0) } ?? false
    }
    let named = lines.compactMap { line in
      line.split(separator: "`", maxSplits: 2).dropFirst().first.map(String.init)
    }
    let paths =
      PlanReferenceTests.paths(PlanReference.plan())
      + PlanReferenceTests.paths(PlanReference.scenario)
    let keys = paths.compactMap { $0.split(separator: ".").last.map(String.init) }
    let columns = PlanReference.tables.flatMap { $0.columns.map(\.name) }
    let wanted = keys + columns + PlanProblemCode.allCases.map(\.rawValue)
    #expect(Set(wanted).subtracting(named).isEmpty)
    #expect(named.count == wanted.count)
  }

  @Test(arguments: PlanReference.tables.map(\.file).indices)
  func noHeaderMeansTwoColumns(_ index: Int) {
    let table = PlanReference.tables[index]
    let names = table.columns.map { TableSchema.normalized($0.name) }
    #expect(Set(names).count == names.count)
    for column in table.columns {
      for alias in column.aliases {
        let owners = table.columns.filter { other in
          other.name != column.name
            && other.aliases.map { TableSchema.normalized($0) }.contains(
              TableSchema.normalized(alias))
        }
        #expect(owners.isEmpty, "\(table.file): \(alias)")
      }
    }
  }
}
