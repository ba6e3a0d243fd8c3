/// Lets people with equal rules share the memory of their primitives' arrays.
///
/// Every primitive has an entry for each option of the problem: for a year of
/// many shifts and many people that is gigabytes, though few of them differ.
struct SharedArrays {
  private var masks: [OptionMask] = []
  private var numbers: [[Int]] = []
  /// Arrays that are kept to compare with; beyond it nothing is shared.
  private static let limit = 256

  /// The same rules with arrays met before in place of equal ones.
  ///
  /// - Complexity: O(primitives x arrays kept) comparisons, most of which end
  ///   at the first option that differs.
  mutating func sharing(_ rules: LineRules) -> LineRules {
    var rules = rules
    for index in rules.successions.indices {
      rules.successions[index].first = shared(rules.successions[index].first)
      rules.successions[index].next = shared(rules.successions[index].next)
      rules.successions[index].readyMinute = shared(rules.successions[index].readyMinute)
    }
    for index in rules.runs.indices {
      rules.runs[index].members = shared(rules.runs[index].members)
    }
    for index in rules.totals.indices {
      rules.totals[index].weights = shared(rules.totals[index].weights)
    }
    for index in rules.totalPrices.indices {
      rules.totalPrices[index].weights = shared(rules.totalPrices[index].weights)
    }
    for index in rules.periods.indices {
      rules.periods[index].members = shared(rules.periods[index].members)
    }
    return rules
  }

  private mutating func shared(_ mask: OptionMask) -> OptionMask {
    if let known = masks.first(where: { $0 == mask }) { return known }
    if masks.count < Self.limit { masks.append(mask) }
    return mask
  }

  private mutating func shared(_ values: [Int]) -> [Int] {
    if let known = numbers.first(where: { $0 == values }) { return known }
    if numbers.count < Self.limit { numbers.append(values) }
    return values
  }
}
