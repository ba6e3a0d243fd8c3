import Foundation

/// One run of writing outputs: what was made, moved and set aside, so that it
/// can be taken back.
struct OutputTransaction {
  private let root: String
  private let staging: String
  /// Folders made on the way, outermost first.
  private var createdFolders: [String] = []
  /// Files moved into place.
  private var published: [String] = []
  /// Earlier files set aside, by path inside the root.
  private var setAside: [String] = []

  init(root: String) {
    self.root = root
    staging = root + "/.staffopt-\(ProcessInfo.processInfo.processIdentifier)"
  }

  private var incoming: String { staging + "/new" }
  private var outgoing: String { staging + "/old" }
  private var files: FileManager { .default }

  /// Makes the output folder and the staging folder inside it.
  mutating func prepare() throws(OutputError) {
    try makeFolder(root)
    try makeFolder(staging)
  }

  /// Writes a file in full where it does not count yet.
  mutating func stage(_ file: OutputFile) throws(OutputError) {
    let target = incoming + "/" + file.path
    try makeFolder(parent(of: target))
    try attempt(root + "/" + file.path) {
      try Data(file.contents.utf8).write(to: URL(fileURLWithPath: target))
    }
  }

  /// Moves a staged file into place and sets aside what was there.
  mutating func publish(_ path: String) throws(OutputError) {
    let target = root + "/" + path
    try makeFolder(parent(of: target))
    try setAsideFile(path)
    try attempt(target) {
      try files.moveItem(atPath: incoming + "/" + path, toPath: target)
    }
    published.append(path)
  }

  /// Sets a file of an earlier run aside.
  mutating func retire(_ path: String) throws(OutputError) {
    try setAsideFile(path)
  }

  /// Takes everything back. Failures are passed over: there is nothing better
  /// to do than to restore the rest.
  mutating func rollBack() {
    for path in published.reversed() { try? files.removeItem(atPath: root + "/" + path) }
    for path in setAside.reversed() {
      try? files.moveItem(atPath: outgoing + "/" + path, toPath: root + "/" + path)
    }
    try? files.removeItem(atPath: staging)
    for folder in createdFolders.reversed() {
      let isEmpty = (try? files.contentsOfDirectory(atPath: folder).isEmpty) ?? false
      if isEmpty { try? files.removeItem(atPath: folder) }
    }
  }

  /// Drops what was set aside.
  func finish() {
    try? files.removeItem(atPath: staging)
  }

  private mutating func setAsideFile(_ path: String) throws(OutputError) {
    let target = root + "/" + path
    // A dangling link exists for moving though not for reading.
    guard let attributes = try? files.attributesOfItem(atPath: target) else { return }
    guard attributes[.type] as? FileAttributeType != .typeDirectory else {
      throw OutputError(path: target, reason: .inTheWay)
    }
    try makeFolder(parent(of: outgoing + "/" + path))
    try attempt(target) {
      try files.moveItem(atPath: target, toPath: outgoing + "/" + path)
    }
    setAside.append(path)
  }

  /// Makes a folder with those above it and remembers which were new.
  private mutating func makeFolder(_ folder: String) throws(OutputError) {
    // Only a folder, or a link to one, has an entry for itself.
    if files.fileExists(atPath: folder + "/.") { return }
    guard !files.fileExists(atPath: folder) else {
      throw OutputError(path: folder, reason: .inTheWay)
    }
    let above = parent(of: folder)
    if !above.isEmpty, above != folder { try makeFolder(above) }
    try attempt(folder) {
      try files.createDirectory(atPath: folder, withIntermediateDirectories: false)
    }
    createdFolders.append(folder)
  }

  private func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private func attempt(_ path: String, _ step: () throws -> Void) throws(OutputError) {
    do {
      try step()
    } catch {
      throw OutputError(path: path, reason: .system(Self.message(of: error)))
    }
  }

  /// The system's own words (`Permission denied`) where there are some.
  private static func message(of error: any Error) -> String {
    if let posix = error as? POSIXError { return posix.localizedDescription }
    let details = (error as NSError).userInfo
    if let underlying = details[NSUnderlyingErrorKey] as? any Error {
      return message(of: underlying)
    }
    return (error as NSError).localizedDescription
  }
}
