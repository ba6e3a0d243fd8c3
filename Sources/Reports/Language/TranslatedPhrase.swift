/// A phrase that has its words in all languages side by side.
protocol TranslatedPhrase {
  /// English, Chinese in simplified and in traditional characters.
  typealias Words = (String, String, String)

  /// The words.
  var words: Words { get }
}

extension TranslatedPhrase {
  /// The phrase in a language.
  func text(_ language: ReportLanguage) -> String {
    let (english, simplified, traditional) = words
    return language.words(english, simplified, traditional)
  }
}
