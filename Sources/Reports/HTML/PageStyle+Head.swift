extension PageStyle {
  /// A page's beginning up to its body, without a line break at the end.
  ///
  /// - Parameters:
  ///   - title: The title, as plain text.
  ///   - sheet: The page's own style rules.
  static func head(title: String, sheet: String, language: ReportLanguage) -> String {
    """
    <!doctype html>
    <html lang="\(language.tag)">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="generator" content="staffopt">
    <title>\(MarkupText.escaped(title))</title>
    <style>
    \(sheet.isEmpty ? self.sheet : self.sheet + "\n" + sheet)
    </style>
    </head>
    """
  }
}
