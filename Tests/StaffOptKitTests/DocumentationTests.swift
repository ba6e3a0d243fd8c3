import Foundation
import StaffOptKit
import Testing

/// What the documentation lists by hand is what the program knows.
struct DocumentationTests {
  private static let root = (0..<3).reduce(URL(filePath: #filePath)) { url, _ in
    url.deletingLastPathComponent()
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  @Test(arguments: ["README.md", "Sources/StaffOptKit/StaffOptKit.docc/Rules.md"])
  func `the tables of rules list every rule with its limits`(path: String) throws {
    let rows = try Self.text(path).split(separator: "\n").filter { $0.hasPrefix("| `") }
    for rule in RuleCatalogue.definitions {
      let limits = rule.parameters.map { "`\($0.name)`" }.joined(separator: ", ")
      #expect(rows.contains { $0.hasPrefix("| `\(rule.key)` | \(limits) |") }, "\(rule.key)")
    }
  }

  @Test func `the README has every sample plan`() throws {
    let readme = try Self.text("README.md")
    for sample in SamplePlan.ofFixedTeam {
      #expect(readme.contains("| `\(sample.rawValue)` | \(sample.summary) |"))
    }
  }

  @Test func `pictures and files that the README links to are there`() throws {
    let links = try Self.text("README.md").matches(of: /\]\((?<path>[A-Za-z][^)#:]*)\)/)
    #expect(!links.isEmpty)
    for link in links {
      let path = Self.root.appending(path: String(link.output.path)).path
      #expect(FileManager.default.fileExists(atPath: path), "\(link.output.path)")
    }
  }
}
