/// What a head more or less costs in each slot, in whole cost units.
///
/// The cost of a slot is convex in its heads: falling by `under` a head below
/// the whole number under the need, rising by `over` above the one over it,
/// and by `middle` on the step between the two where the need is a fraction.
struct SlotPrices: Sendable {
  /// Cost units that make up a price of 1.
  let scale: Double
  private(set) var floor: [Int] = []
  private(set) var ceiling: [Int] = []
  private(set) var under: [Int] = []
  private(set) var over: [Int] = []
  private(set) var middle: [Int] = []
  /// The cost of a slot with `floor` heads.
  private(set) var floorCost: [Int] = []

  /// Prices of the slots of a problem, and of slots beyond its end in which
  /// heads cost nothing.
  init(_ problem: ShiftDesignProblem, paddedTo slotCount: Int) {
    // Prices of the benchmark are whole: 1 keeps them exact. Others are
    // rounded to a thousandth of a unit of price.
    let values = [
      problem.overPrice, problem.underPrice, problem.shiftPrice,
    ]
    let isWhole =
      values.allSatisfy { $0 == $0.rounded() }
      && problem.need.allSatisfy { $0 == $0.rounded() }
    scale = isWhole ? 1 : 1_000
    let minutes = Double(problem.slotMinutes) * scale
    for slot in 0..<slotCount {
      guard slot < problem.slotCount else {
        floor.append(0)
        ceiling.append(0)
        under.append(0)
        over.append(0)
        middle.append(0)
        floorCost.append(0)
        continue
      }
      let need = problem.need[slot]
      let low = need.rounded(.down)
      let high = need.rounded(.up)
      let lowCost = ((need - low) * problem.underPrice * minutes).rounded()
      let highCost = ((high - need) * problem.overPrice * minutes).rounded()
      floor.append(Int(low))
      ceiling.append(Int(high))
      under.append(Int((problem.underPrice * minutes).rounded()))
      over.append(Int((problem.overPrice * minutes).rounded()))
      middle.append(Int(highCost - lowCost))
      floorCost.append(Int(lowCost))
    }
  }

  /// The cost of a slot with some heads.
  func cost(slot: Int, heads: Int) -> Int {
    if heads <= floor[slot] { return floorCost[slot] + (floor[slot] - heads) * under[slot] }
    return floorCost[slot] + (ceiling[slot] - floor[slot]) * middle[slot]
      + (heads - ceiling[slot]) * over[slot]
  }

  /// What a head more costs; negative where one is missing.
  @inline(__always)
  func costUp(slot: Int, heads: Int) -> Int {
    if heads >= ceiling[slot] { return over[slot] }
    return heads < floor[slot] ? -under[slot] : middle[slot]
  }

  /// What a head less costs; negative where one is too many.
  @inline(__always)
  func costDown(slot: Int, heads: Int) -> Int {
    if heads <= floor[slot] { return under[slot] }
    return heads > ceiling[slot] ? -over[slot] : -middle[slot]
  }

  /// How many heads more each cost what the next one does.
  func stepsUp(slot: Int, heads: Int) -> Int {
    if heads >= ceiling[slot] { return .max }
    return heads < floor[slot] ? floor[slot] - heads : 1
  }

  /// How many heads less each cost what the next one does.
  func stepsDown(slot: Int, heads: Int) -> Int {
    if heads <= floor[slot] { return .max }
    return heads > ceiling[slot] ? heads - ceiling[slot] : 1
  }
}
