/// The sums that picking one of some weights on each day can give.
///
/// A linear program sees only straight lines between the points it is given.
/// Giving it the sums that occur, and no others, makes its relaxation as
/// strong as one row can be.
struct ReachableSums {
  /// The sums, ascending.
  let sums: [Int]

  /// - Parameters:
  ///   - start: What every sum contains.
  ///   - weights: For each day the weights to pick one from, at least 0. A
  ///     day without weights leaves no sum.
  ///   - limit: Up to how many multiples of the weights' greatest common
  ///     divisor are looked at.
  /// - Returns: Nil if there would be more.
  /// - Complexity: O(days x distinct weights x multiples).
  init?(start: Int, weights: [[Int]], limit: Int = 20_000) {
    guard weights.allSatisfy({ !$0.isEmpty }) else {
      sums = []
      return
    }
    let choices = weights.map { Array(Set($0)).sorted() }
    // What all days' least weights give is certain; only the rest varies.
    let least = start + choices.reduce(0) { $0 + $1[0] }
    let extras = choices.map { day in day.map { $0 - day[0] } }
    let unit = extras.joined().reduce(0) { greatestCommonDivisor($0, $1) }
    guard unit > 0 else {
      sums = [least]
      return
    }
    let most = extras.reduce(0) { $0 + ($1.last ?? 0) } / unit
    guard most <= limit else { return nil }
    var isReached = [Bool](repeating: false, count: most + 1)
    isReached[0] = true
    var highest = 0
    for day in extras where day.count > 1 {
      var next = isReached
      for extra in day.dropFirst() {
        let shift = extra / unit
        for sum in 0...highest where isReached[sum] { next[sum + shift] = true }
      }
      highest += (day.last ?? 0) / unit
      isReached = next
    }
    sums = isReached.indices.filter { isReached[$0] }.map { least + $0 * unit }
  }

  /// The least sum that is at least `value`.
  func first(atLeast value: Int) -> Int? { sums.first { $0 >= value } }

  /// The greatest sum that is at most `value`.
  func last(atMost value: Int) -> Int? { sums.last { $0 <= value } }
}

/// The greatest number that divides both; the other one if one is 0.
func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
  var (a, b) = (a, b)
  while b != 0 { (a, b) = (b, a % b) }
  return a
}
