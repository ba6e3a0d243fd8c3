/// Reads the keys of one map of plan.yaml: knows which there may be, reports
/// the others, and hands out values with their places.
struct SectionReader {
  /// The key that the map stands under, with the keys it may have.
  let key: PlanKey
  /// Where the map begins.
  let place: SourcePlace
  let log: ProblemLog
  private let entries: [PlanEntry]

  /// A section that is not there: every key has its default.
  init(absent key: PlanKey, at place: SourcePlace, log: ProblemLog) {
    self.key = key
    self.place = place
    self.log = log
    entries = []
  }

  /// The section in a part of the document; reports a part that is no map,
  /// unknown keys and keys that must be there.
  init(_ node: PlanNode, key: PlanKey, log: ProblemLog) {
    self.key = key
    self.log = log
    place = node.place
    switch node.content {
    case .map(let entries): self.entries = entries
    case .scalar(nil): entries = []
    default:
      entries = []
      log.report(
        .yamlShape, at: node.place,
        "\(key.name.isEmpty ? "The file" : quoted(key.name)) is \(node.form).",
        expected: "a map of keys: \(listed(key.children.map(\.name)))")
      return
    }
    guard !key.hasFreeKeys else { return }
    let known = key.children.map(\.name)
    for entry in entries where !known.contains(entry.key.text) {
      let section = key.name.isEmpty ? "a plan" : quoted(key.name)
      log.report(
        .keyUnknown, entry.key, "\(quoted(entry.key.text)) is no key of \(section).",
        expected: "one of \(listed(known))", action: suggestion(for: entry.key.text, among: known))
    }
    for child in key.children where child.isRequired && !has(child.name) {
      log.report(
        .keyMissing,
        at: SourcePlace(
          file: place.file, line: place.line, column: place.column,
          field: place.field.isEmpty ? child.name : "\(place.field).\(child.name)"),
        "The key \(quoted(child.name)) is missing.", expected: child.form)
    }
  }

  /// True if the key is there and says something.
  func has(_ name: String) -> Bool { node(name) != nil }

  /// What stands under a key, or nil if nothing does.
  func node(_ name: String) -> PlanNode? {
    entries.first { $0.key.text == name && !$0.value.isNull }?.value
  }

  /// The keys and their values in the order they are written.
  var all: [PlanEntry] { entries }

  /// Where a key stands, or the section if it does not.
  func place(of name: String) -> SourcePlace {
    entries.first { $0.key.text == name }?.key.place ?? place
  }

  /// The single value under a key; reports a list or a map.
  func value(_ name: String) -> SourceText? {
    node(name).flatMap { log.single($0, form: child(name).form) }
  }

  /// The values of a list under a key; a single value is a list of one.
  func values(_ name: String) -> [SourceText]? {
    node(name).map { log.list($0, form: child(name).form) }
  }

  /// The section under a key; one with all defaults if there is none.
  func section(_ name: String) -> SectionReader {
    let child = child(name)
    guard let node = node(name) else {
      return SectionReader(absent: child, at: place, log: log)
    }
    return SectionReader(node, key: child, log: log)
  }

  /// The sections of a list under a key; a single map is a list of one.
  func sections(_ name: String) -> [SectionReader] {
    let child = child(name)
    guard let node = node(name) else { return [] }
    switch node.content {
    case .list(let items): return items.map { SectionReader($0, key: child, log: log) }
    case .map: return [SectionReader(node, key: child, log: log)]
    case .scalar:
      log.report(
        .yamlShape, at: node.place, "\(quoted(name)) is \(node.form).",
        expected: "a list of maps with the keys \(listed(child.children.map(\.name)))")
      return []
    }
  }

  private func child(_ name: String) -> PlanKey {
    key.children.first { $0.name == name } ?? PlanKey(name, form: "a value", "")
  }
}

extension ProblemLog {
  /// A single value; reports a list, a map or nothing.
  func single(_ node: PlanNode, form: String) -> SourceText? {
    if case .scalar(let text?) = node.content { return SourceText(text, at: node.place) }
    let name = node.place.field.split(separator: ".").last.map(String.init) ?? ""
    report(.yamlShape, at: node.place, "\(quoted(name)) is \(node.form).", expected: form)
    return nil
  }

  /// Single values of a list; a single value is a list of one.
  func list(_ node: PlanNode, form: String) -> [SourceText] {
    if case .list(let items) = node.content { return items.compactMap { single($0, form: form) } }
    return single(node, form: form).map { [$0] } ?? []
  }
}
