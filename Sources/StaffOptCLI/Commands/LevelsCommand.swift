import ArgumentParser
import Foundation
import StaffOptKit

/// `staffopt levels`: what teams of different sizes cost and miss.
struct LevelsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "levels",
    abstract: "Compare sizes of the team: cost, gaps, service, and the knee.",
    discussion: """
      Each level keeps the mix of skills and choices: places go to groups of \
      people alike in turn, so a larger team contains every smaller one; those \
      listed first stay first. Newcomers beyond the team are like the people of \
      their group, without leave and without a preference. Ctrl-C delivers the \
      levels that are finished.
      """)

  @OptionGroup var plan: PlanArgument
  @OptionGroup var printing: PrintOptions

  @Option(help: "The sizes of the team: 20...60, or 20,30,40.")
  var staff: String

  @Option(help: "The step from one size to the next of a span.")
  var step: Int = 5

  @OptionGroup var sweep: SweepOptions

  func validate() throws {
    guard step > 0 else { throw ValidationError("--step is a number, at least 1.") }
    _ = try sizes()
  }

  /// The sizes, ascending and each once.
  private func sizes() throws -> [Int] {
    let ends = staff.components(separatedBy: "...")
    if ends.count == 2, let first = Int(ends[0]), let last = Int(ends[1]), first > 0,
      first <= last, last <= 100_000, (last - first) / step < 1_000
    {
      // Whoever names an end wants to see it, whatever the step.
      return Array(stride(from: first, to: last, by: step)) + [last]
    }
    if ends.count == 2, let first = Int(ends[0]), let last = Int(ends[1]), first > last {
      throw ValidationError("--staff goes from small to large: \(last)...\(first).")
    }
    let listed = staff.split(separator: ",").map { Int($0.trimmingCharacters(in: .whitespaces)) }
    let sizes = listed.compactMap { $0 }.filter { (1...100_000).contains($0) }
    guard ends.count == 1, !sizes.isEmpty, sizes.count == listed.count else {
      throw ValidationError("--staff has sizes such as 20...60 or 20,30,40; not \"\(staff)\".")
    }
    return Set(sizes).sorted()
  }

  func run() throws {
    let begin = ContinuousClock.now
    let cancellation = Cancellation()
    let watch = InterruptWatch(cancelling: cancellation)
    defer { withExtendedLifetime(watch) {} }
    let loaded = try plan.load(printing.lang)
    let cases = SweepCase.levels(try sizes())
    if try sweep.runShard(
      .levels, cases: cases, loaded: loaded, plan: plan.plan,
      language: printing.lang, cancellation: cancellation)
    {
      return
    }
    let results = try sweep.run(
      .levels, cases, loaded: loaded, source: URL(filePath: plan.plan), since: begin,
      language: printing.lang, cancellation: cancellation)
    let plans = results.compactMap { $0.loaded?.plan }
    let monotone = zip(plans, plans.dropFirst()).map {
      StaffingMonotony.cannotCostMore(from: $0, to: $1)
    }
    try sweep.show(
      SweepFacts(
        kind: .levels, plan: loaded.plan, cases: results.map(\.facts), isMonotone: monotone),
      printing: printing)
  }
}
