import Rostering

/// Scratch memory of the line optimiser. One for each thread, reused from
/// call to call, so that pricing allocates nothing.
public struct LineWorkspace: Sendable {
  /// The least cost to the end from each (rest, profile) of each layer.
  var values: [Double] = []
  /// The least price of each class and the slot that has it.
  var classPrice: [Double] = []
  var classSlot: [Int32] = []
  /// The price of a day off of each day, infinite where it is not possible:
  /// with the multipliers' shifts, and without.
  var dayOffPrice: [Double] = []
  var dayOffReal: [Double] = []
  /// The branches worth looking at, day after day and letter after letter;
  /// prices with the multipliers' shifts, and without.
  var activePrice: [Double] = []
  var activeReal: [Double] = []
  var activeGroup: [Int32] = []
  var activeTarget: [Int32] = []
  var activeBranch: [Int32] = []
  var activeJoint: [Int32] = []
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

  /// What lines of blocks need.
  var blocks = BlockWorkspace()
  /// Labels of the search that side automata need.
  var labels = LineLabels()
  var sideSteps = SideSteps()
  /// What is remembered of each person: the multipliers that worked.
  var memories: [LineMemory] = []
  /// A lower bound, the person's constant included, of every line's cost in
  /// the last call. It is the cost of the line unless multipliers or the label
  /// search left a gap, and infinite only if there is no line.
  public internal(set) var lowerBound = 0.0
  /// The lines of the last call for several, cheapest first.
  public internal(set) var ranked: [RankedLine] = []

  /// An empty workspace; it grows with use.
  public init() {}

  /// Makes room for an automaton.
  mutating func reserve(_ automaton: LineAutomaton) {
    Self.grow(&values, to: automaton.valueCount, filler: 0)
    Self.grow(&classPrice, to: automaton.classCount, filler: 0)
    Self.grow(&classSlot, to: automaton.classCount, filler: 0)
    Self.grow(&dayOffPrice, to: automaton.dayCount, filler: 0)
    Self.grow(&dayOffReal, to: automaton.dayCount, filler: 0)
    Self.grow(&activeReal, to: automaton.branchClass.count, filler: 0)
    Self.grow(&activePrice, to: automaton.branchClass.count, filler: 0)
    Self.grow(&activeGroup, to: automaton.branchClass.count, filler: 0)
    Self.grow(&activeTarget, to: automaton.branchClass.count, filler: 0)
    Self.grow(&activeBranch, to: automaton.branchClass.count, filler: 0)
    Self.grow(&activeJoint, to: automaton.branchClass.count, filler: 0)
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

/// A line with its cost at the prices of a call.
public struct RankedLine: Hashable, Sendable {
  /// The line.
  public var line: Line
  /// Its cost.
  public var cost: Double
}
