/// The heads of a set of open candidates, kept (nearly) at their least cost
/// while candidates are opened and closed.
///
/// A search opens and closes on trial: changes of heads go into a journal that
/// can be taken back to a mark.
protocol HeadsModel: Sendable {
  init(_ problem: ShiftDesignProblem)

  var prices: SlotPrices { get }
  var candidateCount: Int { get }
  /// The cost of all slots in the units of `prices`.
  var cost: Int { get }
  /// Heads of each candidate, over all days.
  var totals: [Int] { get }
  /// Heads by candidate, day and break choice.
  var snapshot: HeadsSnapshot { get }

  /// Lets a candidate take heads, and gives it those that lower the cost.
  mutating func open(_ candidate: Int)
  /// Closes a candidate and moves its heads to others, for at most a budget.
  ///
  /// - Returns: False if it would cost more: then the candidate is closed, the
  ///   heads are half moved, and the caller takes back and reinstates.
  mutating func close(_ candidate: Int, budget: Int) -> Bool
  /// Takes a candidate without heads out of the set.
  mutating func withdraw(_ candidate: Int)
  /// Opens a candidate again, with the heads that the journal gave back.
  mutating func reinstate(_ candidate: Int)

  /// Forgets what was changed before.
  mutating func beginJournal()
  /// A moment of the journal.
  var mark: Int { get }
  /// Takes back all changes of heads since a mark, when the cost was `cost`.
  mutating func takeBack(to mark: Int, cost: Int)
}

/// Heads as they were at one moment of a search.
struct HeadsSnapshot: Hashable, Sendable {
  /// Candidate by candidate, break choice by break choice, day by day.
  var heads: [Int]
}
