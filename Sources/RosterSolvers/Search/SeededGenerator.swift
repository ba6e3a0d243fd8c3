/// A small random generator with a seed: the same seed gives the same numbers
/// on every machine and in every version.
///
/// SplitMix64 of Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators", OOPSLA 2014, doi:10.1145/2660193.2660195.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// A generator that starts from a seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A generator of other numbers than this one gives from here on.
  mutating func forked() -> SeededGenerator { SeededGenerator(seed: next() ^ 0xF04B) }

  /// A whole number of `0..<bound`; 0 if the bound is not positive.
  public mutating func index(below bound: Int) -> Int {
    guard bound > 1 else { return 0 }
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A real number, at least 0 and below 1.
  public mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// True with a probability.
  public mutating func chance(_ probability: Double) -> Bool { unit() < probability }
}
