import PlainText
import Workload

/// A forecast, or a forecast with what came of it, as one self-contained page:
/// a chart a day and class, and the figures beneath.
public struct ForecastPage: Sendable {
  /// The plan's name.
  public let title: String
  /// The zone of all times.
  public let zone: String
  /// The forecast.
  public let forecast: Forecast
  /// The review of what came; nil for a forecast alone.
  public let review: ReviewFacts?
  /// The language.
  public let language: ReportLanguage
  private let unit: BandUnit

  /// A page of agents wanted, with their bands.
  public init(
    agents: Forecast, title: String, zone: String, language: ReportLanguage = .english
  ) {
    self.title = title
    self.zone = zone
    forecast = agents
    self.language = language
    review = nil
    unit = .agents
  }

  /// A page of a forecast.
  public init(
    _ forecast: Forecast, title: String, zone: String, language: ReportLanguage = .english
  ) {
    self.title = title
    self.zone = zone
    self.forecast = forecast
    self.language = language
    review = nil
    unit = .contacts
  }

  /// A page of a review.
  public init(_ review: ReviewFacts, language: ReportLanguage = .english) {
    title = review.title
    zone = review.zone
    forecast = review.forecast
    self.review = review
    self.language = language
    unit = .contacts
  }

  /// The page.
  public var text: String {
    let axis = forecast.axis
    let heading =
      unit == .agents ? language.text(.needReport) : language.words(.forecast)
    let kicker = review == nil ? heading : language.words(.review)
    let period =
      axis.dayCount > 0
      ? language.period(from: axis.firstDate, to: axis.firstDate.adding(days: axis.dayCount - 1))
      : ""
    let charts = BandCharts(
      forecast: forecast, actual: review?.actual ?? [], language: language, unit: unit)
    return """
      \(PageStyle.head(title: title, sheet: "pre { font-size: 12.5px; line-height: 1.5; }", language: language))
      <body>
      <header>
      <p class="kicker">\(escaped(kicker))</p>
      <h1>\(escaped(title))</h1>
      <p class="quiet">\(escaped(period)) · \(escaped(language.text(.zoneNote(zone))))</p>
      </header>
      <main>
      \(missMarkup)
      <section>
      <h2>\(escaped(heading))</h2>
      \(charts.legend)
      <div class="days">
      \(charts.markup)
      </div>
      </section>
      \(figuresMarkup)
      </main>
      </body>
      </html>

      """
  }

  private func escaped(_ text: String) -> String { MarkupText.escaped(text) }

  private var missMarkup: String {
    guard let review else { return "" }
    let report = ReviewTerminalReport(review, language: language)
    let remarks = report.remarks.map { "<p class=\"quiet\">\(escaped($0))</p>" }.joined()
    return "<section class=\"panel\"><h2>\(escaped(language.words(.miss)))</h2><p>"
      + "\(escaped(report.missSentence))</p>\(remarks)</section>"
  }

  private var figuresMarkup: String {
    guard let review else { return "" }
    let report = ReviewTerminalReport(review, language: language)
    return report.tables.map { "<section class=\"panel\">\($0.markup)</section>\n" }.joined()
      + "<section class=\"panel\"><h2>\(escaped(language.words(.suggestion)))</h2>"
      + "<div class=\"scroll\"><pre>\(escaped(report.suggestion))</pre></div></section>"
  }
}
