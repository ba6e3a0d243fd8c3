import Foundation
import LinearModel
import PlanFiles
import Reports

/// Works off one share of a sweep and keeps its part file up to date.
///
/// Cases of shares start cold, each with its own share of the limits, so that
/// what comes of a case does not depend on which others the machine has. With
/// a limit of work in place of seconds the merged parts are the same bytes,
/// however the sweep was cut.
public struct ShardedSweep: Sendable {
  /// Makes the plans of the cases.
  public let editor: PlanEditor
  /// How the cases are worked out; `seconds` are those of one case.
  public let settings: SweepSettings
  /// The part to go on with.
  public private(set) var part: SweepPart

  /// A share of a sweep.
  public init(editor: PlanEditor, settings: SweepSettings, part: SweepPart) {
    self.editor = editor
    self.settings = settings
    self.part = part
  }

  /// Solves what is open of the share; writes the part after each case.
  ///
  /// - Returns: The part; with open cases if it was cancelled.
  /// - Throws: Problems of the scenarios, or of writing.
  public func run(
    to url: URL, progress: SweepRunner.ProgressHandler? = nil,
    cancellation: Cancellation = Cancellation()
  ) throws -> SweepPart {
    let open = part.open
    let cases = open.map { part.question.cases[$0] }
    var cold = settings
    cold.startsWarm = false
    // The runner shares seconds out by rounds of as many cases as workers.
    let rounds = (open.count + settings.workers - 1) / max(1, settings.workers)
    cold.seconds = settings.seconds.map { $0 * Double(max(1, rounds)) }
    let demands = part.question.scenarios
    let runner = SweepRunner(
      editor: editor, settings: cold,
      outlook: demands.isEmpty ? nil : try DemandOutlook(demands, editor: editor))
    let plans = try runner.plans(of: cases)
    let keeper = PartKeeper(part, url: url)
    try keeper.save()
    let places = Dictionary(
      zip(cases.map(\.name), open), uniquingKeysWith: { first, _ in first })
    _ = runner.run(
      cases, plans: plans,
      progress: { done, count, facts in
        // A case that was broken off is not done.
        if !cancellation.isCancelled, let place = places[facts.name] {
          keeper.add(facts, at: place)
        }
        progress?(done, count, facts)
      }, cancellation: cancellation)
    if let failure = keeper.failure { throw failure }
    return keeper.part
  }
}

/// A print of files that changes when one of them does.
public enum FilePrint {
  /// The print of a file, or of the files of a folder, as 16 hexadecimal
  /// digits: FNV-1a of 64 bits over names and bytes. It finds mistakes, not
  /// forgeries.
  ///
  /// - Complexity: O(bytes).
  public static func of(_ url: URL) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    let folder = PlanFolderFormat.folder(of: url)
    // Names may lie in folders of the plan's folder.
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    let files =
      names.isEmpty
      ? [(url.lastPathComponent, url)]
      : names.sorted().map { ($0, folder.appending(path: $0)) }
    for (name, file) in files where !name.split(separator: "/").contains(where: { $0.first == "." })
    {
      guard let data = try? Data(contentsOf: file) else { continue }
      add(name.utf8)
      add([0])
      add(data)
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension SweepFacts {
  /// The facts of a sweep from the answers to its question, as one run would
  /// have them, but for the worth of one agent more, which needs a roster.
  ///
  /// - Throws: Problems of the question's scenarios.
  public init(
    question: SweepQuestion, cases: [CaseFacts], editor: PlanEditor
  ) throws(PlanProblems) {
    let plan = editor.base.plan
    self.init(kind: question.kind, plan: plan, cases: cases)
    switch question.kind {
    case .levels:
      let plans = try SweepRunner(editor: editor, settings: SweepSettings()).plans(
        of: question.cases
      ).map(\.plan)
      isMonotone = zip(plans, plans.dropFirst()).map {
        StaffingMonotony.cannotCostMore(from: $0, to: $1)
      }
    case .rulePrices: loosenings = RulePriceSweep(plan: plan).loosenings
    case .whatIf: break
    }
  }
}
