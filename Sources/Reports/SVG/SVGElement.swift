import PlainText

/// An element of an inline SVG picture. Text and attributes are escaped when
/// it is rendered; lengths have at most two decimals.
struct SVGElement {
  /// What an element contains.
  enum Content {
    case element(SVGElement)
    case text(String)
  }

  private var name: String
  private var attributes: [(name: String, value: String)]
  private var content: [Content]

  private init(
    _ name: String, _ attributes: [(String, String?)], content: [Content] = []
  ) {
    self.name = name
    self.attributes = attributes.compactMap { name, value in value.map { (name, $0) } }
    self.content = content
  }

  /// A picture that fills the width it is given, with a title that screen
  /// readers read.
  static func picture(
    width: Double, height: Double, label: String, style: String, _ children: [SVGElement]
  ) -> SVGElement {
    SVGElement(
      "svg",
      [
        ("class", style), ("viewBox", "0 0 \(number(width)) \(number(height))"),
        ("role", "img"), ("aria-label", label),
      ], content: children.map { .element($0) })
  }

  /// A rectangle; `label` shows when the pointer rests on it.
  static func rectangle(
    x: Double, y: Double, width: Double, height: Double, style: String, radius: Double? = nil,
    opacity: Double? = nil, label: String? = nil
  ) -> SVGElement {
    SVGElement(
      "rect",
      [
        ("class", style), ("x", number(x)), ("y", number(y)), ("width", number(max(0, width))),
        ("height", number(max(0, height))), ("rx", radius.map(number)),
        ("opacity", opacity.map(number)),
      ], content: title(label))
  }

  /// A straight line.
  static func line(
    x1: Double, y1: Double, x2: Double, y2: Double, style: String
  ) -> SVGElement {
    SVGElement(
      "line",
      [
        ("class", style), ("x1", number(x1)), ("y1", number(y1)), ("x2", number(x2)),
        ("y2", number(y2)),
      ])
  }

  /// A path from finished path data.
  static func path(_ data: SVGPath, style: String) -> SVGElement {
    SVGElement("path", [("class", style), ("d", data.text)])
  }

  /// A circle.
  static func circle(
    x: Double, y: Double, radius: Double, style: String, label: String? = nil
  ) -> SVGElement {
    SVGElement(
      "circle",
      [("class", style), ("cx", number(x)), ("cy", number(y)), ("r", number(radius))],
      content: title(label))
  }

  /// Words; `anchor` is `start`, `middle` or `end`.
  static func words(
    _ text: String, x: Double, y: Double, anchor: String = "start", style: String
  ) -> SVGElement {
    SVGElement(
      "text",
      [("class", style), ("x", number(x)), ("y", number(y)), ("text-anchor", anchor)],
      content: [.text(text)])
  }

  private static func title(_ label: String?) -> [Content] {
    guard let label else { return [] }
    return [.element(SVGElement("title", [], content: [.text(label)]))]
  }

  static func number(_ value: Double) -> String { NumberText.short(value, decimals: 2) }

  /// The element as markup.
  var markup: String {
    var markup = "<" + name
    for attribute in attributes {
      markup += " \(attribute.name)=\"\(MarkupText.escaped(attribute.value))\""
    }
    guard !content.isEmpty else { return markup + "/>" }
    markup += ">"
    for part in content {
      switch part {
      case .element(let element): markup += element.markup
      case .text(let text): markup += MarkupText.escaped(text)
      }
    }
    return markup + "</\(name)>"
  }
}

/// Path data in absolute coordinates.
struct SVGPath {
  private(set) var text = ""
  private var last: (x: String, y: String) = ("", "")

  /// True if nothing was drawn.
  var isEmpty: Bool { text.isEmpty }

  /// Begins a new stroke.
  mutating func move(x: Double, y: Double) {
    last = (SVGElement.number(x), SVGElement.number(y))
    text += "M\(last.x) \(last.y)"
  }

  /// Goes on level to `x`.
  mutating func across(to x: Double) {
    let x = SVGElement.number(x)
    guard x != last.x else { return }
    last.x = x
    text += "H\(x)"
  }

  /// Goes on upright to `y`.
  mutating func upright(to y: Double) {
    let y = SVGElement.number(y)
    guard y != last.y else { return }
    last.y = y
    text += "V\(y)"
  }

  /// Closes the stroke to an area.
  mutating func close() { text += "Z" }
}
