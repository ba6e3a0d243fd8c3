import Foundation
import Testing

/// Which modules of the package each target may import; nothing else of the
/// package, and arrows point one way.
private let allowedImports: [(target: String, imports: Set<String>)] = [
  ("CivilTime", []),
  ("PlainText", []),
  ("LinearModel", []),
  ("CGLPK", []),
  ("GLPKBackend", ["LinearModel", "CGLPK"]),
  ("Workload", ["CivilTime"]),
  ("Rostering", ["CivilTime"]),
  ("Simulation", ["CivilTime", "Workload", "Rostering"]),
  ("RosterSolvers", ["Rostering", "LinearModel"]),
  ("ShiftDesign", ["LinearModel"]),
  ("PlanFiles", ["CivilTime", "PlainText", "Rostering", "ShiftDesign", "Workload"]),
  (
    "Reports",
    ["CivilTime", "PlainText", "Rostering", "ShiftDesign", "Simulation", "Workload"]
  ),
  (
    "StaffOptKit",
    [
      "CivilTime", "LinearModel", "GLPKBackend", "Workload", "Rostering", "RosterSolvers",
      "PlanFiles", "Reports", "Simulation", "ShiftDesign",
    ]
  ),
  ("StaffOptCLI", ["StaffOptKit"]),
]

@Suite("The structure of the package")
struct ArchitectureTests {
  private let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func swiftFiles(of target: String) throws -> [URL] {
    let folder = root.appending(path: "Sources/\(target)")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return paths.filter { $0.hasSuffix(".swift") }.sorted().map { folder.appending(path: $0) }
  }

  /// The modules that a file imports.
  private func imports(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let index = words.firstIndex(of: "import"), index < 3, index + 1 < words.count,
        words[..<index].allSatisfy({ $0.hasPrefix("@") || $0 == "public" || $0 == "internal" })
      else { return nil }
      return String(words[index + 1])
    }
  }

  @Test("Imports point one way, as the table says", arguments: allowedImports.map(\.target))
  func importsPointOneWay(target: String) throws {
    let own = Set(allowedImports.map(\.target))
    let allowed = try #require(allowedImports.first { $0.target == target }).imports
    for file in try swiftFiles(of: target) {
      let foreign = Set(try imports(of: file)).intersection(own).subtracting(allowed)
      #expect(foreign.isEmpty, "\(file.lastPathComponent) imports \(foreign.sorted())")
    }
  }

  @Test("The table knows every target of the package")
  func tableIsComplete() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: "Sources").path)
    #expect(folders.filter { !$0.hasPrefix(".") }.sorted() == allowedImports.map(\.target).sorted())
  }

  @Test("No type has the name of a module")
  func noTypeIsNamedLikeAModule() throws {
    for target in allowedImports.map(\.target) {
      for file in try swiftFiles(of: target) {
        let text = try String(contentsOf: file, encoding: .utf8)
        for module in allowedImports.map(\.target) {
          for kind in ["struct", "class", "enum", "actor", "protocol"] {
            let declaration = "\(kind) \(module)"
            let isDeclared = text.ranges(of: declaration).contains { range in
              let next = text[range.upperBound...].first
              return next.map { !$0.isLetter && !$0.isNumber && $0 != "_" } ?? true
            }
            #expect(!isDeclared, "\(file.lastPathComponent) declares \(declaration)")
          }
        }
      }
    }
  }

  @Test("Only the C module's backend and nothing else is exempt from strict memory safety")
  func strictMemorySafety() throws {
    let manifest = try String(
      contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
    #expect(manifest.contains(#".treatWarning("StrictMemorySafety", as: .error)"#))
    for target in allowedImports.map(\.target) where target != "CGLPK" && target != "GLPKBackend" {
      for file in try swiftFiles(of: target) {
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(!text.contains("unsafe "), "\(file.lastPathComponent) has unsafe code")
      }
    }
  }
}
