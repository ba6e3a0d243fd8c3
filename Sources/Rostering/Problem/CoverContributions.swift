/// One entry of a contribution: units that a shift option puts on a cover row.
public struct CoverEntry: Hashable, Sendable {
  /// Index of the problem's cover row.
  public var row: Int
  /// Units, at least 1.
  public var units: Int

  /// An entry.
  public init(row: Int, units: Int) {
    self.row = row
    self.units = units
  }
}

/// What each shift option contributes to the cover rows when somebody of a
/// cover class works it, as flat arrays.
///
/// A *cover class* is a set of people who contribute alike: the same skills
/// and the same effectiveness.
public struct CoverContributions: Sendable {
  /// Entries of option `o` are `entries[starts[o]..<starts[o + 1]]`.
  public private(set) var starts: [Int] = [0]
  /// All entries, option after option; rows ascending within an option.
  public private(set) var entries: [CoverEntry] = []

  /// Contributions of no option yet.
  public init() {}

  /// Adds the contributions of the next option.
  public mutating func append(_ optionEntries: some Sequence<CoverEntry>) {
    entries.append(contentsOf: optionEntries)
    starts.append(entries.count)
  }

  /// The entries of an option.
  public subscript(option: Int) -> ArraySlice<CoverEntry> {
    entries[starts[option]..<starts[option + 1]]
  }

  /// The number of options.
  public var optionCount: Int { starts.count - 1 }
}
