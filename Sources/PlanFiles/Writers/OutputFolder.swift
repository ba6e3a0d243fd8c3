import Foundation

/// A folder that receives a set of files, all of them or none.
///
/// The files are first written in full to a staging folder on the same disk
/// and then moved into place one by one. When a move fails, those already done
/// are taken back, so that the folder looks as it did before.
public struct OutputFolder: Sendable {
  /// The folder's path.
  public let path: String

  /// A folder, which need not exist yet; an empty path is the current one.
  public init(path: String) {
    var path = path
    while path.hasSuffix("/"), path != "/" { path.removeLast() }
    self.path = path.isEmpty ? "." : path
  }

  /// Says beforehand, without leaving a trace, whether the folder can be
  /// written to.
  ///
  /// - Throws: An ``OutputError`` as ``write(_:removing:)`` would throw.
  public func check() throws(OutputError) {
    var work = OutputTransaction(root: path)
    defer { work.rollBack() }
    try work.prepare()
  }

  /// Writes all files, replacing those with the same paths.
  ///
  /// - Parameters:
  ///   - files: The files.
  ///   - stale: Which files of an earlier run go when they are not among
  ///     `files`.
  /// - Throws: An ``OutputError`` that names the path that could not be
  ///   written; the folder is then as it was.
  public func write(
    _ files: [OutputFile], removing stale: [StaleFiles] = []
  ) throws(OutputError) {
    try checkPaths(files)
    var work = OutputTransaction(root: path)
    do throws(OutputError) {
      try work.prepare()
      for file in files { try work.stage(file) }
      for file in files { try work.publish(file.path) }
      for outdated in stalePaths(stale, keeping: files) { try work.retire(outdated) }
    } catch {
      work.rollBack()
      throw error
    }
    work.finish()
  }

  private func checkPaths(_ files: [OutputFile]) throws(OutputError) {
    var seen: Set<String> = []
    for file in files {
      let parts = file.path.split(separator: "/", omittingEmptySubsequences: false)
      let isInside = parts.allSatisfy { part in
        part != "" && part != "." && part != ".." && !part.unicodeScalars.contains("\0")
      }
      guard isInside else { throw OutputError(path: file.path, reason: .badPath) }
      guard seen.insert(file.path.lowercased()).inserted else {
        throw OutputError(path: file.path, reason: .duplicatePath)
      }
    }
  }

  /// The paths of earlier outputs that are not written again, in order.
  private func stalePaths(_ stale: [StaleFiles], keeping files: [OutputFile]) -> [String] {
    let kept = Set(files.map { $0.path.lowercased() })
    var paths: [String] = []
    for rule in stale {
      let folder = path + "/" + rule.folder
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for name in names.sorted() where name.hasSuffix(rule.suffix) {
        let candidate = rule.folder + "/" + name
        guard !kept.contains(candidate.lowercased()),
          let handle = FileHandle(forReadingAtPath: path + "/" + candidate)
        else { continue }
        let head = (try? handle.read(upToCount: 512)) ?? Data()
        try? handle.close()
        if String(decoding: head, as: UTF8.self).contains(rule.marker) {
          paths.append(candidate)
        }
      }
    }
    return paths
  }
}

extension OutputFolder {
  /// Writes one file, whole or not at all, and the folders that lead to it.
  ///
  /// - Throws: An ``OutputError`` that names the path that could not be written.
  public static func write(_ text: String, toFile path: String) throws(OutputError) {
    let url = URL(filePath: path)
    try OutputFolder(path: url.deletingLastPathComponent().path).write([
      OutputFile(path: url.lastPathComponent, contents: text)
    ])
  }
}
