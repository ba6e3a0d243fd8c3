/// One question to the queueing calculator: how many agents, or how well do
/// so many.
///
///     var question = QueueCase(arrivals: 100, perSeconds: 1_800, handleSeconds: 180)
///     question.answer().needed.net     // 13.037
public struct QueueCase: Equatable, Sendable {
  /// What the case is called; empty for none.
  public var name = ""
  /// Contacts that arrive in `perSeconds`, at least 0.
  public var arrivals: Double
  /// The time in which they arrive, in seconds, above 0.
  public var perSeconds: Double
  /// Mean handle time in seconds, above 0.
  public var handleSeconds: Double
  /// The goal; agents are needed for it.
  public var goal = ServiceGoal.answered(share: 0.8, withinSeconds: 20)
  /// What the share of an `answered` goal is a share of.
  public var definition = ServiceLevelDefinition.ofOffered
  /// The wait in seconds that service levels are counted to; nil takes the
  /// goal's, or 20 s.
  public var thresholdSeconds: Double?
  /// Mean patience in seconds: nil if all wait, 0 if nobody does.
  public var patienceSeconds: Double?
  /// Agents serving, need not be whole; nil asks how many are needed.
  public var agents: Double?
  /// Contacts an agent serves at once, at least 1.
  public var concurrency = 1.0
  /// The share of time on duty that agents do not serve, 0 to below 1.
  public var shrinkage = 0.0
  /// The largest occupancy allowed, above 0 to 1.
  public var occupancyCeiling = 1.0

  /// A case with the usual goal of 80 % within 20 s.
  public init(arrivals: Double, perSeconds: Double, handleSeconds: Double) {
    self.arrivals = arrivals
    self.perSeconds = perSeconds
    self.handleSeconds = handleSeconds
  }

  /// The queue that the case describes.
  public var queue: ContactQueue {
    ContactQueue(
      arrivals: arrivals, perSeconds: perSeconds, handleSeconds: handleSeconds,
      patienceSeconds: patienceSeconds, concurrency: concurrency)
  }

  /// Works the case out.
  ///
  /// - Complexity: O(1): some tens of thousands of exponentials.
  public func answer() -> QueueAnswer { QueueAnswer(self) }
}

/// A number of agents, counted as serving and as on duty.
public struct AgentCount: Equatable, Sendable {
  /// Agents serving, real-valued.
  public let net: Double
  /// Agents on duty, `net / (1 - shrinkage)`, real-valued.
  public let gross: Double
  /// `net` rounded up, so that the goal is met.
  public let wholeNet: Double
  /// `gross` rounded up: rounded once, not the gross of a rounded net.
  public let wholeGross: Double

  init(net: Double, wholeNet: Double, shrinkage: Double) {
    self.net = net
    self.wholeNet = wholeNet
    gross = net / (1 - shrinkage)
    wholeGross = shrinkage > 0 ? ContactQueue.roundedUp(gross) : wholeNet
  }
}

/// What the calculator found.
public struct QueueAnswer: Equatable, Sendable {
  /// The question.
  public let question: QueueCase
  /// The model that its patience makes it.
  public let model: QueueModel
  /// The offered load in Erlangs, concurrency taken off.
  public let load: Double
  /// The wait in seconds that service levels are counted to.
  public let thresholdSeconds: Double
  /// The agents that the goal and the occupancy ceiling need.
  public let needed: AgentCount
  /// Agents serving that `performance` is for: those of the question, else
  /// the real-valued need.
  public let agents: Double
  /// How the queue does with `agents`.
  public let performance: QueuePerformance
  /// How the queue does with the needed agents rounded up.
  public let wholePerformance: QueuePerformance

  init(_ question: QueueCase) {
    let queue = question.queue
    let threshold =
      question.thresholdSeconds ?? ContactQueue.thresholdSeconds(of: question.goal)
    self.question = question
    model = queue.model
    load = queue.load
    thresholdSeconds = threshold
    let net = queue.agentsNeeded(
      for: question.goal, occupancyCeiling: question.occupancyCeiling,
      definition: question.definition)
    let whole = queue.wholeAgentsNeeded(
      for: question.goal, occupancyCeiling: question.occupancyCeiling,
      definition: question.definition)
    needed = AgentCount(net: net, wholeNet: Double(whole), shrinkage: question.shrinkage)
    agents = question.agents ?? net
    performance = queue.performance(agents: agents, thresholdSeconds: threshold)
    wholePerformance = queue.performance(
      agents: Double(whole), thresholdSeconds: threshold)
  }

  /// Agents on duty for `agents` serving.
  public var agentsOnDuty: Double { agents / (1 - question.shrinkage) }

  /// False if the queue grows without end.
  public var isStable: Bool { performance.meanWaitSeconds.isFinite }

  /// True if `agents` meet the goal and keep the occupancy ceiling.
  public var meetsGoal: Bool { agents >= needed.net * (1 - 1e-9) }

  /// True if `agents` are busier than the question allows.
  public var isAboveCeiling: Bool {
    performance.occupancy > question.occupancyCeiling * (1 + 1e-9)
  }
}
