import Mustache
import Testing

@testable import Reports

@Suite("What the page's template looks up")
struct PageContextTests {
  @Test("Cells and signs hand out every property they have, and nothing else")
  func handOutAll() {
    let sign = PageContext.Sign(kind: "moon", sign: "☾", meaning: "Night shift")
    let cell = PageContext.Cell(
      style: "shift p1", hint: "Early", words: "08:00", pattern: "early", hasNote: true,
      signs: [sign])
    for value in [sign, cell] as [any MustacheParent] {
      let properties = Mirror(reflecting: value).children
      #expect(!properties.isEmpty)
      for (label, property) in properties {
        let name = label ?? ""
        let found = value.child(named: name).map { String(describing: $0) }
        #expect(found == String(describing: property), "\(name)")
      }
      // What a cell lacks is looked up further out.
      #expect(value.child(named: "heads") == nil)
    }
  }
}
