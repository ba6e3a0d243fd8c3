/// Why packed data cannot be unpacked.
enum GzipError: Error, Equatable, CustomStringConvertible {
  /// The data ends too early.
  case truncated
  /// The data does not begin with gzip's signature and its deflate method.
  case notGzip
  /// A block has the reserved type, or a stored block contradicts its length.
  case badBlock
  /// A table of code lengths cannot be a Huffman code.
  case badCode
  /// A symbol or a distance that no encoder writes.
  case badSymbol
  /// The checksum or the length at the end differs.
  case badChecksum
  /// Bytes that are no gzip member follow the last one.
  case trailingBytes

  var description: String {
    switch self {
    case .truncated: "it is cut off"
    case .notGzip: "it is not a gzip file"
    case .badBlock, .badCode, .badSymbol: "its data is damaged"
    case .badChecksum: "its checksum does not match"
    case .trailingBytes: "something else follows the packed data"
    }
  }
}

/// Bits from bytes, the lowest first, as deflate packs them.
struct BitReader {
  let bytes: [UInt8]
  /// The next byte that is not yet in `held`.
  private(set) var position: Int
  private var held: UInt64 = 0
  private var heldCount = 0

  init(_ bytes: [UInt8], at position: Int) {
    self.bytes = bytes
    self.position = position
  }

  /// Takes up to 16 bits.
  mutating func take(_ count: Int) throws(GzipError) -> Int {
    if heldCount < count {
      fill()
      if heldCount < count { throw .truncated }
    }
    let value = Int(held & ((1 << UInt64(count)) - 1))
    drop(count)
    return value
  }

  /// The next 16 bits without taking them; zeros past the end.
  mutating func peek16() -> Int {
    if heldCount < 16 { fill() }
    return Int(held & 0xFFFF)
  }

  /// Takes bits that `peek16` has shown.
  mutating func skip(_ count: Int) throws(GzipError) {
    guard heldCount >= count else { throw .truncated }
    drop(count)
  }

  /// Drops the rest of a byte and takes whole bytes.
  mutating func alignToByte() {
    drop(heldCount % 8)
    position -= heldCount / 8
    held = 0
    heldCount = 0
  }

  /// Takes a whole byte after `alignToByte`.
  mutating func takeByte() throws(GzipError) -> UInt8 {
    guard position < bytes.count else { throw .truncated }
    defer { position += 1 }
    return bytes[position]
  }

  private mutating func drop(_ count: Int) {
    held >>= UInt64(count)
    heldCount -= count
  }

  private mutating func fill() {
    while heldCount <= 48, position < bytes.count {
      held |= UInt64(bytes[position]) << UInt64(heldCount)
      heldCount += 8
      position += 1
    }
  }
}

/// A Huffman code as a table over the next bits of the input.
struct HuffmanTable {
  /// For each value of the next `width` bits: symbol x 16 + code length; 0 for
  /// no code.
  private let entries: [UInt16]
  private let mask: Int

  /// The canonical code of the given lengths (RFC 1951, 3.2.2).
  ///
  /// A code that leaves bits unused is allowed only when it has at most one
  /// symbol, as for a block with a single distance.
  init(lengths: ArraySlice<UInt8>) throws(GzipError) {
    var countOfLength = Array(repeating: 0, count: 16)
    for length in lengths { countOfLength[Int(length)] += 1 }
    countOfLength[0] = 0
    let width = countOfLength.lastIndex { $0 > 0 } ?? 1
    var nextCode = Array(repeating: 0, count: 16)
    var unused = 1
    for length in 1..<16 {
      nextCode[length] = (nextCode[length - 1] + countOfLength[length - 1]) << 1
      unused = unused * 2 - countOfLength[length]
      if unused < 0 { throw .badCode }
    }
    if unused > 0, countOfLength.reduce(0, +) > 1 { throw .badCode }

    var entries = Array(repeating: UInt16(0), count: 1 << width)
    for (symbol, length) in lengths.enumerated() where length > 0 {
      let bits = Int(length)
      let code = nextCode[bits]
      nextCode[bits] += 1
      var reversed = 0
      for bit in 0..<bits where code & (1 << bit) != 0 { reversed |= 1 << (bits - 1 - bit) }
      for slot in stride(from: reversed, to: entries.count, by: 1 << bits) {
        entries[slot] = UInt16(symbol << 4 | bits)
      }
    }
    self.entries = entries
    mask = (1 << width) - 1
  }

  /// Takes the next symbol.
  func symbol(from bits: inout BitReader) throws(GzipError) -> Int {
    let entry = entries[bits.peek16() & mask]
    guard entry != 0 else { throw .badSymbol }
    try bits.skip(Int(entry & 15))
    return Int(entry >> 4)
  }
}

/// Unpacks a deflate stream (RFC 1951) a piece at a time.
struct InflateStream {
  /// How far back a match may reach.
  private static let windowLength = 32_768

