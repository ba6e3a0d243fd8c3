import Foundation

/// The text format of the employee shift scheduling benchmark (Curtois & Qu
/// 2014, "Computational results on new staff scheduling benchmark instances").
///
/// A file has sections: horizon, shifts, staff, days off, requests for and
/// against shifts, cover. It names lengths of shifts but no clock times: all
/// shifts of the plan start at midnight, and only the lists of shifts that
/// cannot follow each other keep them apart. Day 0 is a Monday.
public struct ShiftSchedulingFormat: PlanInputFormat {
  /// The format.
  public init() {}

  public var name: String { "a file of the employee shift scheduling benchmark" }

  /// Bytes that are looked at to recognise a file.
  private static let headLength = 16_384
  /// The largest file that is read.
  private static let largestFile = 64 << 20

  public func recognises(_ url: URL) -> Bool {
    guard !FileSource.isFolder(url), var source = try? FileSource(url),
      let start = try? source.next()
    else { return false }
    let head = String(decoding: start.prefix(Self.headLength), as: UTF8.self)
    return head.split(whereSeparator: \.isNewline).contains {
      trimmed($0) == ShiftSchedulingSection.horizon.rawValue
    }
  }

  public func read(_ url: URL) throws(PlanProblems) -> PlanDocument {
    let log = ProblemLog()
    let file = url.lastPathComponent
    do throws(ByteSourceError) {
      let bytes = try FileSource.bytes(of: url, limit: Self.largestFile)
      if let document = document(bytes, file: file, log: log) { return document }
    } catch {
      log.report(error, file: file, neededFor: "a benchmark file")
    }
    throw PlanProblems(log.problems)
  }

  /// The plan in a text of the format.
  ///
  /// - Parameter file: What messages and the plan call it.
  /// - Throws: Every problem of the text at once.
  public static func read(_ bytes: [UInt8], file: String) throws(PlanProblems) -> PlanDocument {
    let log = ProblemLog()
    guard let document = Self().document(bytes, file: file, log: log) else {
      throw PlanProblems(log.problems)
    }
    return document
  }

  private func document(_ bytes: [UInt8], file: String, log: ProblemLog) -> PlanDocument? {
    let contents = ShiftSchedulingReader(file: file, log: log).contents(of: bytes)
    guard let contents, !log.hasErrors else { return nil }
    let name = String(file.prefix { $0 != "." })
    guard let plan = contents.plan(name: name.isEmpty ? file : name) else {
      log.report(
        .horizonTooLong, at: SourcePlace(file: file), "The horizon cannot be planned.",
        expected: "1 to 731 days")
      return nil
    }
    return PlanDocument(plan: plan, workload: WorkloadPlan())
  }
}

/// The sections of a file.
enum ShiftSchedulingSection: String, CaseIterable {
  case horizon = "SECTION_HORIZON"
  case shifts = "SECTION_SHIFTS"
  case staff = "SECTION_STAFF"
  case daysOff = "SECTION_DAYS_OFF"
  case onRequests = "SECTION_SHIFT_ON_REQUESTS"
  case offRequests = "SECTION_SHIFT_OFF_REQUESTS"
  case cover = "SECTION_COVER"

  /// The sections without which there is no plan.
  static let required: [Self] = [.horizon, .shifts, .staff, .cover]
  /// The fields of a row; nil where rows are longer or shorter.
  var fieldCount: ClosedRange<Int> {
    switch self {
    case .horizon: 1...1
    case .shifts: 2...3
    case .staff: 8...8
    case .daysOff: 2...Int.max
    case .onRequests, .offRequests: 4...4
    case .cover: 5...5
    }
  }
}
