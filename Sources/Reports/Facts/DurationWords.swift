import PlainText

/// A length of time in words: hours from two hours on, minutes from two
/// minutes on, else seconds.
func durationWords(_ seconds: Double) -> String {
  if seconds >= 7_200 { return NumberText.short(seconds / 3_600, decimals: 1) + " h" }
  if seconds >= 120 { return NumberText.short(seconds / 60, decimals: 1) + " min" }
  return NumberText.short(seconds, decimals: 1) + " s"
}
