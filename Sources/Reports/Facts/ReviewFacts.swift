import CivilTime
import Workload

/// What became of a plan: foretold and come, planned and worked, in figures.
public struct ReviewFacts: Sendable {
  /// Agent-hours missing, and whose miss they are. The parts add up to
  /// `total`; a part below 0 made good for others.
  public struct Miss: Equatable, Sendable {
    /// The roster fell short of the need that was foretold.
    public var plan = 0.0
    /// People were not there who were on the roster.
    public var attendance = 0.0
    /// More came, or took longer, than was foretold.
    public var forecast = 0.0

    /// No miss.
    public init() {}

    /// Agent-hours missing to what was really needed.
    public var total: Double { plan + attendance + forecast }
  }

  /// One day.
  public struct Day: Equatable, Sendable {
    /// The day.
    public var date: CivilDate
    /// Contacts foretold, their band, and those that came.
    public var foretold: Double
    public var band: DemandBand
    public var came: Double
    /// Agent-hours: needed by the forecast, on the roster, worked, and needed
    /// by what came.
    public var neededHours: Double
    public var rosteredHours: Double
    public var workedHours: Double
    public var reallyNeededHours: Double
    /// The miss.
    public var miss: Miss
    /// False where the log has nothing of the day, because it begins later or
    /// ends before: what came is then unknown, not nothing.
    public var isKnown = true

    /// A day.
    public init(
      date: CivilDate, foretold: Double, band: DemandBand, came: Double, neededHours: Double,
      rosteredHours: Double, workedHours: Double, reallyNeededHours: Double, miss: Miss
    ) {
      self.date = date
      self.foretold = foretold
      self.band = band
      self.came = came
      self.neededHours = neededHours
      self.rosteredHours = rosteredHours
      self.workedHours = workedHours
      self.reallyNeededHours = reallyNeededHours
      self.miss = miss
    }
  }

  /// One class.
  public struct ClassReview: Equatable, Sendable {
    /// The class.
    public var workload: WorkloadClass
    /// Contacts foretold and come.
    public var foretold: Double
    public var came: Double
    /// Sum of absolute errors over the intervals divided by what came.
    public var intervalWAPE: Double?
    /// The share of intervals with arrivals foretold that lay in the band.
    public var bandShare: Double?
    /// Mean handle seconds planned and come; wrap-up included in both.
    public var plannedHandle: Double?
    public var realHandle: Double?
    /// How its tickets went, over the day and by hour.
    public var outcome: OutcomeTally
    public var hours: [OutcomeTally]

    /// A class.
    public init(
      workload: WorkloadClass, foretold: Double, came: Double, intervalWAPE: Double?,
      bandShare: Double?, plannedHandle: Double?, realHandle: Double?, outcome: OutcomeTally,
      hours: [OutcomeTally]
    ) {
      self.workload = workload
      self.foretold = foretold
      self.came = came
      self.intervalWAPE = intervalWAPE
      self.bandShare = bandShare
      self.plannedHandle = plannedHandle
      self.realHandle = realHandle
      self.outcome = outcome
      self.hours = hours
    }
  }

  /// The plan's name.
  public var title: String
  /// The zone of all times.
  public var zone: String
  /// The days.
  public var days: [Day]
  /// The classes, in the plan's order.
  public var classes: [ClassReview]
  /// True if it is known who really worked.
  public var knowsAttendance: Bool
  /// What verdicts are divided by to become shares.
  public var verdictScale: Double
  /// The forecast, and what came, for pictures.
  public var forecast: Forecast
  public var actual: [DemandSeries]

  /// The facts of a review.
  public init(
    title: String, zone: String, days: [Day], classes: [ClassReview], knowsAttendance: Bool,
    verdictScale: Double, forecast: Forecast, actual: [DemandSeries]
  ) {
    self.title = title
    self.zone = zone
    self.days = days
    self.classes = classes
    self.knowsAttendance = knowsAttendance
    self.verdictScale = verdictScale
    self.forecast = forecast
    self.actual = actual
  }

  /// Days of which the log has nothing.
  public var unknownDays: Int { days.count { !$0.isKnown } }

  /// The miss of all days; of days that are not known only plan and
  /// attendance.
  public var miss: Miss {
    days.reduce(into: Miss()) {
      $0.plan += $1.miss.plan
      $0.attendance += $1.miss.attendance
      $0.forecast += $1.miss.forecast
    }
  }
}
