import Foundation

/// A file's bytes, a piece at a time, so that a large file never lies in
/// memory as a whole.
protocol ByteSource {
  /// The next piece; empty at the end.
  mutating func next() throws(ByteSourceError) -> [UInt8]
}

/// Why bytes cannot be read.
enum ByteSourceError: Error, Equatable {
  /// There is no such file.
  case missing
  /// The file is there but cannot be read; the reason in words.
  case unreadable(String)
  /// The file is larger than the given number of bytes.
  case tooLarge(Int)
  /// The gzip data is damaged.
  case damaged(GzipError)
}

/// Bytes that are in memory already.
struct MemorySource: ByteSource {
  private var bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() throws(ByteSourceError) -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }
}

/// A plain file.
struct FileSource: ByteSource {
  /// Bytes of a piece.
  static let pieceLength = 1 << 20

  private let handle: FileHandle

  init(_ url: URL) throws(ByteSourceError) {
    try FileSource.check(url)
    do {
      handle = try FileHandle(forReadingFrom: url)
    } catch {
      throw .unreadable("it cannot be opened")
    }
  }

  mutating func next() throws(ByteSourceError) -> [UInt8] {
    do {
      return try handle.read(upToCount: FileSource.pieceLength).map { [UInt8]($0) } ?? []
    } catch {
      throw .unreadable("it cannot be read")
    }
  }

  /// Throws unless there is a file to read.
  static func check(_ url: URL) throws(ByteSourceError) {
    guard FileManager.default.fileExists(atPath: url.path) else { throw .missing }
    if isFolder(url) { throw .unreadable("it is a folder") }
  }

  /// True if there is a folder of that name.
  static func isFolder(_ url: URL) -> Bool {
    let values = try? url.resourceValues(forKeys: [.isDirectoryKey])
    return values?.isDirectory ?? false
  }

  /// All bytes of a file of at most `limit` bytes.
  static func bytes(of url: URL, limit: Int) throws(ByteSourceError) -> [UInt8] {
    var source = try FileSource(url)
    var bytes: [UInt8] = []
    while true {
      let piece = try source.next()
      if piece.isEmpty { return bytes }
      bytes += piece
      if bytes.count > limit { throw .tooLarge(limit) }
    }
  }
}

/// The text inside a gzip file. The packed bytes lie in memory, the text does
/// not.
struct GzipSource: ByteSource {
  /// The largest packed file that is read: half a gibibyte.
  static let packedLimit = 1 << 29

  private var stream: GzipStream

  init(_ url: URL) throws(ByteSourceError) {
    stream = GzipStream(try FileSource.bytes(of: url, limit: GzipSource.packedLimit))
  }

  mutating func next() throws(ByteSourceError) -> [UInt8] {
    do throws(GzipError) {
      return try stream.next()
    } catch {
      throw .damaged(error)
    }
  }
}

extension ProblemLog {
  /// Reports why a file cannot be read.
  func report(_ error: ByteSourceError, file: String, neededFor purpose: String) {
    let place = SourcePlace(file: file)
    switch error {
    case .missing:
      report(
        .fileMissing, at: place, "The file is not there.", expected: purpose,
        action: "Check its name and the folder it lies in.")
    case .unreadable(let reason):
      report(.fileUnreadable, at: place, "The file cannot be read: \(reason).", expected: purpose)
    case .tooLarge(let limit):
      report(
        .fileTooLarge, at: place, "The file is larger than \(limit) bytes.", expected: purpose)
    case .damaged(let error):
      report(
        .damagedArchive, at: place, "The file cannot be unpacked: \(error).",
        expected: "a whole gzip file", action: "Pack it again with gzip.")
    }
  }
}
