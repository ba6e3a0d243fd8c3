/// A growing list of sparse vectors in three flat arrays (compressed rows):
/// vector `k` has the entries at `starts[k] ..< starts[k + 1]`.
///
/// The rows of a program and the batches a warm session takes have this form,
/// so that a backend can hand them to its library without another copy for
/// each vector.
public struct SparseVectors: Equatable, Sendable {
  /// Where each vector starts; one more element than vectors, the first 0.
  public private(set) var starts: [Int] = [0]
  /// The position each entry belongs to.
  public internal(set) var indices: [Int32] = []
  /// The value of each entry.
  public internal(set) var values: [Double] = []

  /// No vectors.
  public init() {}

  /// The number of vectors.
  public var count: Int { starts.count - 1 }
  /// The number of entries of all vectors.
  public var entryCount: Int { indices.count }

  /// The places of vector `vector`'s entries in `indices` and `values`.
  public func entryRange(_ vector: Int) -> Range<Int> {
    starts[vector]..<starts[vector + 1]
  }

  /// Makes room for `vectors` vectors with `entries` entries in all.
  public mutating func reserveCapacity(vectors: Int, entries: Int) {
    starts.reserveCapacity(vectors + 1)
    indices.reserveCapacity(entries)
    values.reserveCapacity(entries)
  }

  /// Adds an entry to the vector that `endVector()` will close.
  ///
  /// An index beyond the range of `Int32` is clamped to it, where the
  /// receiver's range check finds it.
  /// - Complexity: O(1) amortised.
  public mutating func appendEntry(index: Int, value: Double) {
    indices.append(Int32(clamping: index))
    values.append(value)
  }

  /// Closes the vector made of the entries added since the last one.
  public mutating func endVector() {
    starts.append(indices.count)
  }

  /// Adds one whole vector of (index, value) pairs.
  /// - Complexity: O(entries) amortised.
  public mutating func append(_ entries: some Sequence<(index: Int, value: Double)>) {
    for entry in entries {
      appendEntry(index: entry.index, value: entry.value)
    }
    endVector()
  }
}
