/// What customers of a queue meet.
public struct QueuePerformance: Equatable, Sendable {
  /// The share of arrivals that wait at all, 0 to 1.
  public let waitProbability: Double
  /// The share of all arrivals that are answered within the threshold;
  /// customers who gave up count as not answered.
  public let serviceLevel: Double
  /// The other common definition
  /// (``ServiceLevelDefinition/withoutQuickAbandons``): answered within the
  /// threshold, as a share of arrivals without those who gave up before it.
  public let serviceLevelWithoutQuickAbandons: Double
  /// `1 - serviceLevel`, exact where it is tiny.
  public let lateShare: Double
  /// `1 - serviceLevelWithoutQuickAbandons`, exact where it is tiny.
  public let lateShareWithoutQuickAbandons: Double
  /// Mean wait in seconds over all arrivals, those who gave up included.
  public let meanWaitSeconds: Double
  /// The share of arrivals that give up, 0 to 1.
  public let abandonment: Double
  /// The share of their time that agents are busy, 0 to 1.
  public let occupancy: Double

  /// Measures of a queue.
  public init(
    waitProbability: Double, serviceLevel: Double, serviceLevelWithoutQuickAbandons: Double,
    lateShare: Double, lateShareWithoutQuickAbandons: Double, meanWaitSeconds: Double,
    abandonment: Double, occupancy: Double
  ) {
    self.waitProbability = waitProbability
    self.serviceLevel = serviceLevel
    self.serviceLevelWithoutQuickAbandons = serviceLevelWithoutQuickAbandons
    self.lateShare = lateShare
    self.lateShareWithoutQuickAbandons = lateShareWithoutQuickAbandons
    self.meanWaitSeconds = meanWaitSeconds
    self.abandonment = abandonment
    self.occupancy = occupancy
  }

  /// The service level by a definition.
  public func serviceLevel(_ definition: ServiceLevelDefinition) -> Double {
    definition == .ofOffered ? serviceLevel : serviceLevelWithoutQuickAbandons
  }

  /// The share that is not answered in time by a definition.
  public func lateShare(_ definition: ServiceLevelDefinition) -> Double {
    definition == .ofOffered ? lateShare : lateShareWithoutQuickAbandons
  }

  /// A queue that nobody joins.
  static let withoutArrivals = QueuePerformance(
    waitProbability: 0, serviceLevel: 1, serviceLevelWithoutQuickAbandons: 1, lateShare: 0,
    lateShareWithoutQuickAbandons: 0, meanWaitSeconds: 0, abandonment: 0, occupancy: 0)
  /// A queue that grows without end.
  static let overloaded = QueuePerformance(
    waitProbability: 1, serviceLevel: 0, serviceLevelWithoutQuickAbandons: 0, lateShare: 1,
    lateShareWithoutQuickAbandons: 1, meanWaitSeconds: .infinity, abandonment: 0, occupancy: 1)
}
