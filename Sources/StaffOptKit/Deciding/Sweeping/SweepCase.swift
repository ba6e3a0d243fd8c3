import PlanFiles

/// One question of a sweep: a plan with some edits, under a name.
///
/// A case holds all that is needed to work it out anywhere: it can be written
/// down, sent elsewhere, and solved in any order.
public struct SweepCase: Codable, Hashable, Sendable {
  /// The name; unique in a sweep.
  public var name: String
  /// What is changed, in this order.
  public var edits: [PlanEdit]

  /// A case.
  public init(name: String, edits: [PlanEdit]) {
    self.name = name
    self.edits = edits
  }
}

/// A change of a plan.
public enum PlanEdit: Codable, Hashable, Sendable {
  /// Keys of a scenario file, laid over those of plan.yaml.
  case scenario(ScenarioText)
  /// All shifts have this length from start to end, in minutes; starts after
  /// which the team would close too early move forward.
  case shiftLength(minutes: Int)
  /// Patterns are left out, by name.
  case dropShifts([String])
  /// Demand is multiplied; no skills means all.
  case demand(factor: Double, skills: [String])
  /// Each day's demand is a point of its forecast band instead of the mean.
  case demandBand(BandPoint)
  /// The agents wanted of some skills are these, skill after skill one value
  /// for each interval.
  case given(skills: [String], agents: [[Double]])
  /// A share of the team is away on some days (0-based, both included),
  /// beside the leave there is.
  case leaveWave(share: Double, firstDay: Int, lastDay: Int)
  /// The team has this many people.
  case teamSize(Int)
  /// People are added: number, skills, base pay of an hour (nil for the mean
  /// of those with one of the skills).
  case addPeople(count: Int, skills: [String], wage: Double?)
  /// People are left out, by id.
  case removePeople([String])
  /// Somebody, by id, learns skills.
  case teach(employeeID: String, skills: [String])
  /// A limit of a rule, by its index in the plan, moves some steps; an empty
  /// parameter drops the rule.
  case loosen(rule: Int, parameter: String, steps: Int)
}

/// A point of the band in which a day's demand is expected.
public enum BandPoint: String, CaseIterable, Codable, Sendable {
  /// One day in ten stays at or below it.
  case low = "P10"
  /// Half of all days stay at or below it.
  case median = "P50"
  /// Nine days in ten stay at or below it.
  case high = "P90"
}

extension SweepCase {
  /// One case for each point of the forecast band.
  public static var demandBand: [SweepCase] {
    BandPoint.allCases.map { SweepCase(name: $0.rawValue, edits: [.demandBand($0)]) }
  }

  /// One case for each length of all shifts.
  public static func shiftLengths(_ minutes: [Int]) -> [SweepCase] {
    minutes.map { length in
      let (hours, rest) = (length / 60, length % 60)
      let name = "\(hours) h" + (rest > 0 ? " \(rest) min" : "")
      return SweepCase(name: name, edits: [.shiftLength(minutes: length)])
    }
  }

  /// One case for each factor of demand.
  public static func demandFactors(_ factors: [Double]) -> [SweepCase] {
    factors.map { factor in
      SweepCase(
        name: "demand \(Int((factor * 100).rounded())) %",
        edits: [.demand(factor: factor, skills: [])])
    }
  }

  /// One case for each size of the team.
  public static func levels(_ sizes: [Int]) -> [SweepCase] {
    sizes.map { SweepCase(name: "\($0)", edits: [.teamSize($0)]) }
  }
}
