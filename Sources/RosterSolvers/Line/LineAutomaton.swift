/// All lines that a person's rules allow, as a layered automaton in flat
/// arrays, without the person's own prices: people with the same rules share
/// one.
///
/// A state of the layer before a day is a pair of a *rest state* (runs, totals,
/// periods) and a *profile* (how early which shifts may start). The options of
/// a day fall into *classes* that change both alike, so that of each class only
/// the cheapest option matters. A class leads through one or more *branches*:
/// a branch accepts a set of profiles, its *group*, and leads all of them to
/// one target profile. Costs of a step are therefore needed once for each rest
/// state and branch, not for each pair of profiles: where groups form a chain
/// (later ready means fewer starts), a running minimum over them does the rest.
///
/// Rules that would multiply the rest states (priced counts above all) are kept
/// apart in *side automata*. Without them the values of the states are bounds,
/// which a search over labels makes exact (`LineOptimizer+Labels`).
final class LineAutomaton: Sendable {
  /// The slots, days ascending, a day's slots by class.
  let slotOption: [Int32]
  /// One entry for each day.
  let days: [LineAutomatonDay]
  /// Rest states of the layer before each day and after the last one.
  let restCount: [Int]
  /// Profiles of the same layers.
  let profileCount: [Int]
  /// Where each layer's values begin in an array over all (rest, profile).
  let valueStart: [Int]
  /// The following rest state, times the following layer's profile count; -1
  /// for none. At `day.stepStart + rest * day.letterCount + letter`.
  let next: [Int32]
  /// What a step costs at the same places; empty if no step costs anything.
  let stepCost: [Double]
  /// The slots of class `c` are `classStart[c]..<classStart[c + 1]`.
  let classStart: [Int32]
  /// The branches of letter `l` of a day are
  /// `letterBranches[day.letterStart + l]..<letterBranches[... + l + 1]`.
  let letterBranches: [Int32]
  /// For each day and profile the profile after a day off; -1 for none.
  let dayOffTarget: [Int32]
  /// Whether a group accepts a profile, at
  /// `day.acceptStart + group * profile count + profile`.
  let accepts: [Bool]
  /// For each day and profile the first group of a chain that accepts it
  /// (the group count for none); 0 where groups form no chain.
  let firstGroup: [Int32]
  /// The class of each branch.
  let branchClass: [Int32]
  /// The group of each branch, counted within the day.
  let branchGroup: [Int32]
  /// The target profile of each branch.
  let branchTarget: [Int32]
  /// For each branch the branches (counted over all days) of the same letter
  /// that accept at least as much and lead to a target at least as free.
  let dominatorStart: [Int32]
  let dominators: [Int32]
  /// The prices of the days before the horizon.
  let startCost: Double
  /// Letters of all days plus one a day.
  let letterBoundCount: Int
  /// The most groups of a day.
  let groupLimit: Int
  /// Where each layer's rest states begin in an array over all of them.
  let restStart: [Int]
  /// Rest states of all layers.
  let restTotal: Int
  /// False if the successions or the other rules allow no line by themselves.
  let isAlive: Bool
  /// The rules that are not in the rest states.
  let sides: [SideAutomaton]
  /// The side letters of each class: a joint letter, counted within the day.
  let classJoint: [Int32]
  /// The letter of each side automaton for each joint letter of each day, at
  /// `(day.jointStart + joint) * sides.count + side`.
  let jointLetters: [Int32]

  /// True if every rule is part of the rest states and profiles.
  var isComplete: Bool { sides.isEmpty }
  /// Joint side letters of all days.
  var jointTotal: Int { days.reduce(0) { $0 + $1.jointCount } }
  /// The most joint side letters of a day.
  let jointLimit: Int
  /// The values of a whole automaton.
  var valueCount: Int { valueStart.last ?? 0 }
  /// The number of classes of all days.
  var classCount: Int { classStart.count - 1 }
  var dayCount: Int { days.count }

  init(_ parts: LineAutomatonParts) {
    slotOption = parts.slotOption
    days = parts.days
    restCount = parts.restCount
    profileCount = parts.profileCount
    var start = 0
    var starts: [Int] = []
    var restStart = 0
    var restStarts: [Int] = []
    for (rest, profile) in zip(parts.restCount, parts.profileCount) {
      starts.append(start)
      start += rest * profile
      restStarts.append(restStart)
      restStart += rest
    }
    valueStart = starts + [start]
    self.restStart = restStarts
    restTotal = restStart
    letterBoundCount = parts.days.reduce(0) { $0 + $1.letterCount + 1 }
    jointLimit = parts.days.map(\.jointCount).max() ?? 0
    groupLimit = parts.days.map(\.groupCount).max() ?? 0
    next = parts.next
    stepCost = parts.stepCost.allSatisfy { $0 == 0 } ? [] : parts.stepCost
    classStart = parts.classStart
    letterBranches = parts.letterBranches
    dayOffTarget = parts.dayOffTarget
    accepts = parts.accepts
    firstGroup = parts.firstGroup
    branchClass = parts.branchClass
    branchGroup = parts.branchGroup
    branchTarget = parts.branchTarget
    dominatorStart = parts.dominatorStart
    dominators = parts.dominators
    startCost = parts.startCost
    isAlive = parts.isAlive
    sides = parts.sides
    classJoint = parts.classJoint
    jointLetters = parts.jointLetters
  }
}

/// One day of a line automaton: where its parts lie in the flat arrays.
struct LineAutomatonDay: Sendable {
  /// Letters of the day's rest steps.
  var letterCount = 0
  /// Where the day's steps begin.
  var stepStart = 0
  /// The day's classes.
  var classes = 0..<0
  /// Where the day's bounds begin in `letterBranches`.
  var letterStart = 0
  /// The letter of a day off; -1 where the person has to work.
  var dayOffLetter = -1
  /// Joint side letters of the day, and where they begin over all days.
  var jointCount = 0
  var jointStart = 0
  /// The joint side letter of a day off; -1 where the person has to work.
  var dayOffJoint = -1
  /// Groups of the day.
  var groupCount = 0
  /// Where the day's profiles begin in `dayOffTarget` and `firstGroup`.
  var profileStart = 0
  /// Where the day's entries begin in `accepts`.
  var acceptStart = 0
  /// True if the groups form a chain: each includes the one before.
  var isChain = false
}

/// The arrays of a line automaton while it is built.
struct LineAutomatonParts {
  var slotOption: [Int32] = []
  var days: [LineAutomatonDay] = []
  var restCount: [Int] = []
  var profileCount: [Int] = []
  var next: [Int32] = []
  var stepCost: [Double] = []
  var classStart: [Int32] = [0]
  var letterBranches: [Int32] = []
  var dayOffTarget: [Int32] = []
  var accepts: [Bool] = []
  var firstGroup: [Int32] = []
  var branchClass: [Int32] = []
  var branchGroup: [Int32] = []
  var branchTarget: [Int32] = []
  var dominatorStart: [Int32] = [0]
  var dominators: [Int32] = []
  var startCost = 0.0
  var isAlive = true
  var sides: [SideAutomaton] = []
  var classJoint: [Int32] = []
  var jointLetters: [Int32] = []
}
