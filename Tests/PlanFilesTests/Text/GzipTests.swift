import Testing

@testable import PlanFiles

/// Packed files made by gzip, against the text they hold.
@Suite struct GzipTests {
  private func unpacked(_ bytes: [UInt8]) throws(GzipError) -> [UInt8] {
    var stream = GzipStream(bytes)
    var text: [UInt8] = []
    while true {
      let piece = try stream.next()
      if piece.isEmpty { return text }
      text += piece
    }
  }

  /// The text in the packed fixtures: numbered lines, long enough for several
  /// dynamic blocks and for matches that reach far back.
  private static var sample: [UInt8] {
    var text = ""
    var state: UInt32 = 7
    for line in 0..<3_000 {
      state = state &* 1_664_525 &+ 1_013_904_223
      text += "\(line),queue-\(state >> 28),\(state % 1_000)\n"
    }
    return Array(text.utf8)
  }

  @Test(arguments: ["fastest", "best", "stored", "fixed", "two-members", "named"])
  func unpacksWhatGzipPacked(_ name: String) throws {
    let found = try unpacked(try Fixture.bytes("packed/\(name).gz"))
    let sample = GzipTests.sample
    #expect(found == (name == "fixed" ? Array("hello hello\n".utf8) : sample))
  }

  @Test func unpacksAnEmptyFile() throws {
    #expect(try unpacked(try Fixture.bytes("packed/empty.gz")) == [])
  }

  @Test func aMemberMayBeLongerThanAPiece() throws {
    // A million equal bytes in a kilobyte: matches overlap themselves and run
    // across pieces.
    let found = try unpacked(try Fixture.bytes("packed/zeros.gz"))
    #expect(found.count == 1_000_000)
    #expect(found.allSatisfy { $0 == 0x30 })
  }

  @Test func everyCutIsNoticed() throws {
    let packed = try Fixture.bytes("packed/fixed.gz")
    for length in 0..<packed.count {
      #expect(throws: GzipError.self) { try self.unpacked(Array(packed[..<length])) }
    }
    let long = try Fixture.bytes("packed/best.gz")
    for length in stride(from: 0, to: long.count, by: long.count / 20) {
      #expect(throws: GzipError.self) { try self.unpacked(Array(long[..<length])) }
    }
  }

  @Test func everyChangedBitIsNoticedOrMeansNothing() throws {
    let packed = try Fixture.bytes("packed/fixed.gz")
    // Time, extra flags and system of the header mean nothing here.
    let meaningless = Set(4..<10)
    for position in packed.indices where !meaningless.contains(position) {
      for bit in 0..<8 {
        var changed = packed
        changed[position] ^= 1 << bit
        // The flag that announces a text file, and the bit after the end of
        // the last block.
        if position == 3, bit == 0 { continue }
        if position == packed.count - 9, bit == 7 { continue }
        #expect(throws: GzipError.self) { try self.unpacked(changed) }
      }
    }
  }

  @Test func somethingAfterTheLastMemberIsNoticed() throws {
    let packed = try Fixture.bytes("packed/fixed.gz")
    #expect(throws: GzipError.trailingBytes) { try self.unpacked(packed + [1, 2, 3]) }
    #expect(try unpacked(packed + [0, 0, 0]) == Array("hello hello\n".utf8))
  }

  @Test func namesWhatIsNotGzip() {
    #expect(throws: GzipError.notGzip) { try self.unpacked(Array("id,name\n".utf8)) }
    #expect(throws: GzipError.notGzip) { try self.unpacked([]) }
  }

  @Test func checksumOfTheStandardExample() {
    var checksum = CRC32()
    checksum.add(Array("123456789".utf8))
    #expect(checksum.value == 0xCBF4_3926)
  }
}
