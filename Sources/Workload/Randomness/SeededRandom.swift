/// A deterministic random generator: xoshiro256**, seeded by SplitMix64.
///
/// Same seed, same numbers, on every machine (D. Blackman and S. Vigna,
/// "Scrambled linear pseudorandom number generators", ACM TOMS 47, 2021,
/// doi:10.1145/3460772).
public struct SeededRandom: RandomNumberGenerator, Equatable, Sendable {
  @usableFromInline var state: (UInt64, UInt64, UInt64, UInt64)

  /// A generator for a seed.
  ///
  /// - Parameters:
  ///   - seed: Any number.
  ///   - stream: Which of the independent sequences of that seed.
  public init(seed: UInt64, stream: UInt64 = 0) {
    var mixer = SplitMix(state: seed)
    // Streams are told apart before mixing, so that neighbours share nothing.
    mixer.state = mixer.next() ^ (stream &* 0xd134_2543_de82_ef95)
    state = (mixer.next(), mixer.next(), mixer.next(), mixer.next())
  }

  // Inlinable: a simulation draws millions from another module.
  @inlinable
  public mutating func next() -> UInt64 {
    let result = rotated(state.1 &* 5, by: 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = rotated(state.3, by: 45)
    return result
  }

  public static func == (left: SeededRandom, right: SeededRandom) -> Bool {
    left.state == right.state
  }

  @inlinable func rotated(_ value: UInt64, by count: UInt64) -> UInt64 {
    (value << count) | (value >> (64 - count))
  }
}

/// SplitMix64, which turns any seed into well-mixed words.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
