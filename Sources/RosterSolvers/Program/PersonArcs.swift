import Rostering

/// What one person may do on each day, as the program sees it: options that
/// no row could tell apart are one *arc*, arcs that no line rule could tell
/// apart are one *group*.
struct PersonArcs {
  /// One choice of a day.
  struct Arc {
    /// The first of the options it stands for.
    var option: Int
    /// Index of the day's group it belongs to.
    var group: Int
  }

  /// For each day its arcs, options ascending.
  private(set) var arcs: [[Arc]] = []
  /// For each day and group the first option of the group.
  private(set) var groups: [[Int]] = []
  /// The arc of the day that each allowed option belongs to.
  private(set) var arcOfOption: [Int: Int] = [:]

  /// - Complexity: O(options x rules).
  init(_ problem: RosterProblem, person: Int) {
    let rules = problem.lines[person]
    let contributions = problem.contributions(ofPerson: person)
    for day in 0..<problem.dayCount {
      var groupOfEffect: [[Int]: Int] = [:]
      var arcOfContent: [ArcContent: Int] = [:]
      var dayArcs: [Arc] = []
      var dayGroups: [Int] = []
      for option in rules.allowed[day] where Self.isReady(option, problem, rules) {
        let effect = Self.effect(of: option, problem, rules)
        let group = groupOfEffect[effect] ?? dayGroups.count
        if group == dayGroups.count {
          groupOfEffect[effect] = group
          dayGroups.append(option)
        }
        let content = ArcContent(
          group: group, cost: rules.optionCost[option], entries: contributions[option])
        let arc = arcOfContent[content] ?? dayArcs.count
        if arc == dayArcs.count {
          arcOfContent[content] = arc
          dayArcs.append(Arc(option: option, group: group))
        }
        arcOfOption[option] = arc
      }
      arcs.append(dayArcs)
      groups.append(dayGroups)
    }
  }

  private struct ArcContent: Hashable {
    var group: Int
    var cost: Double
    var entries: ArraySlice<CoverEntry>
  }

  /// False for options that what was worked before the horizon forbids.
  private static func isReady(
    _ option: Int, _ problem: RosterProblem, _ rules: LineRules
  ) -> Bool {
    rules.successions.allSatisfy { succession in
      !succession.next[option]
        || problem.options[option].minutes.lowerBound >= succession.historyReadyMinute
    }
  }

  /// All that the line rules know of an option.
  private static func effect(
    of option: Int, _ problem: RosterProblem, _ rules: LineRules
  ) -> [Int] {
    var effect: [Int] = []
    for succession in rules.successions {
      effect.append(succession.first[option] ? succession.readyMinute[option] : .min)
      effect.append(
        succession.next[option] ? problem.options[option].minutes.lowerBound : .max)
    }
    for run in rules.runs { effect.append(run.members[option] ? 1 : 0) }
    for total in rules.totals { effect.append(total.weights[option]) }
    for total in rules.totalPrices { effect.append(total.weights[option]) }
    for period in rules.periods { effect.append(period.members[option] ? 1 : 0) }
    return effect
  }
}

/// People whom nothing but their number tells apart.
enum AlikePeople {
  /// Everything that a solver can see of a person.
  private struct Content: Hashable {
    var coverClass: Int
    var allowed: [[Int]]
    var mayBeOff: [Bool]
    var successions: [Succession]
    var runs: [RunLimit]
    var totals: [TotalLimit]
    var totalPrices: [TotalPrice]
    var periods: [PeriodLimit]
    var optionCost: [Double]
    var dayOffCost: [Double]
  }

  /// For each person the first one who is alike.
  static func representatives(in problem: RosterProblem) -> [Int] {
    var first: [Content: Int] = [:]
    return problem.lines.indices.map { person in
      let rules = problem.lines[person]
      let content = Content(
        coverClass: problem.coverClassOfPerson[person], allowed: rules.allowed,
        mayBeOff: rules.mayBeOff, successions: rules.successions, runs: rules.runs,
        totals: rules.totals, totalPrices: rules.totalPrices, periods: rules.periods,
        optionCost: rules.allowed.joined().map { rules.optionCost[$0] },
        dayOffCost: rules.dayOffCost)
      let representative = first[content] ?? person
      first[content] = representative
      return representative
    }
  }
}
