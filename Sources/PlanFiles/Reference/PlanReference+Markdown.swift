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
    lines += ["", "## Ways demand may come", "", demandCases]
    lines += ["", "## Codes", "", "| code | meaning |", "|---|---|"]
    for code in PlanProblemCode.allCases {
      lines.append("| `\(code.rawValue)` | \(cell(code.explanation)) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What `--against` takes.
  private static let demandCases = """
    `solve --against` makes a roster for several ways demand may come: gaps cost their mean over
    them. `audit`, `whatif` and `levels` with `--against` hold rosters against them. Between commas
    stand multiples (`90%`), `band` (the forecast's P10, P50 and P90, which count 30, 40 and 30 parts
    of a hundred), and files in the form of need.csv, whose skills replace those of the plan while
    others keep its need. A number behind a colon is a weight, 1 without one:
    `usual.csv:3,busy.csv:1,120%`. Agents with several skills are divided among them for all ways
    alike, so what is expected of a roster is at most what its cost says.
    """.split(separator: "\n").joined(separator: " ")

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
