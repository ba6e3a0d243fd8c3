import RosterSolvers
import Rostering

/// Brute force over the lines of one person: the truth that the line
/// optimiser is measured by.
public struct RosterLineOracle {
  /// All feasible lines of the person with their own costs, in lexicographic
  /// order (a day off before the day's options).
  public let lines: [(line: Line, cost: Double)]

  /// Enumerates a person's lines.
  ///
  /// - Complexity: O(product over days of (options + 1)).
  public init(_ problem: RosterProblem, person: Int) {
    let checker = LineChecker(problem)
    var found: [(line: Line, cost: Double)] = []
    Self.enumerate(problem, day: 0, line: []) { line in
      if checker.isFeasible(line, person: person) {
        found.append((line, checker.cost(of: line, person: person)))
      }
    }
    lines = found
  }

  /// The costs at given prices of the lines that a pattern admits, ascending.
  public func costs(
    optionPrices: [Double], dayOffPrices: [Double], pattern: LinePattern
  ) -> [Double] {
    lines.filter { Self.admits($0.line, pattern) }
      .map { $0.cost + Self.price(of: $0.line, optionPrices, dayOffPrices) }
      .sorted()
  }

  /// True if a line keeps to a pattern.
  public static func admits(_ line: Line, _ pattern: LinePattern) -> Bool {
    zip(line, pattern).allSatisfy { option, choice in
      switch choice {
      case .free: true
      case .off: option == nil
      case .option(let fixed): option == fixed
      case .among(let options, let mayBeOff): option.map(options.contains) ?? mayBeOff
      }
    }
  }

  /// What prices add to a line.
  public static func price(
    of line: Line, _ optionPrices: [Double], _ dayOffPrices: [Double]
  ) -> Double {
    line.enumerated().reduce(0) { sum, entry in
      sum + (entry.element.map { optionPrices[$0] } ?? dayOffPrices[entry.offset])
    }
  }

  private static func enumerate(
    _ problem: RosterProblem, day: Int, line: Line, _ visit: (Line) -> Void
  ) {
    if day == problem.dayCount {
      visit(line)
      return
    }
    enumerate(problem, day: day + 1, line: line + [nil], visit)
    for option in problem.optionsOfDay[day] {
      enumerate(problem, day: day + 1, line: line + [option], visit)
    }
  }
}
