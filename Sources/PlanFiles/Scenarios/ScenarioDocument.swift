/// A scenario file as it was read, so that a case can carry it along.
public struct ScenarioText: Codable, Hashable, Sendable {
  /// The file's name, for messages.
  public var file: String
  /// What it says.
  public var text: String

  /// A scenario's text.
  public init(file: String, text: String) {
    self.file = file
    self.text = text
  }
}

/// What a scenario changes beside the keys of plan.yaml that it lays over the
/// plan's own.
public struct ScenarioDocument: Hashable, Sendable {
  /// People who are added alike.
  public struct Newcomers: Hashable, Sendable {
    /// How many.
    public var count: Int
    /// Their skills.
    public var skills: [String]
    /// Base pay of an hour; nil for the mean of those with one of the skills.
    public var wage: Double?
  }

  /// A multiple of demand.
  public struct Demand: Hashable, Sendable {
    /// What demand is multiplied with.
    public var factor: Double
    /// The skills; empty for all.
    public var skills: [String]
  }

  /// Leave of a share of the team.
  public struct LeaveWave: Hashable, Sendable {
    /// The share, 0 to 1.
    public var share: Double
    /// The days of the horizon.
    public var days: ClosedRange<Int>
  }

  /// Skills that somebody learns.
  public struct Training: Hashable, Sendable {
    /// The employee's id.
    public var employeeID: String
    /// The skills.
    public var skills: [String]
  }

  /// The scenario's name.
  public var name: String
  /// The file, where it lays keys over plan.yaml; nil where it does not.
  public var overlay: ScenarioText?
  /// The length of all shifts in minutes; nil to leave them.
  public var shiftLength: Int?
  /// Shift patterns that are left out.
  public var droppedShifts: [String] = []
  /// Multiples of demand.
  public var demand: [Demand] = []
  /// Leave of a share of the team.
  public var leave: LeaveWave?
  /// The size of the team; nil to leave it.
  public var teamSize: Int?
  /// People who are added.
  public var newcomers: [Newcomers] = []
  /// People who are left out, by id.
  public var removed: [String] = []
  /// Skills that are learned.
  public var trainings: [Training] = []
}
