import CivilTime
import Rostering
import Workload

/// A plan as it was read: what a roster is made from, what its need is made
/// from, and what the planner should be told.
public struct PlanDocument: Sendable {
  /// The domain's view of the plan.
  ///
  /// Its need names all skills: those of the workload classes first, then
  /// those of the need file and of the staff, each in the order of first
  /// mention. Skills of `givenNeedSkills` have the agents of the need file,
  /// all others none: whoever solves the plan fills them in from `workload`.
  public var plan: RosterPlan
  /// What the need is made from.
  public var workload: WorkloadPlan
  /// The skills whose need is given as a file.
  public var givenNeedSkills: [String]
  /// What the planner should know although the plan can be used, sorted by
  /// file, line and column.
  public var warnings: [PlanProblem]
  /// How the ticket log is read, for other logs of the same form.
  var historySection: HistorySection?

  /// A plan as read.
  public init(
    plan: RosterPlan, workload: WorkloadPlan, givenNeedSkills: [String] = [],
    warnings: [PlanProblem] = []
  ) {
    self.plan = plan
    self.workload = workload
    self.givenNeedSkills = givenNeedSkills
    self.warnings = warnings
  }

  /// The classes whose need a forecast must tell: those whose skill has no
  /// given need.
  public var forecastClasses: [WorkloadClass] {
    workload.classes.filter { !givenNeedSkills.contains($0.skill) }
  }
}

/// What a plan says about its customers.
public struct WorkloadPlan: Equatable, Sendable {
  /// The workload classes, in the plan's order.
  public var classes: [WorkloadClass]
  /// The opening hours of past and future days.
  public var opening: OpeningHours
  /// What the special days of the past and of the horizon are for demand.
  public var labels: [CivilDate: DayLabel]
  /// The planner's own ratios and events.
  public var adjustments: ForecastAdjustments
  /// Days whose log is right although it looks odd.
  public var trustedDates: Set<CivilDate>
  /// The counted ticket log; nil if the plan has none.
  public var history: TicketHistory?
  /// Whether the solver chooses when, within its deadline, work is done.
  public var leavesDeadlineWorkFree = false

  /// A workload.
  public init(
    classes: [WorkloadClass] = [], opening: OpeningHours = OpeningHours(),
    labels: [CivilDate: DayLabel] = [:], adjustments: ForecastAdjustments = ForecastAdjustments(),
    trustedDates: Set<CivilDate> = [], history: TicketHistory? = nil
  ) {
    self.classes = classes
    self.opening = opening
    self.labels = labels
    self.adjustments = adjustments
    self.trustedDates = trustedDates
    self.history = history
  }
}
