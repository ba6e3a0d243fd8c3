import Rostering

extension PlanReference {
  /// The reference of a plan folder as Markdown: every key of plan.yaml, every
  /// column of the CSV files and every code of a problem.
  public static func markdown(rules: [RuleDefinition] = RuleCatalogue.definitions) -> String {
    var lines = ["# Plan folder reference", "", "## plan.yaml", ""]
    for key in plan(rules: rules).children { append(key, depth: 0, to: &lines) }
    for table in tables {
      lines += ["", "## \(table.file)", "", sentence(table.summary), ""]
      lines += ["| column | also | default | meaning |", "|---|---|---|---|"]
      for column in table.columns {
        let also = column.aliases.map { "`\($0)`" }.joined(separator: " ")
        let usual = column.isRequired ? "required" : column.defaultText
        lines.append("| `\(column.name)` | \(also) | \(usual) | \(cell(column.summary)) |")
      }
    }
    lines += ["", "## Scenario files", ""]
    for key in scenario.children { append(key, depth: 0, to: &lines) }
    lines += ["", "## Codes", "", "| code | meaning |", "|---|---|"]
    for code in PlanProblemCode.allCases {
      lines.append("| `\(code.rawValue)` | \(cell(code.explanation)) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func append(_ key: PlanKey, depth: Int, to lines: inout [String]) {
    let indent = String(repeating: "  ", count: depth)
    var text = "\(indent)- `\(key.name)` (\(key.form)"
    if key.isRequired {
      text += ", required"
    } else if !key.defaultText.isEmpty {
      text += ", default `\(key.defaultText)`"
    }
    lines.append(text + "): " + sentence(key.summary))
    for child in key.children { append(child, depth: depth + 1, to: &lines) }
  }

  private static func sentence(_ text: String) -> String {
    guard let first = text.first else { return "" }
    let upper = first.uppercased() + text.dropFirst()
    return upper.hasSuffix(".") ? upper : upper + "."
  }

  private static func cell(_ text: String) -> String {
    sentence(text).replacing("|", with: "\\|")
  }
}
