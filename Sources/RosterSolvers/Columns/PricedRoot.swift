/// A whole roster, or those of its rosters that keep some limits, and the prices
/// that were found for it: what dives start from.
struct PricedRoot {
  let root: PriceRoot
  let ascent: ProximalAscent
}
