import Foundation

/// Warns of files of a plan folder that look like one of the plan's tables and are
/// not read: `leave.csv`, where requests.csv is meant, or `Pinned.csv.txt`.
///
/// What such a file says would else be missing from the roster without a word.
struct UnreadFiles {
  /// The name under which each table is read, by its key under `files`.
  let fileOfTable: [(key: String, file: String)]
  /// Other files that the plan reads.
  let others: Set<String>

  /// Names that people give a table, besides its own.
  private static let otherNames: [(key: String, names: Set<String>)] = [
    (
      "requests",
      [
        "leave", "leaves", "absence", "absences", "sick", "sickness", "vacation", "vacations",
        "time-off", "timeoff", "wish", "wishes", "请假", "休假", "病假", "请假表", "休假表", "意愿",
        "請假", "請假表", "休假申请", "意願",
      ]
    ),
    ("pinned", ["pin", "pins", "fixed", "固定", "锁定", "鎖定"]),
    ("availability", ["available", "unavailable", "可用时间", "可上班时间", "可上班時間"]),
    ("staff", ["employees", "agents", "team", "people", "人员", "员工", "坐席", "人員", "員工"]),
  ]
  private static let endings = [".gz", ".csv", ".txt", ".tsv", ".xlsx", ".xls"]

  /// Reports every such file of a folder, in the order of their names.
  func report(in folder: PlanFolder) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.url.path)) ?? []
    for name in names.sorted() where !others.contains(name) {
      guard !fileOfTable.contains(where: { $0.file == name }),
        let stem = Self.stem(of: name), let table = table(meantBy: stem, in: names)
      else { continue }
      folder.log.report(
        .fileUnread, at: SourcePlace(file: name), value: name, "\(quoted(name)) is not read.",
        expected: "\(table.file), or another name under files in \(PlanFolderReader.planFile)",
        action: "Put its rows into \(table.file) as CSV.")
    }
  }

  /// The name without its endings, in small letters; nil for files that are no
  /// tables.
  private static func stem(of name: String) -> String? {
    var stem = name.lowercased()
    var isTable = false
    while let ending = endings.first(where: { stem.hasSuffix($0) }) {
      stem.removeLast(ending.count)
      isTable = true
    }
    return isTable && !stem.isEmpty && !name.hasPrefix(".") ? stem : nil
  }

  private func table(meantBy stem: String, in names: [String]) -> (key: String, file: String)? {
    if let key = Self.otherNames.first(where: { $0.names.contains(stem) })?.key {
      return fileOfTable.first { $0.key == key }
    }
    // Beside the table itself a copy of it may lie.
    let missing = fileOfTable.filter { !names.contains($0.file) }
    let stems = missing.map { Self.stem(of: $0.file) ?? $0.file }
    return nearestName(to: stem, among: stems).flatMap { stems.firstIndex(of: $0) }
      .map { missing[$0] }
  }
}
