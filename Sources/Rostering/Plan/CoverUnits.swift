/// How heads are counted: in whole units, so that part presence adds up
/// without rounding.
extension RosterPlan {
  /// Units that a full agent brings to a whole interval: a minute of a tenth
  /// of an agent is one unit.
  public var unitsPerHead: Int { horizon.intervalMinutes * 10 }

  /// Effectiveness in tenths of an agent, 1 to 10.
  func effectivenessTenths(of employee: Employee) -> Int {
    min(10, max(1, Int((employee.effectiveness * 10).rounded())))
  }

  /// The smallest part of an agent that somebody with several skills can give
  /// to one of them in an interval.
  ///
  /// It is a whole agent unless the plan knows smaller parts: beginners who
  /// count as part of an agent, or shifts and breaks that do not begin and
  /// end on an interval.
  public var coverStepUnits: Int {
    let length = horizon.intervalMinutes
    let edges = patterns.flatMap { pattern in
      pattern.startMinutes + pattern.lengthMinutes
        + pattern.breaks.flatMap { [$0.earliestOffset, $0.minutes] }
    }
    let pinnedEdges = pinnedDays.flatMap { pin -> [Int] in
      guard case .shift(_, let minutes) = pin.content else { return [] }
      return [minutes.lowerBound, minutes.upperBound]
    }
    let historyEdges = history.filter { $0.minutes.upperBound > 0 }.flatMap { shift in
      [shift.minutes.upperBound]
        + shift.breaks.flatMap {
          [$0.minutes.lowerBound, $0.minutes.upperBound]
        }
    }
    let minutes = (edges + pinnedEdges + historyEdges).reduce(length, greatestCommonDivisor)
    let tenths = employees.map(effectivenessTenths).reduce(10, greatestCommonDivisor)
    return abs(minutes) * tenths
  }
}

/// The greatest common divisor, not negative; of zero and a number it is the
/// number.
func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
  var (left, right) = (left.magnitude, right.magnitude)
  while right != 0 { (left, right) = (right, left % right) }
  return Int(left)
}
