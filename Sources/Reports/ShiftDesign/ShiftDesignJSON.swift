import PlainText
import ShiftDesign

/// What `shifts --format json` prints: the best design and the front.
public struct ShiftDesignJSON: Sendable {
  /// The facts.
  public let facts: ShiftDesignFacts
  /// The program's version.
  public let version: String

  /// A document of some facts.
  public init(_ facts: ShiftDesignFacts, version: String) {
    self.facts = facts
    self.version = version
  }

  /// The document, indented, with LF at the end.
  public var text: String { tree.text }

  /// The document as a value.
  public var tree: JSONTree {
    let problem = facts.problem
    return .object([
      ("name", .string(facts.name)),
      ("objective", .number(facts.design.objective, decimals: 4)),
      ("bound", .number(facts.bound, decimals: 4)),
      ("optimal", .bool(facts.isOptimal)),
      ("distinct_shifts", .integer(facts.design.shifts.count)),
      ("over_minutes", .number(facts.design.overMinutes, decimals: 3)),
      ("under_minutes", .number(facts.design.underMinutes, decimals: 3)),
      ("price_over_per_minute", .number(problem.overPrice, decimals: 6)),
      ("price_under_per_minute", .number(problem.underPrice, decimals: 6)),
      ("price_per_shift", .number(problem.shiftPrice, decimals: 4)),
      ("currency", .string(facts.currency.isEmpty ? nil : facts.currency)),
      ("slot_minutes", .integer(problem.slotMinutes)),
      ("days", .integer(problem.dayCount)),
      ("dates", .array(facts.dates.map { .string("\($0)") })),
      ("shifts", shifts(of: facts.design)),
      ("front", .array(facts.front.map(frontPoint))),
      ("seconds", .number(facts.seconds, decimals: 3)),
      ("seed", .unsigned(facts.seed)),
      ("version", .string(version)),
    ])
  }

  private func frontPoint(_ design: DesignedShifts) -> JSONTree {
    .object([
      ("distinct_shifts", .integer(design.shifts.count)),
      ("cover_cost", .number(design.coverCost, decimals: 4)),
      ("objective", .number(design.objective, decimals: 4)),
      ("over_minutes", .number(design.overMinutes, decimals: 3)),
      ("under_minutes", .number(design.underMinutes, decimals: 3)),
      ("shifts", shifts(of: design)),
    ])
  }

  private func shifts(of design: DesignedShifts) -> JSONTree {
    .array(
      design.shifts.map { shift in
        let candidate = facts.problem.candidates[shift.candidate]
        var members: [(key: String, value: JSONTree)] = [
          ("type", .string(facts.kindNames[candidate.kind])),
          ("start", .string(facts.clock(candidate.startSlot))),
          ("start_slot", .integer(candidate.startSlot)),
          ("length_minutes", .integer(candidate.slotCount * facts.problem.slotMinutes)),
          ("length_slots", .integer(candidate.slotCount)),
          ("heads", .array(shift.headsByDay.map { .integer($0) })),
        ]
        if !candidate.isUnbroken { members.append(("breaks", breaks(of: shift, candidate))) }
        return .object(members)
      })
  }

  /// Heads by where their breaks lie, in minutes after the shift's start.
  private func breaks(of shift: DesignedShift, _ candidate: ShiftCandidate) -> JSONTree {
    let minutes = facts.problem.slotMinutes
    return .array(
      zip(candidate.breakChoices, shift.headsByChoice).compactMap { spans, heads in
        guard heads.contains(where: { $0 > 0 }) else { return nil }
        return .object([
          (
            "after_minutes",
            .array(
              spans.map {
                .array([
                  .integer($0.lowerBound * minutes), .integer($0.upperBound * minutes),
                ])
              })
          ),
          ("heads", .array(heads.map { .integer($0) })),
        ])
      })
  }
}
