/// Tells rows of a log that were there before, by a 64-bit hash of their bytes.
///
/// Two different rows of a million share a hash once in some 37 million logs.
///
/// - Complexity: O(bytes) a row; 8 to 16 bytes of memory a row, up to the
///   limit.
struct RepeatedRows {
  /// Rows beyond this many are not compared: 128 MB of hashes at most.
  static let limit = 8_000_000

  private var seen: Set<UInt64> = []
  /// True if rows came that could not be compared any more.
  private(set) var isOverfull = false

  init() {}

  /// True if the same bytes came before.
  mutating func isRepeated(_ parts: ArraySlice<UInt8>...) -> Bool {
    guard seen.count < Self.limit else {
      isOverfull = true
      return false
    }
    // FNV-1a, then the finaliser of SplitMix64 so that all bits vary.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in parts {
      for byte in part { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return !seen.insert(hash ^ (hash >> 31)).inserted
  }
}
