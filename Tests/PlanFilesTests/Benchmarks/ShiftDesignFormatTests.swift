import PlanFiles
import ShiftDesign
import Testing

@Suite("The shift design benchmark")
struct ShiftDesignFormatTests {
  private let text = """
    % A small week
    interval = 360;
    days = 2;
    demand = [1,2,2,1, % the first day
              0,2,3,1];
    shiftTypes = 2;
    minStart = [0, 2];
    maxStart = [1, 3];
    minLength = [1, 2];
    maxLength = [2, 2];
    minDuties = 4.8;
    maxDuties = 5;
    avgMinutes = 2280;
    weightUnderCover = 1;
    weightOverCover = 2.5;
    weightDutiesPerWeek = 1000;
    weightShiftInstances = 60;
    """

  private func problems(of text: String) -> [PlanProblem] {
    do throws(PlanProblems) {
      _ = try ShiftDesignFormat.read(Array(text.utf8), file: "small.dzn")
      return []
    } catch {
      return error.problems
    }
  }

  private func found(_ text: String) -> [String] {
    problems(of: text).map { "\($0.line):\($0.column) \($0.code.rawValue)" }
  }

  @Test("Every item reaches the problem")
  func items() throws {
    let file = try ShiftDesignFormat.read(
      Array(
        text.replacing("360", with: "240").replacing("1,2,2,1, %", with: "1,2,2,1,5,5, %")
          .replacing("0,2,3,1]", with: "0,2,3,1,5,5]").utf8), file: "small.dzn")
    #expect(file.name == "small")
    #expect(file.problem.slotMinutes == 240)
    #expect(file.problem.dayCount == 2)
    #expect(file.problem.isCyclic)
    #expect(file.problem.need == [1, 2, 2, 1, 5, 5, 0, 2, 3, 1, 5, 5])
    #expect(file.problem.underPrice == 1)
    #expect(file.problem.overPrice == 2.5)
    #expect(file.problem.shiftPrice == 60)
    #expect(
      file.problem.candidates == [
        ShiftCandidate(kind: 0, startSlot: 0, slotCount: 1),
        ShiftCandidate(kind: 0, startSlot: 0, slotCount: 2),
        ShiftCandidate(kind: 0, startSlot: 1, slotCount: 1),
        ShiftCandidate(kind: 0, startSlot: 1, slotCount: 2),
        ShiftCandidate(kind: 1, startSlot: 2, slotCount: 2),
        ShiftCandidate(kind: 1, startSlot: 3, slotCount: 2),
      ])
  }

  @Test("The same hours under two types are one shift")
  func sameHours() throws {
    let same = small.replacing("minStart = [0, 2]", with: "minStart = [0, 1]")
    let file = try ShiftDesignFormat.read(Array(same.utf8), file: "small.dzn")
    #expect(file.problem.candidates.count == 6)
  }

  /// The text with an interval that the reader takes.
  private var small: String {
    text.replacing("360", with: "240").replacing("1,2,2,1, %", with: "1,2,2,1,5,5, %")
      .replacing("0,2,3,1]", with: "0,2,3,1,5,5]")
  }

  @Test("All mistakes are told at once, with line and column")
  func mistakes() {
    let bad = small.replacing("5,5, %", with: "5,x, %").replacing("[0, 2]", with: "[0]")
      .replacing("weightOverCover = 2.5", with: "weightOverCover = -1")
      .replacing("weightUnderCover", with: "weigthUnderCover")
    #expect(
      found(bad) == [
        "0:0 E-KEY-MISSING", "4:21 E-VALUE-NUMBER", "7:1 E-VALUE-RANGE", "15:19 E-VALUE-RANGE",
      ])
    let message = problems(of: bad).first?.description ?? ""
    #expect(message.contains(#"Did you mean "weigthUnderCover"?"#))
  }

  @Test(
    "A broken item is told where it breaks",
    arguments: [
      ("days = 2;", "days 2;", "3:1 E-VALUE-TEXT"),
      ("days = 2;", "days = ;", "3:1 E-VALUE-MISSING"),
      ("days = 2;", "days = 2 3;", "3:10 E-VALUE-TEXT"),
      ("days = 2;", "days = 2; days = 2;", "3:11 E-KEY-TWICE"),
      ("[1, 3]", "[1, 3", "8:1 E-VALUE-TEXT"),
      ("[1, 3]", "[1 3]", "8:15 E-VALUE-TEXT"),
      ("maxLength = [2, 2]", "maxLength = [2, 1]", "10:17 E-REVERSED"),
      ("interval = 240", "interval = 7", "2:12 E-VALUE-RANGE"),
    ])
  func broken(old: String, new: String, expected: String) {
    #expect(found(small.replacing(old, with: new)).contains(expected))
  }

  @Test("A file without any of the names is one problem, not one for each name")
  func nothingNamed() {
    for text in ["", "% a remark\n", "width = 3;"] {
      let found = problems(of: text)
      #expect(found.map(\.code) == [.keyMissing], "\(found)")
      #expect(found.first?.expected.contains("shiftTypes") == true)
    }
    #expect(problems(of: "days = 7;").count > 5)
  }

  @Test("Cut anywhere, a file gives a problem or problems told, never a crash")
  func truncated() {
    for length in stride(from: 0, to: small.utf8.count - 30, by: 3) {
      #expect(!problems(of: String(small.prefix(length))).isEmpty)
    }
    for byte in stride(from: 0, to: small.utf8.count, by: 7) {
      for replacement in [UInt8(ascii: "["), 0x3B, 0x00, 0xFF, UInt8(ascii: "9")] {
        var bytes = Array(small.utf8)
        bytes[byte] = replacement
        _ = try? ShiftDesignFormat.read(bytes, file: "small.dzn")
      }
    }
  }
}
