import CivilTime
import Foundation
import PlanFiles
import Rostering
import Workload

/// Reads a plan and works out its need: history, forecast, agents.
public struct PlanLoader: Sendable {
  /// How the history is forecast.
  public var forecaster: Forecaster

  /// A loader.
  public init(forecaster: Forecaster = Forecaster()) { self.forecaster = forecaster }

  /// The plan in a folder or file, with its need.
  ///
  /// - Throws: Every problem of the files at once.
  public func load(_ url: URL) throws(PlanProblems) -> LoadedPlan {
    let document = try PlanInput.read(url)
    return try load(document, name: url.lastPathComponent)
  }

  /// A plan as read, with its need.
  ///
  /// - Parameter name: The file or folder, for problems.
  public func load(_ document: PlanDocument, name: String) throws(PlanProblems) -> LoadedPlan {
    do {
      return try withNeed(document, name: name)
    } catch {
      // What was odd about the files often says why.
      throw PlanProblems(document.warnings + error.problems)
    }
  }

  private func withNeed(
    _ document: PlanDocument, name: String
  ) throws(PlanProblems) -> LoadedPlan {
    var loaded = LoadedPlan(plan: document.plan, document: document)
    let classes = document.forecastClasses
    guard !classes.isEmpty else { return loaded }
    guard document.workload.history != nil else {
      throw problem(
        name, field: "workload.history",
        "The plan has neither a ticket history nor a need for the skills "
          + classes.map(\.skill).joined(separator: ", ") + ".",
        expected: "a ticket history, or a need file that names these skills",
        action: "Export the tickets of the last two months and name the file in plan.yaml: "
          + "workload: history: {file: tickets.csv}. A file that is only in the folder is not read."
      )
    }
    let learned = try PlanForecaster(forecaster: forecaster).forecast(
      document, classes: classes, name: name)
    loaded.historyTreatments = learned.treatments
    let forecast = learned.forecast
    let planner = NeedPlanner(classes: classes, openingHours: document.workload.opening)
    do {
      let need = try planner.need(for: forecast, backlog: CarriedBacklog.waiting(classes))
      for skill in need.skills {
        guard let index = loaded.plan.need.skills.firstIndex(of: skill.skill) else { continue }
        loaded.plan.need.agents[index] = skill.gross
      }
      if document.workload.leavesDeadlineWorkFree { leaveWorkFree(need, in: &loaded.plan.need) }
      LatePrices(prices: loaded.plan.cover, need: need, forecast: forecast)
        .fill(&loaded.plan.need)
      loaded.forecast = forecast
      loaded.need = need
      return loaded
    } catch {
      switch error {
      case .noForecast(let className), .handleTimeUnknown(let className):
        throw problem(
          name, field: "workload.classes",
          "Neither the history nor the plan says how long a ticket of \(className) takes.",
          expected: "a handle-time, or a column of handle times in the history",
          action: "Give the class \(className) a handle-time, such as handle-time: 6m.")
      }
    }
  }

  /// Hands work with deadlines to the solvers as such, instead of laid level
  /// over the intervals.
  private func leaveWorkFree(_ need: StaffingNeed, in cover: inout CoverNeed) {
    let free = need.skills.filter { skill in
      skill.classes.contains { !$0.deferredWork.isEmpty }
    }
    guard !free.isEmpty else { return }
    cover.atOnce = cover.agents
    for skill in free {
      guard let index = cover.skills.firstIndex(of: skill.skill) else { continue }
      for need in skill.classes where need.workloadClass.goal.isDeferrable {
        for (interval, agents) in need.gross.enumerated() {
          cover.atOnce[index][interval] = max(0, cover.atOnce[index][interval] - agents)
        }
        cover.deferredWork += need.deferredWork.map {
          DeferredWork(skill: index, hours: $0.hours, intervals: $0.intervals)
        }
      }
    }
    // Differences of sums leave crumbs.
    for skill in cover.atOnce.indices {
      for interval in cover.atOnce[skill].indices where cover.atOnce[skill][interval] < 1e-9 {
        cover.atOnce[skill][interval] = 0
      }
    }
  }

  private func problem(
    _ file: String, field: String, _ message: String, expected: String, action: String
  ) -> PlanProblems {
    PlanProblems([
      PlanProblem(
        code: .keyMissing, file: file, field: field, message: message, expected: expected,
        action: action)
    ])
  }
}
