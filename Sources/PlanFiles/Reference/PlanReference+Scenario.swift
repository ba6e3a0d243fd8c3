extension PlanReference {
  /// The keys of a scenario file.
  public static let scenario = PlanKey.section(
    "scenario", "What differs from the plan",
    [
      PlanKey("name", form: "a text", "Its name in the comparison; by default that of its file"),
      PlanKey(
        "plan", form: "a map of keys of plan.yaml",
        "Keys that are laid over those of the plan: rules, pay, ramp-up, prices, opening; shifts "
          + "are joined by their name",
        hasFreeKeys: true),
      PlanKey(
        "shift-length", form: "a length of time",
        "The length of all shifts, breaks included; starts too late for it move forward"),
      PlanKey("drop-shifts", form: "a list of shift patterns", "Patterns that are left out"),
      PlanKey(
        "demand", form: "a percentage, or a map of skills to percentages",
        "What demand is multiplied by"),
      .section(
        "leave", "Leave for a share of the team, beside what is granted",
        [
          PlanKey("share", form: "a percentage", "The share of the team", isRequired: true),
          PlanKey("days", form: "a date or a span of dates", "The days", isRequired: true),
        ]),
      PlanKey("staff", form: "a whole number", "The size of the team, its mix of skills kept"),
      .sections(
        "add-people", "People who are added",
        [
          PlanKey("count", form: "a whole number", default: "1", "How many"),
          PlanKey("skills", form: "a list of skills", "Their skills", isRequired: true),
          PlanKey(
            "wage", form: "a price",
            "Base pay of an hour; by default the mean of those with one of the skills"),
        ]),
      PlanKey("remove-people", form: "a list of ids", "People who are left out"),
      PlanKey(
        "skills", form: "a map of ids to lists of skills", "Skills that people learn",
        hasFreeKeys: true),
    ])
}