  private enum State {
    case betweenBlocks
    case stored(left: Int)
    case coded(literals: HuffmanTable, distances: HuffmanTable)
    case ended
  }

  /// The input, for what follows the stream.
  private(set) var bits: BitReader
  private var state = State.betweenBlocks
  private var isLastBlock = false
  private var output: [UInt8] = []

  /// A stream that begins at a byte of `bytes`.
  init(_ bytes: [UInt8], at position: Int) {
    bits = BitReader(bytes, at: position)
  }

  /// The next piece, at least about `length` bytes unless the stream ends;
  /// empty at the end.
  mutating func next(length: Int = 1 << 18) throws(GzipError) -> ArraySlice<UInt8> {
    if output.count > InflateStream.windowLength {
      output.removeFirst(output.count - InflateStream.windowLength)
    }
    let start = output.count
    let limit = start + length
    while output.count < limit {
      switch state {
      case .ended:
        return output[start...]
      case .betweenBlocks:
        if isLastBlock {
          bits.alignToByte()
          state = .ended
        } else {
          try beginBlock()
        }
      case .stored(var left):
        while left > 0, output.count < limit {
          output.append(try bits.takeByte())
          left -= 1
        }
        state = left > 0 ? .stored(left: left) : .betweenBlocks
      case .coded(let literals, let distances):
        if try decode(literals, distances, limit: limit) { state = .betweenBlocks }
      }
    }
    return output[start...]
  }

  private mutating func beginBlock() throws(GzipError) {
    isLastBlock = try bits.take(1) == 1
    switch try bits.take(2) {
    case 0:
      bits.alignToByte()
      let length = Int(try bits.takeByte()) | Int(try bits.takeByte()) << 8
      let complement = Int(try bits.takeByte()) | Int(try bits.takeByte()) << 8
      guard length == ~complement & 0xFFFF else { throw .badBlock }
      state = .stored(left: length)
    case 1:
      state = try InflateStream.fixedCodes()
    case 2:
      state = try readCodes()
    default:
      throw .badBlock
    }
  }

  private static func fixedCodes() throws(GzipError) -> State {
    var lengths = [UInt8](repeating: 8, count: 144)
    lengths += [UInt8](repeating: 9, count: 112)
    lengths += [UInt8](repeating: 7, count: 24)
    lengths += [UInt8](repeating: 8, count: 8)
    return .coded(
      literals: try HuffmanTable(lengths: lengths[...]),
      distances: try HuffmanTable(lengths: [UInt8](repeating: 5, count: 32)[...]))
  }

  private mutating func readCodes() throws(GzipError) -> State {
    let literalCount = try bits.take(5) + 257
    let distanceCount = try bits.take(5) + 1
    let lengthCount = try bits.take(4) + 4
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    var lengthLengths = [UInt8](repeating: 0, count: 19)
    for index in 0..<lengthCount { lengthLengths[order[index]] = UInt8(try bits.take(3)) }
    let table = try HuffmanTable(lengths: lengthLengths[...])

    let wanted = literalCount + distanceCount
    var lengths: [UInt8] = []
    while lengths.count < wanted {
      let symbol = try table.symbol(from: &bits)
      switch symbol {
      case 16:
        guard let last = lengths.last else { throw .badCode }
        lengths += [UInt8](repeating: last, count: try bits.take(2) + 3)
      case 17: lengths += [UInt8](repeating: 0, count: try bits.take(3) + 3)
      case 18: lengths += [UInt8](repeating: 0, count: try bits.take(7) + 11)
      default: lengths.append(UInt8(symbol))
      }
    }
    // A block that cannot end would read on into nothing.
    guard lengths.count == wanted, lengths[256] > 0 else { throw .badCode }
    return .coded(
      literals: try HuffmanTable(lengths: lengths[..<literalCount]),
      distances: try HuffmanTable(lengths: lengths[literalCount...]))
  }

  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537,
    2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]

  /// Decodes symbols until the output is long enough; true at the block's end.
  private mutating func decode(
    _ literals: HuffmanTable, _ distances: HuffmanTable, limit: Int
  ) throws(GzipError) -> Bool {
    while output.count < limit {
      let symbol = try literals.symbol(from: &bits)
      if symbol < 256 {
        output.append(UInt8(symbol))
        continue
      }
      if symbol == 256 { return true }
      guard symbol <= 285 else { throw .badSymbol }
      let length =
        InflateStream.lengthBases[symbol - 257]
        + (try bits.take(InflateStream.lengthBits[symbol - 257]))
      let code = try distances.symbol(from: &bits)
      guard code < 30 else { throw .badSymbol }
      let extraBits = code < 4 ? 0 : code / 2 - 1
      let distance = InflateStream.distanceBases[code] + (try bits.take(extraBits))
      guard distance <= output.count else { throw .badSymbol }
      var from = output.count - distance
      for _ in 0..<length {
        output.append(output[from])
        from += 1
      }
    }
    return false
  }
}
