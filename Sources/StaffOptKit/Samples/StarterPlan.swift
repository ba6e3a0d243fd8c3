import CivilTime
import PlanFiles
import Reports
import Workload

/// The commented plan that `staffopt init` writes: eight agents, one skill,
/// a week; it solves as it is.
public struct StarterPlan: Sendable {
  /// The language of the comments.
  public let language: ReportLanguage

  /// A starter plan with comments in a language.
  public init(language: ReportLanguage = .english) { self.language = language }

  /// The files of the plan folder.
  public func files() -> [OutputFile] {
    [
      OutputFile(path: "plan.yaml", contents: planText),
      OutputFile(path: "staff.csv", contents: staffText),
      OutputFile(path: "requests.csv", contents: requestsText),
      OutputFile(path: "tickets.csv", contents: ticketsText),
    ]
  }

  private var planText: String {
    switch language {
    case .english: Self.englishPlan
    case .simplifiedChinese: Self.simplifiedChinesePlan
    case .traditionalChinese: Self.traditionalChinesePlan
    }
  }

  private var staffText: String {
    """
    id,name,team,skills,contract-hours,wage,choice
    A01,王芳,Service,chat,40,36,rest
    A02,李强,Service,chat,40,34,pay
    A03,张敏,Service,chat,40,38,either
    A04,刘洋,Service,chat,40,33,pay
    A05,陈静,Service,chat,40,35,rest
    A06,杨磊,Service,chat,32,34,either
    A07,赵丽,Service,chat,40,37,pay
    A08,周杰,Service,chat,40,33,either

    """
  }

  private var requestsText: String {
    """
    employee,kind,from,to,shift,price,note
    A01,approved-leave,2026-10-01,2026-10-02,,,
    A05,day-off,2026-10-03,2026-10-03,,30,
    A03,asked-leave,2026-10-06,2026-10-07,,150,

    """
  }

  private var ticketsText: String {
    SampleHistory(
      queues: [
        SyntheticQueue(
          stream: TicketStream(queue: "chat"), meanPerDay: 130,
          hourWeights: SampleHistory.consumerHours, meanHandleSeconds: 420,
          medianHandleSeconds: 300)
      ],
      spans: [Self.firstDay...Self.lastDay], hours: 9..<21, specialDays: [:], seed: 1
    ).ticketFile()
  }

  private static let firstDay = CivilDate(year: 2026, month: 8, day: 31) ?? CivilDate(dayNumber: 0)
  private static let lastDay = CivilDate(year: 2026, month: 9, day: 27) ?? CivilDate(dayNumber: 1)
}
