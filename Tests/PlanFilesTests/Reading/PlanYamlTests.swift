import Testing

@testable import PlanFiles

@Suite struct PlanYamlTests {
  private func scalars(_ text: String, log: ProblemLog = ProblemLog()) -> [String: String] {
    var found: [String: String] = [:]
    func walk(_ node: PlanNode) {
      switch node.content {
      case .scalar(let text):
        found[node.place.field] = "\(node.place.line):\(node.place.column) \(text ?? "~")"
      case .list(let items): items.forEach(walk)
      case .map(let entries): entries.forEach { walk($0.value) }
      }
    }
    if let root = PlanYaml(file: "plan.yaml", log: log).root(of: Array(text.utf8)) { walk(root) }
    return found
  }

  @Test func keepsScalarsAsTheyAreWritten() {
    let found = scalars(
      """
      # YAML 1.1 reads these as 28800, false, null, 8 and 1.
      a: 08:00:00
      b: no
      c: ~
      d: 010
      e: {f: 0x1, g: "~", h: , 姓名: 春节}
      i: [08:00-24:00, 'x']
      """)
    #expect(
      found == [
        "a": "2:4 08:00:00", "b": "3:4 no", "c": "4:4 ~", "d": "5:4 010", "e.f": "6:8 0x1",
        "e.g": "6:16 ~", "e.h": "6:24 ~", "e.姓名": "6:30 春节", "i[1]": "7:5 08:00-24:00",
        "i[2]": "7:18 x",
      ])
  }

  @Test func readsAByteOrderMarkAndWindowsLineEnds() {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("a: 1\r\nb: 2\r\n".utf8)
    let log = ProblemLog()
    let root = PlanYaml(file: "plan.yaml", log: log).root(of: bytes)
    #expect(log.problems.isEmpty)
    guard case .map(let entries) = root?.content else {
      Issue.record("no map")
      return
    }
    #expect(entries.map(\.key.text) == ["a", "b"])
  }

  @Test func readsOnAfterRepeatedKeysOfAnyKind() {
    let log = ProblemLog()
    let found = scalars(
      """
      a: 1
      b:
        "c": 1
        d: {e: 1, e : 2, "e": 3}
        'c': 2
      a: 2
      f:
        - {a: 1}
        - a: 2
          b: 1
          a: 3
      """, log: log)
    #expect(found["a"] == "1:4 1")
    #expect(found["b.d.e"] == "4:10 1")
    #expect(found["f[2].a"] == "9:8 2")
    #expect(
      log.problems.map { "\($0.line):\($0.column) \($0.code)" } == [
        "4:13 keyRepeated", "4:20 keyRepeated", "5:3 keyRepeated", "6:1 keyRepeated",
        "11:5 keyRepeated",
      ])
  }

  @Test func aStarWithoutItsAnchorIsText() {
    #expect(scalars("name: Sale *big* & more\n")["name"] == "1:7 Sale *big* & more")
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "a:\n "])
  func deepNestingIsRefusedNotFollowed(_ opening: String) {
    let log = ProblemLog()
    var text = ""
    if opening.hasSuffix(" ") && opening.hasPrefix("a") {
      for depth in 0..<1_100 { text += String(repeating: " ", count: depth) + "a:\n" }
    } else {
      text = String(repeating: opening, count: 20_000)
    }
    _ = PlanYaml(file: "plan.yaml", log: log).root(of: Array(text.utf8))
    #expect(log.problems.map(\.code) == [.yamlSyntax])
  }
}
