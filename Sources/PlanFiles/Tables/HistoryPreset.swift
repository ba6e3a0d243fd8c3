import CivilTime
import Workload

/// How a known product exports its tickets or interval counts: which header
/// stands for which column, and how its values are written.
///
/// A preset is named in the plan (`workload.history.preset`) or recognised by
/// headers that only its product has. Columns that the plan names itself go
/// first.
struct HistoryPreset: Sendable {
  /// What the plan calls it.
  let word: String
  /// What people call it.
  let title: String
  /// Whether a row is a ticket or an interval.
  let kind: HistorySection.Kind
  /// For each column the headers that may stand for it, the best first.
  let columns: [(column: String, headers: [String])]
  /// Headers by which the layout is told from others.
  let signature: [String]
  /// How many of them must be there.
  let signatureLeast: Int
  /// The zone its times are in; nil for the plan's.
  var zone: String?
  /// True where a handle time `1:30` is an hour and a half, not a minute and a
  /// half.
  var handlesAreHoursAndMinutes = false
  /// True for a file without a header row.
  var isHeaderless = false

  /// The layouts that are known, in the order they are tried.
  static let all: [HistoryPreset] = [zendesk, freshdesk, serviceNow, genesys, calabrio]

  static let words = all.map { KnownWord($0.word, $0.word) }

  /// The layout of a name.
  static func named(_ word: String) -> HistoryPreset? { all.first { $0.word == word } }

  /// The layout whose signature a header row has, or nil.
  static func recognised(_ headers: [String]) -> HistoryPreset? {
    let names = Set(headers.map(TableSchema.normalized))
    return all.first { preset in
      !preset.isHeaderless
        && preset.signature.count { names.contains(TableSchema.normalized($0)) }
          >= preset.signatureLeast
    }
  }

  /// The ticket export of Zendesk Support, and its API's field names.
  private static let zendesk = HistoryPreset(
    word: "zendesk", title: "Zendesk", kind: .tickets,
    columns: [
      ("created", ["Created at", "Ticket created - Timestamp", "created_at"]),
      ("id", ["Id", "Ticket ID", "ticket_id"]),
      ("queue", ["Group", "Ticket group", "Ticket type", "type"]),
      ("urgency", ["Priority", "Ticket priority"]), ("channel", ["Via", "Ticket channel"]),
      ("handle", ["Total time spent (sec)", "Handle time (sec)", "Agent handle time (sec)"]),
      (
        "satisfaction", ["Satisfaction Score", "Ticket satisfaction rating", "satisfaction_rating"]
      ),
      ("reopened", ["Reopens", "Ticket reopens"]),
    ],
    signature: [
      "Satisfaction Score", "Group stations", "Assignee stations", "Reopens", "Requester id",
      "Summation column", "Initially assigned at", "Via",
    ], signatureLeast: 3)

  /// The ticket export of Freshdesk.
  private static let freshdesk = HistoryPreset(
    word: "freshdesk", title: "Freshdesk", kind: .tickets,
    columns: [
      ("created", ["Created time", "created_at"]), ("id", ["Ticket ID", "Id"]),
      ("queue", ["Group", "Type", "Product"]), ("urgency", ["Priority"]), ("channel", ["Source"]),
      ("handle", ["Time tracked"]), ("satisfaction", ["Survey results", "Survey result"]),
      ("reopened", ["Reopened", "Reopens"]),
    ],
    signature: [
      "Created time", "Due by Time", "Time tracked", "Agent interactions", "Customer interactions",
      "Resolution status", "First response status", "Survey results",
    ], signatureLeast: 3, handlesAreHoursAndMinutes: true)

  /// The incident export of ServiceNow: list labels, or field names.
  private static let serviceNow = HistoryPreset(
    word: "servicenow", title: "ServiceNow", kind: .tickets,
    columns: [
      ("created", ["Opened", "opened_at", "Created", "sys_created_on"]),
      ("id", ["Number", "number", "sys_id"]),
      ("queue", ["Assignment group", "assignment_group", "Category", "category"]),
      ("urgency", ["Priority", "priority", "Urgency", "urgency"]),
      ("channel", ["Channel", "Contact type", "contact_type"]),
      ("handle", ["Time worked", "time_worked"]),
      ("reopened", ["Reopen count", "reopen_count", "reopens"]),
    ],
    signature: [
      "opened_at", "contact_type", "assignment_group", "reopen_count", "calendar_stc",
      "sys_created_on", "Opened", "Assignment group", "Opened by", "Configuration item",
      "closed_at", "made_sla", "resolved_at",
    ], signatureLeast: 3)

  /// The history import of Genesys Cloud: one row an interval, in UTC.
  private static let genesys = HistoryPreset(
    word: "genesys", title: "Genesys", kind: .intervals,
    columns: [
      ("start", ["Interval Start UTC Date"]), ("queue", ["Queue"]), ("channel", ["Media Type"]),
      ("arrivals", ["Offered"]), ("handled", ["Interactions Handled"]),
      ("total-handle", ["Total Handle Time (Seconds)"]),
    ],
    signature: ["Interval Start UTC Date"], signatureLeast: 1, zone: "UTC")

  /// Calabrio's forecast file: skill, start and end as `yyyyMMdd HH:mm`,
  /// volume, task time and after-task work in seconds, perhaps agents; without
  /// a header row.
  private static let calabrio = HistoryPreset(
    word: "calabrio", title: "Calabrio", kind: .intervals,
    columns: [
      ("queue", ["skill"]), ("start", ["start"]), ("end", ["end"]), ("arrivals", ["volume"]),
      ("handle", ["task-time"]), ("after-work", ["after-task-work"]),
    ], signature: [], signatureLeast: 1, isHeaderless: true)

  /// The headers that a file without a header row has in this layout.
  var impliedHeaders: [String] {
    isHeaderless ? columns.compactMap(\.headers.first) + ["agents"] : []
  }

  /// True if a first row is data of this layout, which has no header row.
  func fitsHeaderless(_ row: DelimitedRow, timestamps: TimestampParser) -> Bool {
    isHeaderless && (5...7).contains(row.count) && timestamps.parse(row.bytes(of: 1)) != nil
      && timestamps.parse(row.bytes(of: 2)) != nil
      && parsedNumber(row.trimmedText(of: 3)) != nil
  }
}
