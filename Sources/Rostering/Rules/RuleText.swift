/// A length of time as planners write it: `11 h`, `8.5 h`.
func hoursText(_ minutes: Int) -> String {
  let sign = minutes < 0 ? "-" : ""
  let (hours, rest) = minutes.magnitude.quotientAndRemainder(dividingBy: 60)
  if rest == 0 { return "\(sign)\(hours) h" }
  return "\(sign)\(hours) h \(rest) min"
}

/// A count with its unit: `1 day`, `3 days`.
func countText(_ count: Int, _ unit: String) -> String {
  "\(count) \(unit)\(count == 1 ? "" : "s")"
}

/// A least and a most value as words: `at least 2 days`, `at most 6 days`,
/// `2 to 6 days`.
func limitText(least: Int?, most: Int?, text: (Int) -> String) -> String {
  switch (least, most) {
  case (let least?, let most?) where least == most: "exactly \(text(least))"
  case (let least?, let most?):
    // "1 to 4 shifts": the unit is said once where there is only one.
    "\(firstWord(ofTwo: text(least))) to \(text(most))"
  case (let least?, nil): "at least \(text(least))"
  case (nil, let most?): "at most \(text(most))"
  case (nil, nil): "any number"
  }
}

/// The number of a text such as `24 h`; the whole text if it has more parts.
private func firstWord(ofTwo text: String) -> String {
  let words = text.split(separator: " ")
  return words.count == 2 ? String(words[0]) : text
}
