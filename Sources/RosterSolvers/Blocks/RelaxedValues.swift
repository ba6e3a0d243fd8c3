/// Lowers `count` values to those of a source plus a cost, where these are
/// smaller.
///
/// Every path of the block optimiser goes through this loop. Parts of the spans
/// are cut out first, so that one comparison of lengths stands for the checks
/// of all places and the compiler can take several values at a time.
@inline(__always)
func lower(
  _ target: inout MutableSpan<Double>, at place: Int, to source: Span<Double>, at from: Int,
  count: Int, plus cost: Double
) {
  let values = source.extracting(from..<(from + count))
  var results = target._mutatingExtracting(place..<(place + count))
  let length = min(values.count, results.count)
  for index in 0..<length {
    let value = values[index] + cost
    let present = results[index]
    results[index] = value < present ? value : present
  }
}
