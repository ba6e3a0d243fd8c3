import PlainText
import Workload

/// A class's figures in words, the same in every renderer.
struct ClassNeedWords {
  let need: ClassNeedFacts
  let language: ReportLanguage

  /// What the customers are promised.
  var goal: String {
    switch need.goal {
    case .answered(let share, let seconds):
      say(.goalAnswered(share: percent(share), time: span(seconds)))
    case .meanWait(let seconds): say(.goalMeanWait(time: span(seconds)))
    case .waitProbability(let share): say(.goalWaiting(share: percent(share)))
    case .abandonment(let share): say(.goalAbandonment(share: percent(share)))
    case .finished(let seconds, let clock):
      say(.goalFinished(time: span(seconds), inOpeningHours: clock == .openingHours))
    }
  }

  var arrivals: String { NumberText.grouped(need.arrivals) }
  /// In seconds; a dash without contacts.
  var handleTime: String {
    need.handleSeconds.map { NumberText.fixed($0, decimals: 0) + " s" } ?? "–"
  }
  var shrinkage: String { percent(need.shrinkage) }
  var servingHours: String { NumberText.grouped(need.servingHours, decimals: 1) }
  var onDutyHours: String { NumberText.grouped(need.onDutyHours, decimals: 1) }
  var highest: String { NumberText.fixed(need.highestAgents, decimals: 1) }

  private func say(_ phrase: Phrase) -> String { language.text(phrase) }

  private func percent(_ share: Double) -> String {
    NumberText.short(share * 100, decimals: 1) + " %"
  }

  private func span(_ seconds: Double) -> String { durationWords(seconds) }
}
