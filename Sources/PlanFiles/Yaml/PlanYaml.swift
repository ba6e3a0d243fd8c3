import Yams

/// Reads the text of plan.yaml into `PlanNode`s with their places.
///
/// Scalars are kept as they are written: YAML 1.1 would read `08:00` as a
/// number in base sixty and `no` as false.
struct PlanYaml {
  /// The largest plan.yaml that is read, in bytes.
  static let sizeLimit = 1 << 22

  let file: String
  let log: ProblemLog

  /// The root of the document, or nil after a problem.
  func root(of bytes: [UInt8]) -> PlanNode? {
    guard let text = text(of: bytes) else { return nil }
    guard !refusesAliases(text) else { return nil }
    var repair = RepeatedKeys(file: file, log: log)
    var current = text
    while true {
      do {
        // The encoding is named because its default prints to the terminal
        // when an environment variable is set.
        guard let node = try Parser(yaml: current, encoding: .utf8).singleRoot() else {
          return PlanNode(content: .scalar(nil), place: SourcePlace(file: file, line: 1, column: 1))
        }
        return converted(node, path: "", repair)
      } catch let error as YamlError {
        if case .duplicatedKeysInMapping(let keys, let context) = error,
          let mended = repair.mended(current, keys: keys, mark: context.mark)
        {
          current = mended
          continue
        }
        report(error, text: current)
        return nil
      } catch {
        log.report(.yamlSyntax, at: SourcePlace(file: file), "The file is not YAML: \(error).")
        return nil
      }
    }
  }

  /// The text of a file, or nil after a problem.
  func text(of bytes: [UInt8]) -> String? {
    let place = SourcePlace(file: file)
    if let guess = TextEncoding.guess(fromStart: bytes) {
      TextEncoding.report(guess, at: place, to: log)
      return nil
    }
    let body = bytes.dropFirst(TextEncoding.markLength(bytes))
    if let offset = TextEncoding.firstInvalid(body) {
      let line = body.prefix(offset).count { $0 == 0x0A } + 1
      TextEncoding.report(
        TextEncoding.guess(ofInvalid: body), at: SourcePlace(file: file, line: line), to: log)
      return nil
    }
    return String(decoding: body, as: UTF8.self)
  }

  /// Reports an alias and returns true if the text has one.
  ///
  /// A few nested aliases unfold to more parts than a computer can hold. So
  /// that they are not unfolded at all this looks at the bare text: a `*name`
  /// whose `&name` is there too.
  private func refusesAliases(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    func names(after sign: UInt8) -> [(name: ArraySlice<UInt8>, offset: Int)] {
      bytes.indices.filter { bytes[$0] == sign }.map { index in
        (bytes[(index + 1)...].prefix { $0 > 0x2C && $0 != 0x5D && $0 != 0x7D }, index)
      }
    }
    let anchors = Set(names(after: UInt8(ascii: "&")).map(\.name)).subtracting([[]])
    guard !anchors.isEmpty,
      let alias = names(after: UInt8(ascii: "*")).first(where: { anchors.contains($0.name) })
    else { return false }
    let before = bytes[..<alias.offset]
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let place = SourcePlace(
      file: file, line: before.count { $0 == 0x0A } + 1,
      column: before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1)
    let name = "*" + String(decoding: alias.name, as: UTF8.self)
    log.report(
      .yamlAlias, at: place, value: name, "\(quoted(name)) repeats a part by an alias.",
      action: "Write the part out.")
    return true
  }

  private func report(_ error: YamlError, text: String) {
    var place = SourcePlace(file: file)
    var message = "The file is not YAML."
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      place = SourcePlace(file: file, line: mark.line, column: mark.column)
      let about = context.map { " \(trimmed($0.text)) from line \($0.mark.line)" } ?? ""
      message =
        problem.contains("nesting level")
        ? "The file has more lists and maps within each other than can be read."
        : "The file is not YAML from here on:\(about) \(problem)."
    case .reader(let problem, let offset, _, _):
      let before = text.prefix(offset ?? 0)
      place.line = before.count { $0.isNewline } + 1
      message = "The file has a character that YAML forbids: \(problem)."
    case .duplicatedKeysInMapping(let keys, let context):
      log.report(
        .keyRepeated,
        at: SourcePlace(file: file, line: context.mark.line, column: context.mark.column),
        value: keys.first ?? "", "\(quoted(keys.first ?? "")) is given twice.",
        action: "Remove one of the two.")
      return
    default:
      message = "The file is not YAML: \(error)."
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let hasTab = lines.indices.contains(place.line - 1) && lines[place.line - 1].contains("\t")
    log.report(
      .yamlSyntax, at: place, message,
      action: hasTab
        ? "The line has a tab: indent with blanks only."
        : "Check the indentation, colons and quotes of this line and the one before.")
  }

  // MARK: Conversion

  private func converted(_ node: Node, path: String, _ repair: RepeatedKeys) -> PlanNode {
    let place = SourcePlace(
      file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0, field: path)
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain || scalar.style == .any
      let isNull = isPlain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
      return PlanNode(content: .scalar(isNull ? nil : scalar.string), place: place)
    case .sequence(let sequence):
      let items = sequence.enumerated().map { index, item in
        converted(item, path: "\(path)[\(index + 1)]", repair)
      }
      return PlanNode(content: .list(items), place: place)
    case .mapping(let mapping):
      return PlanNode(
        content: .map(mapping.compactMap { entry($0.key, $0.value, path: path, repair) }),
        place: place)
    case .alias:
      return PlanNode(content: .scalar(nil), place: place)
    }
  }

  private func entry(
    _ key: Node, _ value: Node, path: String, _ repair: RepeatedKeys
  ) -> PlanEntry? {
    var place = SourcePlace(
      file: file, line: key.mark?.line ?? 0, column: key.mark?.column ?? 0, field: path)
    guard case .scalar(let scalar) = key else {
      log.report(
        .yamlShape, at: place, "A list or a map stands in place of a key.",
        expected: "a key and a colon")
      return nil
    }
    guard !repair.isMarked(scalar.string) else { return nil }
    place.field = path.isEmpty ? scalar.string : "\(path).\(scalar.string)"
    return PlanEntry(
      key: SourceText(scalar.string, at: place), value: converted(value, path: place.field, repair))
  }
}
