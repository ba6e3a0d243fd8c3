/// The text of a gzip file (RFC 1952): one or more members, each checked
/// against its CRC-32 and its length.
struct GzipStream {
  private let bytes: [UInt8]
  private var member: InflateStream?
  private var checksum = CRC32()
  private var length: UInt32 = 0
  private var position = 0
  private var hasEnded = false

  /// A stream of a whole packed file.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next piece; empty at the end.
  mutating func next() throws(GzipError) -> [UInt8] {
    while !hasEnded {
      if member == nil { try beginMember() }
      let piece = try member?.next() ?? []
      if !piece.isEmpty {
        checksum.add(piece)
        length &+= UInt32(truncatingIfNeeded: piece.count)
        return Array(piece)
      }
      try endMember()
    }
    return []
  }

  private mutating func byte() throws(GzipError) -> UInt8 {
    guard position < bytes.count else { throw .truncated }
    defer { position += 1 }
    return bytes[position]
  }

  private mutating func littleEndian(_ count: Int) throws(GzipError) -> UInt32 {
    var value: UInt32 = 0
    for index in 0..<count { value |= UInt32(try byte()) << UInt32(8 * index) }
    return value
  }

  private mutating func beginMember() throws(GzipError) {
    let isFirst = position == 0
    let start = position
    guard bytes.count - position >= 2, bytes[position] == 0x1F, bytes[position + 1] == 0x8B else {
      throw isFirst ? .notGzip : .trailingBytes
    }
    position += 2
    guard try byte() == 8 else { throw .notGzip }
    let flags = try byte()
    // The reserved bits may announce fields that this reader does not know.
    guard flags & 0xE0 == 0 else { throw .notGzip }
    _ = try littleEndian(4)
    _ = try littleEndian(2)
    if flags & 4 != 0 {
      let extra = Int(try littleEndian(2))
      for _ in 0..<extra { _ = try byte() }
    }
    // The original file name and the comment end with a null byte.
    if flags & 8 != 0 { while try byte() != 0 {} }
    if flags & 16 != 0 { while try byte() != 0 {} }
    if flags & 2 != 0 {
      var header = CRC32()
      header.add(bytes[start..<position])
      guard try littleEndian(2) == header.value & 0xFFFF else { throw .badChecksum }
    }
    member = InflateStream(bytes, at: position)
    checksum = CRC32()
    length = 0
  }

  private mutating func endMember() throws(GzipError) {
    position = member?.bits.position ?? position
    let statedChecksum = try littleEndian(4)
    let statedLength = try littleEndian(4)
    guard statedChecksum == checksum.value, statedLength == length else { throw .badChecksum }
    member = nil
    // Zeros after the last member are padding, as on tapes.
    if bytes[position...].allSatisfy({ $0 == 0 }) { hasEnded = true }
  }
}

/// The checksum of gzip: CRC-32 with the reflected polynomial 0xEDB88320.
struct CRC32 {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1
    }
  }

  private var state: UInt32 = 0xFFFF_FFFF

  /// The checksum of what was added.
  var value: UInt32 { ~state }

  /// Adds bytes.
  mutating func add(_ bytes: some Sequence<UInt8>) {
    let table = CRC32.table
    for byte in bytes {
      state = table[Int((state ^ UInt32(byte)) & 0xFF)] ^ state >> 8
    }
  }
}
