import Foundation
import Reports

/// What all shares of a sweep have in common: the question, not the answers.
public struct SweepQuestion: Codable, Hashable, Sendable {
  /// The kind of sweep.
  public var kind: SweepFacts.Kind
  /// The plan, as it was named on the command line.
  public var plan: String
  /// A print of the plan's files: another plan has another.
  public var planPrint: String
  /// The cases, in order.
  public var cases: [SweepCase]
  /// Ways demand may come against which every roster is held.
  public var scenarios: [DemandCase]
  /// The solver of every case.
  public var solver: String
  /// The most seconds of a case; nil for no limit.
  public var secondsPerCase: Double?
  /// The most work of a case; nil for no limit.
  public var work: Int?
  /// A case ends when it is proven to be within this share of the best.
  public var relativeGap: Double
  /// What random choices start from.
  public var seed: UInt64

  /// A question.
  public init(
    kind: SweepFacts.Kind, plan: String, planPrint: String, cases: [SweepCase],
    scenarios: [DemandCase], solver: String, secondsPerCase: Double?, work: Int?,
    relativeGap: Double, seed: UInt64
  ) {
    self.kind = kind
    self.plan = plan
    self.planPrint = planPrint
    self.cases = cases
    self.scenarios = scenarios
    self.solver = solver
    self.secondsPerCase = secondsPerCase
    self.work = work
    self.relativeGap = relativeGap
    self.seed = seed
  }
}

/// One share of a sweep with the cases of it that are done: what a machine
/// writes after each case, and goes on from when it was interrupted.
public struct SweepPart: Codable, Hashable, Sendable {
  /// A solved case with its place in the sweep.
  public struct Answer: Codable, Hashable, Sendable {
    /// The place, from 0.
    public var place: Int
    /// Its figures; how long it took is left out, so that equal work gives
    /// equal bytes.
    public var facts: CaseFacts
  }

  /// What files of this form call themselves.
  public static let formName = "staffopt-sweep-part-1"

  /// `formName`.
  public var form = Self.formName
  /// The question.
  public var question: SweepQuestion
  /// The share.
  public var shard: SweepShard
  /// The cases that are done, by place.
  public private(set) var answers: [Answer] = []

  /// A share of which nothing is done.
  public init(_ question: SweepQuestion, shard: SweepShard) {
    self.question = question
    self.shard = shard
  }

  /// The places of the share that are not done, ascending.
  public var open: [Int] {
    let done = Set(answers.map(\.place))
    return shard.places(of: question.cases.count).filter { !done.contains($0) }
  }

  /// Adds a case that is done.
  public mutating func add(_ facts: CaseFacts, at place: Int) {
    var facts = facts
    facts.seconds = 0
    answers.removeAll { $0.place == place }
    answers.append(Answer(place: place, facts: facts))
    answers.sort { $0.place < $1.place }
  }

  // MARK: Files

  /// The part as JSON: the same bytes for the same part.
  public func data() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try encoder.encode(self) + Data("\n".utf8)
  }

  /// The part in a file.
  ///
  /// - Throws: If it is no part of a sweep, or damaged.
  public static func read(_ url: URL) throws(SweepPartError) -> SweepPart {
    let name = url.lastPathComponent
    guard let data = try? Data(contentsOf: url) else { throw .unreadable(name) }
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    guard let part = try? decoder.decode(SweepPart.self, from: data), part.form == formName else {
      throw .noPart(name)
    }
    guard SweepShard(number: part.shard.number, count: part.shard.count) != nil else {
      throw .noPart(name)
    }
    let places = Set(part.shard.places(of: part.question.cases.count))
    guard part.answers.allSatisfy({ places.contains($0.place) }),
      Set(part.answers.map(\.place)).count == part.answers.count
    else { throw .noPart(name) }
    return part
  }

  /// Writes the part, all or nothing: whoever is interrupted finds the one
  /// before.
  public func write(to url: URL) throws {
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data().write(to: url, options: .atomic)
  }
}

/// Why parts of a sweep cannot be used.
public enum SweepPartError: Error, Hashable, CustomStringConvertible {
  /// A file cannot be read.
  case unreadable(String)
  /// A file is no part of a sweep, or is damaged.
  case noPart(String)
  /// A file belongs to another sweep.
  case otherSweep(String)
  /// Two files have the same share.
  case twice(SweepShard)
  /// Cases that no part has solved, by name.
  case missing([String])

  public var description: String {
    switch self {
    case .unreadable(let file): "\(file): cannot be read"
    case .noPart(let file): "\(file): is no part of a sweep, or is damaged"
    case .otherSweep(let file):
      "\(file): belongs to another sweep: its plan, cases or settings differ"
    case .twice(let shard): "the share \(shard) is there twice"
    case .missing(let names):
      "\(names.count) case\(names.count == 1 ? " is" : "s are") not solved yet: "
        + names.prefix(8).joined(separator: ", ") + (names.count > 8 ? " ..." : "")
    }
  }
}

extension SweepPart {
  /// The answers of all parts together, in the order of the cases.
  ///
  /// - Parameter files: The parts with the names of their files.
  /// - Throws: If parts belong to different sweeps, or cases are missing.
  public static func merged(
    _ files: [(name: String, part: SweepPart)]
  ) throws(SweepPartError) -> [CaseFacts] {
    guard let first = files.first?.part else { throw .missing([]) }
    var seen: Set<SweepShard> = []
    var facts: [CaseFacts?] = Array(repeating: nil, count: first.question.cases.count)
    for (name, part) in files {
      guard part.question == first.question, part.shard.count == first.shard.count else {
        throw .otherSweep(name)
      }
      guard seen.insert(part.shard).inserted else { throw .twice(part.shard) }
      for answer in part.answers { facts[answer.place] = answer.facts }
    }
    let missing = zip(first.question.cases, facts).filter { $0.1 == nil }.map(\.0.name)
    guard missing.isEmpty else { throw .missing(missing) }
    return facts.compactMap { $0 }
  }
}
