/// Scratch memory of the line optimiser. One for each thread, reused from
/// call to call, so that pricing allocates nothing.
public struct LineWorkspace: Sendable {
  /// The least cost to the end from each (rest, profile) of each layer.
  var values: [Double] = []
  /// The least price of each class and the slot that has it.
  var classPrice: [Double] = []
  var classSlot: [Int32] = []
  /// The price of a day off of each day; infinite where it is not possible.
  var dayOffPrice: [Double] = []
  /// The branches worth looking at, day after day and letter after letter.
  var activePrice: [Double] = []
  var activeGroup: [Int32] = []
  var activeTarget: [Int32] = []
  var activeBranch: [Int32] = []
  /// Where each letter's active branches begin, one more a day than letters.
  var activeStart: [Int32] = []
  /// Where each day's part of `activeStart` begins.
  var dayActiveStart: [Int] = []
  /// The least value of each group.
  var groupBest: [Double] = []
  /// Which rest states a pattern can reach.
  var isReached: [Bool] = []
  /// The options of the line found last, -1 for a day off.
  var line: [Int32] = []

  /// An empty workspace; it grows with use.
  public init() {}

  /// Makes room for an automaton.
  mutating func reserve(_ automaton: LineAutomaton) {
    Self.grow(&values, to: automaton.valueCount, filler: 0)
    Self.grow(&classPrice, to: automaton.classCount, filler: 0)
    Self.grow(&classSlot, to: automaton.classCount, filler: 0)
    Self.grow(&dayOffPrice, to: automaton.dayCount, filler: 0)
    Self.grow(&activePrice, to: automaton.branchClass.count, filler: 0)
    Self.grow(&activeGroup, to: automaton.branchClass.count, filler: 0)
    Self.grow(&activeTarget, to: automaton.branchClass.count, filler: 0)
    Self.grow(&activeBranch, to: automaton.branchClass.count, filler: 0)
    Self.grow(&activeStart, to: automaton.letterBoundCount, filler: 0)
    Self.grow(&dayActiveStart, to: automaton.dayCount, filler: 0)
    Self.grow(&groupBest, to: automaton.groupLimit, filler: 0)
    Self.grow(&isReached, to: automaton.restTotal, filler: false)
    if line.count != automaton.dayCount {
      line = Array(repeating: -1, count: automaton.dayCount)
    }
  }

  private static func grow<Element>(_ array: inout [Element], to count: Int, filler: Element) {
    if array.count < count {
      array.append(contentsOf: repeatElement(filler, count: count - array.count))
    }
  }
}
