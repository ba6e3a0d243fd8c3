import Foundation
import StaffOptKit

extension SweepOptions {
  /// Works off the share of a sweep that was asked for, from where it was
  /// interrupted.
  ///
  /// - Returns: False if no share was asked for.
  func runShard(
    _ kind: SweepFacts.Kind, cases: [SweepCase], loaded: LoadedPlan, plan: String,
    language: ReportLanguage, cancellation: Cancellation
  ) throws -> Bool {
    guard let shard = shard.flatMap({ SweepShard($0) }) else { return false }
    let source = URL(filePath: plan)
    // All cases together have --time-limit seconds, one after the other.
    let seconds = work == nil ? timeLimit / Double(max(1, cases.count)) : nil
    var settings = settings(kind)
    settings.seconds = seconds
    let question = SweepQuestion(
      kind: kind, plan: plan, planPrint: FilePrint.of(source), cases: cases,
      scenarios: try against.cases(for: loaded.plan, language), solver: solver.rawValue,
      secondsPerCase: seconds, work: work,
      relativeGap: settings.relativeGap, seed: seed)
    let name = "\(kind.rawValue)-\(shard.number)-of-\(shard.count).json"
    let url = URL(filePath: out ?? ".").appending(path: name)
    var part = SweepPart(question, shard: shard)
    do {
      if FileManager.default.fileExists(atPath: url.path) {
        let earlier = try SweepPart.read(url)
        guard earlier.question == question, earlier.shard == shard else {
          throw SweepPartError.otherSweep(name)
        }
        part = earlier
        Console.say("going on with \(name): \(part.answers.count) done, \(part.open.count) open")
      }
      part = try ShardedSweep(
        editor: PlanEditor(base: loaded, source: source), settings: settings, part: part
      ).run(to: url, progress: Self.say, cancellation: cancellation)
    } catch let problems as PlanProblems {
      throw reportedProblems(problems, language)
    } catch {
      Console.say("error: \(error)")
      throw error is SweepPartError ? ExitStatus.invalidInput : ExitStatus.failure
    }
    Console.say("written to \(url.relativePath)")
    guard part.open.isEmpty else {
      Console.say("\(part.open.count) cases are open: give the command again to go on.")
      throw ExitStatus.failure
    }
    return true
  }
}
