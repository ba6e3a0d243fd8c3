import PlainText
import Rostering

/// A gap's people and repairs as rows of text, the same in every renderer.
struct GapRows {
  let explained: GapExplanation
  let words: ExplainWords

  /// People who stand alike towards a gap.
  struct Group {
    let rank: Int
    let title: String
    var people: [String]
    /// True if these people are there or could be.
    var isPossible: Bool { rank <= 4 }
  }

  private func say(_ phrase: ExplainPhrase) -> String { words.say(phrase) }

  /// When, where and how large the gap is.
  func head(number: Int) -> String {
    let gap = explained.gap
    return say(
      .gapHead(
        number: number,
        date: words.language.shortDate(words.plan.horizon.date(ofDay: gap.day)),
        time: spanWords(gap.minutes, fromDay: gap.day), skill: gap.skill))
  }

  /// How large it is and what it costs.
  var size: String {
    let gap = explained.gap
    return say(
      .gapSize(
        mean: words.hours(gap.meanAgents), most: words.hours(gap.mostAgents),
        hours: words.hours(gap.hours), cost: words.money(explained.cost)))
  }

  /// Its worst moment.
  var worst: String {
    say(
      .atWorst(
        time: spanWords(explained.worst, fromDay: explained.gap.day),
        needed: words.hours(explained.needed), there: words.hours(explained.onDuty),
        possible: NumberText.short(explained.possible, decimals: 1)))
  }

  /// Everybody, those who are there first.
  var groups: [Group] {
    var groups: [Group] = []
    func add(_ rank: Int, _ title: String, _ person: String) {
      if let index = groups.firstIndex(where: { $0.title == title }) {
        groups[index].people.append(person)
      } else {
        groups.append(Group(rank: rank, title: title, people: [person]))
      }
    }
    for person in explained.people {
      let name = words.name(person.employee)
      switch person.reason {
      case .standsThere: add(0, say(.there), name)
      case .sharesQueues: add(1, say(.sharing), name)
      case .onBreak: add(2, say(.onBreak), name)
      case .lacksSkill: add(6, say(.lacksSkill), name)
      case .never(let rules):
        add(
          5,
          "\(say(.never))\(words.language.colon)\(rules.map(words.rule).joined(separator: " + "))",
          name)
      case .notBesideOwnShifts(let findings):
        add(
          4,
          "\(say(.ownShifts))\(words.language.colon)\(findings.map(words.finding).joined(separator: " + "))",
          name)
      case .couldBe:
        let cost = person.netCost.map { say(.netCost(Self.signed($0))) } ?? ""
        add(3, say(.couldBe), "\(name) (\(cost))")
      }
    }
    // Stable: groups of one kind stay in the order of their first person.
    return groups.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }.map(\.element)
  }

  /// Heads of the columns of `repairs`.
  var repairHeads: [String] {
    [say(.repairs), "", say(.closes), say(.price), say(.worth), say(.net)]
  }

  /// The repairs, a row each.
  var repairs: [[String]] {
    explained.repairs.map { repair in
      [
        say(.repair(repair.kind)), words.repair(repair), words.hours(repair.hoursClosed),
        NumberText.grouped(repair.change.price), NumberText.grouped(repair.worth),
        Self.signed(repair.change.cost.total),
      ]
    }
  }

  /// Money with its sign.
  static func signed(_ amount: Double) -> String {
    (amount > 0.5 ? "+" : "") + NumberText.grouped(amount)
  }
}
