/// What the colours of a picture on a page mean.
enum PageLegend {
  /// A list of swatches with their words.
  ///
  /// - Parameter items: The style of each swatch and what it stands for.
  static func markup(_ items: [(style: String, text: String)]) -> String {
    let entries = items.map {
      "<li><span class=\"swatch \($0.style)\"></span>\(MarkupText.escaped($0.text))</li>"
    }
    return "<ul class=\"legend\">\(entries.joined())</ul>"
  }
}
