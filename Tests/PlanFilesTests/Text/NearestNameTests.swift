import Testing

@testable import PlanFiles

@Suite struct NearestNameTests {
  @Test(
    arguments: [
      ("chta", ["chat", "phone"], "chat"),
      ("Chat", ["chat", "phone"], "chat"),
      ("phne", ["chat", "phone"], "phone"),
      ("lenghts", ["length", "lengths", "starts"], "lengths"),
      ("An", ["a", "Ann", "b"], "Ann"),
      ("姓明", ["工号", "姓名", "班组"], "姓名"),
      ("春节假", ["春节", "国庆"], "春节"),
      ("x", ["a", "b"], nil),
      ("", ["a"], nil),
      ("tickets", ["chat", "phone"], nil),
      ("tickets", [], nil),
    ] as [(String, [String], String?)])
  func findsWhatWasMeant(_ text: String, _ names: [String], _ expected: String?) {
    #expect(nearestName(to: text, among: names) == expected)
  }

  @Test func distanceIsAMetricOnSmallWords() {
    let letters: [Character] = ["a", "b"]
    var words: [[Character]] = [[]]
    for _ in 0..<3 { words += words.flatMap { word in letters.map { word + [$0] } } }
    let unique = Array(Set(words))
    for left in unique {
      for right in unique {
        let distance = editDistance(left, right)
        #expect(distance == editDistance(right, left))
        #expect((distance == 0) == (left == right))
        #expect(distance >= abs(left.count - right.count))
        #expect(distance <= max(left.count, right.count))
      }
    }
  }

  @Test func aSwapOfNeighboursCountsOnce() {
    #expect(editDistance(Array("chta"), Array("chat")) == 1)
    #expect(editDistance(Array("kitten"), Array("sitting")) == 3)
  }
}
