/// Scratch memory of the block optimiser, reused from call to call.
struct BlockWorkspace: Sendable {
  /// The least price of each class and the slot that has it, multipliers
  /// included.
  var classPrice: [Double] = []
  var classSlot: [Int] = []
  /// For each day: whether it may be off, what that costs, whether it may be
  /// worked.
  var mayBeOff: [Bool] = []
  var offPrice: [Double] = []
  var mayWork: [Bool] = []
  /// Whether a pattern settles the day.
  var isSettled: [Bool] = []

  /// The days that are looked at: those outside are settled, and blocks and
  /// the days off before them lie on one side whole.
  var window = BlockWindow()
  /// The class of each settled day, -1 for a day off.
  var settledClass: [Int32] = []

  /// Count limits that bind here: their index, and what is left of them for
  /// days that are not settled.
  var openLimits: [(limit: Int, left: Int)] = []
  /// True if the periods touched are no states but cost `periodPrice` each.
  var pricesPeriods = false
  var periodPrice = 0.0
  /// The limits that are states, with their strides; the number of states.
  var dimensions: [(limit: Int, left: Int, stride: Int)] = []
  var countStates = 1
  /// For each set of limits (by class) the next count state; and for two count
  /// states their sum; -1 where a limit is passed.
  var countAfter: [[Int32]] = []
  var countSets: [UInt32] = []
  var classCountSet: [Int] = []
  var countSum: [Int32] = []
  /// Each day's open classes of the call's last run, one of those alike.
  var openClasses: [Int] = []
  var openStart: [Int] = []

  /// The cheapest run of work from a start over some days, by last group,
  /// units and counts; and the cheapest over all groups.
  var runCost: [Double] = []
  var blockCost: [Double] = []
  var masked: [Double] = []
  /// The least and most extra units of each block, -1 for no block.
  var blockLeast: [Int32] = []
  var blockMost: [Int32] = []

  /// The least cost up to a boundary that a new block may begin at, and that a
  /// block has just ended at.
  var rested: [Double] = []
  var worked: [Double] = []
  var copy: [Double] = []

  /// What each person's last pattern meant.
  var frames: [Int: BlockFrame] = [:]
  /// Multipliers of each person's count limits that worked last.
  var multipliers: [Int: [Double]] = [:]
  /// What each person's multipliers were looked for with last.
  var multiplierMemories: [Int: MultiplierMemory] = [:]
  /// Limits of each person that were states last.
  var lastDimensions: [Int: [Int]] = [:]

  static func grow<Element>(_ array: inout [Element], to count: Int, filler: Element) {
    if array.count < count {
      array.append(contentsOf: repeatElement(filler, count: count - array.count))
    }
  }
}

/// What helps to find a person's multipliers again.
struct MultiplierMemory: Sendable {
  /// Whose it is.
  var owner: BlockIdentity
  /// How far steps went last.
  var scale = 0.0
  /// Lines that were cheapest at some multipliers, of the class of each day, -1
  /// for a day off.
  private(set) var lines: [[Int32]] = []

  /// Lines, the most.
  private static let lineLimit = 12

  init(owner: BlockIdentity) { self.owner = owner }

  /// Takes a line in, for the oldest one if there are too many.
  mutating func keep(_ line: [Int32]) {
    if let place = lines.firstIndex(of: line) {
      lines.append(lines.remove(at: place))
    } else {
      if lines.count == Self.lineLimit { lines.removeFirst() }
      lines.append(line)
    }
  }
}

/// Days between two boundaries at which the settled line outside is ready for
/// a new block, with what the settled days outside bring.
struct BlockWindow: Sendable {
  var from = 0
  var to = 0
  var unitsBefore = 0
  var unitsAfter = 0
  var periodsOutside = 0
  var costOutside = 0.0
}
