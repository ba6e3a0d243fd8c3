import PlainText
import Testing

@Suite struct NumberTextTests {
  @Test(arguments: [
    (0.0, 2, "0.00"), (-0.0, 1, "0.0"), (-0.04, 1, "0.0"), (0.05, 1, "0.1"), (2.5, 0, "3"),
    (-2.5, 0, "-3"), (0.125, 2, "0.13"), (-1_234.567, 1, "-1234.6"), (0.009, 2, "0.01"),
    (1e15, 2, "1000000000000000.00"), (1e20, 0, "100000000000000000000"),
    (.infinity, 2, ""), (.nan, 2, ""), (7, -3, "7"),
  ])
  func `fixed decimals round half away from zero, without exponent or sign of zero`(
    value: Double, decimals: Int, text: String
  ) {
    #expect(NumberText.fixed(value, decimals: decimals) == text)
  }

  @Test(arguments: [
    (7.5, 2, "7.5"), (8.0, 2, "8"), (100.0, 0, "100"), (0.004, 2, "0"), (-3.10, 2, "-3.1"),
  ])
  func `short drops zeros of the decimals only`(value: Double, decimals: Int, text: String) {
    #expect(NumberText.short(value, decimals: decimals) == text)
  }

  @Test(arguments: [
    (0.0, 0, "0"), (999.0, 0, "999"), (1_000.0, 0, "1,000"), (38_420.5, 0, "38,421"),
    (-1_234_567.891, 2, "-1,234,567.89"), (123_456.0, 1, "123,456.0"), (.nan, 0, ""),
  ])
  func `groups have three digits`(value: Double, decimals: Int, text: String) {
    #expect(NumberText.grouped(value, decimals: decimals) == text)
  }

  @Test func `percentages carry their sign`() {
    #expect(NumberText.percent(0.004, decimals: 1) == "0.4 %")
    #expect(NumberText.percent(1) == "100 %")
    #expect(NumberText.percent(.nan) == "")
  }
}
