import ArgumentParser
import StaffOptKit

/// The `staffopt` command.
@main
struct StaffOptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staffopt",
    abstract: "Staff a customer-service team over a public holiday.",
    discussion: """
      A plan is a folder with a plan.yaml and CSV files beside it. Start with
      `staffopt init my-plan`, then `staffopt solve my-plan --out my-roster`.

      Exit status: 0 done; 1 failure or, for audit, broken rules; 2 invalid \
      input; 3 proven that no roster can satisfy the hard rules; 4 stopped by \
      the limit with nothing to show; 64 usage.
      """,
    version: StaffOptVersion.current,
    subcommands: [
      SolveCommand.self,
      NeedCommand.self,
      ForecastCommand.self,
      ReviewCommand.self,
      QueueCommand.self,
      SimulateCommand.self,
      StandbyCommand.self,
      AuditCommand.self,
      ExplainCommand.self,
      WhatIfCommand.self,
      LevelsCommand.self,
      MergeCommand.self,
      FormulateCommand.self,
      ShiftsCommand.self,
      GenerateCommand.self,
      InitCommand.self,
      ReferenceCommand.self,
    ])
}
