/// A fixed share of the cases of a sweep, for one of several machines.
///
/// Share k of n has the cases k - 1, k - 1 + n, k - 1 + 2n ...: neighbours go
/// to different machines, so that the heavy end of a sweep is spread.
public struct SweepShard: Codable, Hashable, Sendable {
  /// The most shares.
  public static let mostShares = 100_000

  /// Which share, from 1.
  public let number: Int
  /// How many shares there are.
  public let count: Int

  /// A share; nil unless `1 <= number <= count`.
  public init?(number: Int, count: Int) {
    guard count <= Self.mostShares, number >= 1, number <= count else { return nil }
    self.number = number
    self.count = count
  }

  /// A share written `3/16`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.allSatisfy(\.isNumber) }),
      let number = Int(parts[0]), let count = Int(parts[1])
    else { return nil }
    self.init(number: number, count: count)
  }

  /// The places of the share's cases among those of the sweep.
  public func places(of caseCount: Int) -> [Int] {
    Array(stride(from: number - 1, to: caseCount, by: count))
  }
}

extension SweepShard: CustomStringConvertible {
  /// The share as `3/16`.
  public var description: String { "\(number)/\(count)" }
}
