/// Names that LP and MPS readers take: letters, digits and underscores of
/// ASCII, no reserved word, nothing a reader could take for a number, at most
/// 200 characters, no two alike.
///
/// Other characters become underscores; of names that become equal, the later
/// ones get a number. The same program always gives the same names.
struct ExportNames {
  let variables: [String]
  let rows: [String]
  /// The variable that carries the objective's constant.
  let constant: String
  let objective: String
  /// Gives further row names.
  var moreRows: UniqueNames

  init(_ program: LinearProgram) {
    var variableNames = UniqueNames()
    variables = (0..<program.variableCount).map { position in
      variableNames.unique(program.name(of: VariableIndex(position)))
    }
    constant = variableNames.unique("objective_constant")
    var rowNames = UniqueNames()
    objective = rowNames.unique("objective")
    rows = (0..<program.rowCount).map { position in
      rowNames.unique(program.name(of: RowIndex(position)))
    }
    moreRows = rowNames
  }

  /// A name without characters that readers stumble over; not yet unique.
  static func sanitised(_ name: String) -> String {
    var bytes: [UInt8] = []
    for scalar in name.unicodeScalars.prefix(180) {
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      bytes.append(isPlain ? UInt8(truncatingIfNeeded: scalar.value) : UInt8(ascii: "_"))
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let lowered = text.lowercased()
    // `e9` and `e9x` could be read as the end of a number.
    let looksLikeNumber =
      lowered.first.map { $0.isNumber } ?? true
      || lowered.first == "e" && (lowered.dropFirst().first?.isNumber ?? true)
    return looksLikeNumber || reserved.contains(lowered) ? "_" + text : text
  }

  private static let reserved: Set<String> = [
    "bin", "binaries", "binary", "bound", "bounds", "columns", "end", "endata", "free", "gen",
    "general", "generals", "in", "inf", "infinity", "int", "integer", "integers", "marker", "max",
    "maximise", "maximize", "maximum", "min", "minimise", "minimize", "minimum", "name", "nan",
    "objsense", "ranges", "rhs", "rows", "s", "sec", "semi", "semis", "sos", "sos1", "sos2", "st",
    "subject", "such", "that", "to",
  ]
}

/// Gives each name once.
struct UniqueNames {
  private var taken: Set<String> = []
  /// The last number tried for each name, so that many equal names take linear
  /// time.
  private var lastNumber: [String: Int] = [:]

  /// - Parameter suffix: What stands behind the name, however long that is.
  mutating func unique(_ wanted: String, suffix: String = "") -> String {
    let base = ExportNames.sanitised(wanted) + suffix
    if taken.insert(base).inserted { return base }
    var number = lastNumber[base, default: 1]
    while true {
      number += 1
      let candidate = "\(base)_\(number)"
      if taken.insert(candidate).inserted {
        lastNumber[base] = number
        return candidate
      }
    }
  }
}

/// The shortest decimal form that reads back as the same number, without a
/// trailing `.0`; never depends on the locale.
func exportNumber(_ value: Double) -> String {
  if value == 0 { return "0" }
  let text = value.description
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
