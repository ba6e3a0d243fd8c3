/// A JSON value that keeps the order of its keys, so that the same facts give
/// the same bytes.
public indirect enum JSONTree: Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A whole number of 64 bits without a sign, such as a seed.
  case unsigned(UInt64)
  /// A number with at most so many decimals; `null` when it is not finite.
  case number(Double, decimals: Int)
  /// A number with at most 15 significant digits, for figures of any size;
  /// `null` when it is not finite.
  case real(Double)
  /// A text.
  case string(String)
  /// Values in order.
  case array([JSONTree])
  /// Keys with values, in this order.
  case object([(key: String, value: JSONTree)])

  /// A number, or `null` for nil.
  public static func number(_ value: Double?, decimals: Int) -> JSONTree {
    guard let value else { return .null }
    return .number(value, decimals: decimals)
  }

  /// A text, or `null` for nil.
  public static func string(_ value: String?) -> JSONTree {
    guard let value else { return .null }
    return .string(value)
  }

  /// The document: two spaces of indentation, arrays and objects of plain
  /// values on one line when they are short, LF at the end.
  public var text: String { rendered(indentation: "") + "\n" }

  private var isPlain: Bool {
    switch self {
    case .array(let items): items.isEmpty
    case .object(let members): members.isEmpty
    default: true
    }
  }

  private func rendered(indentation: String) -> String {
    switch self {
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .integer(let value): return String(value)
    case .unsigned(let value): return String(value)
    case .number(let value, let decimals):
      let digits = NumberText.short(value, decimals: decimals)
      return digits.isEmpty ? "null" : digits
    case .real(let value):
      let digits = NumberText.significant(value)
      return digits.isEmpty ? "null" : digits
    case .string(let value): return Self.quoted(value)
    case .array(let items):
      return Self.block(
        items.map { ("", $0) }, open: "[", close: "]", indentation: indentation)
    case .object(let members):
      return Self.block(
        members.map { (Self.quoted($0.key) + ": ", $0.value) }, open: "{", close: "}",
        indentation: indentation)
    }
  }

  private static func block(
    _ items: [(label: String, value: JSONTree)], open: String, close: String,
    indentation: String
  ) -> String {
    guard !items.isEmpty else { return open + close }
    if items.allSatisfy(\.value.isPlain) {
      let line = items.map { $0.label + $0.value.rendered(indentation: "") }
        .joined(separator: ", ")
      if indentation.utf8.count + line.utf8.count <= 90 { return open + line + close }
    }
    let inner = indentation + "  "
    let lines = items.map { inner + $0.label + $0.value.rendered(indentation: inner) }
    return open + "\n" + lines.joined(separator: ",\n") + "\n" + indentation + close
  }

  /// A string literal as RFC 8259 wants it.
  private static func quoted(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": literal += "\\\""
      case "\\": literal += "\\\\"
      case "\n": literal += "\\n"
      case "\r": literal += "\\r"
      case "\t": literal += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        literal += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }
}
