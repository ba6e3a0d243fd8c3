import LinearModel
import StaffOptTestSupport
import Testing

@Suite("LP and MPS files")
struct ExportTests {
  /// Something of everything: all kinds of bounds and rows, a constant, odd
  /// names, odd numbers.
  static func everything() -> LinearProgram {
    var program = LinearProgram(name: "春节 plan")
    program.objectiveConstant = -12.5
    let free = program.addVariable(
      lower: -.infinity, objective: 1e-5, name: "free")
    let fixed = program.addVariable(lower: 2.5, upper: 2.5, objective: -1, name: "3rd shift")
    let ranged = program.addVariable(
      lower: -1, upper: 1e21, objective: 0.1 + 0.2, isInteger: true, name: "e9")
    let below = program.addVariable(
      lower: -.infinity, upper: -0.0, isInteger: true, name: "a b")
    let again = program.addVariable(upper: 1, objective: 1, isInteger: true, name: "a-b")
    let above = program.addVariable(lower: 7, name: "")
    program.addRow(
      lower: 1, upper: 4, name: "range", terms: [LinearTerm(1, free), LinearTerm(-1, again)])
    program.addRow(lower: 3, upper: 3, name: "range_upper", terms: [LinearTerm(2, ranged)])
    program.addRow(
      upper: -1e-7, name: "at most", terms: [LinearTerm(1, below), LinearTerm(1, free)])
    program.addRow(name: "nothing", terms: [LinearTerm(1, above)])
    program.addRow(lower: -1, name: "empty", terms: [])
    program.addRow(lower: 0, terms: [LinearTerm(0, fixed), LinearTerm(1, above)])
    return program
  }

  @Test("names that begin like a number's exponent are prefixed, long ones keep what is behind")
  func oddNames() {
    var program = LinearProgram(name: "odd")
    let x = program.addVariable(upper: 1, objective: 1, name: "E12_day0")
    let long = String(repeating: "n", count: 300)
    program.addRow(lower: 0, upper: 1, name: long, terms: [LinearTerm(1, x)])
    let words = program.lpText().split { " \n:".contains($0) }
    #expect(words.contains("_E12_day0") && !words.contains("E12_day0"))
    #expect(words.contains { $0.hasSuffix("n_upper") })
    #expect(words.allSatisfy { $0.count <= 200 })
  }

  @Test("the LP text is the expected one")
  func lpText() {
    #expect(
      Self.everything().lpText() == """
        \\ ___plan
        Minimize
         objective: + 1e-05 _free - _3rd_shift + 0.30000000000000004 _e9 + a_b_2
           - 12.5 objective_constant
        Subject To
         range: + _free - a_b_2 >= 1
         range_upper_2: + _free - a_b_2 <= 4
         range_upper: + 2 _e9 = 3
         at_most: + a_b + _free <= -1e-07
         empty: + 0 _free >= -1
         row5: + x5 >= 0
        Bounds
         _free free
         _3rd_shift = 2.5
         -1 <= _e9 <= 1e+21
         -inf <= a_b <= 0
         0 <= a_b_2 <= 1
         x5 >= 7
         objective_constant = 1
        Generals
         _e9
         a_b
         a_b_2
        End

        """)
  }

  @Test("the MPS text is the expected one")
  func mpsText() {
    #expect(
      Self.everything().mpsText() == """
        NAME ___plan
        ROWS
         N objective
         G range
         E range_upper
         L at_most
         N nothing
         G empty
         G row5
        COLUMNS
         _free objective 1e-05
         _free range 1
         _free at_most 1
         _3rd_shift objective -1
         MARKER 'MARKER' 'INTORG'
         _e9 objective 0.30000000000000004
         _e9 range_upper 2
         a_b at_most 1
         a_b_2 objective 1
         a_b_2 range -1
         MARKER 'MARKER' 'INTEND'
         x5 nothing 1
         x5 row5 1
         objective_constant objective -12.5
        RHS
         RHS range 1
         RHS range_upper 3
         RHS at_most -1e-07
         RHS empty -1
        RANGES
         RANGE range 3
        BOUNDS
         FR BOUND _free
         FX BOUND _3rd_shift 2.5
         LO BOUND _e9 -1
         UP BOUND _e9 1e+21
         MI BOUND a_b
         UP BOUND a_b 0
         LO BOUND a_b_2 0
         UP BOUND a_b_2 1
         LO BOUND x5 7
         PL BOUND x5
         FX BOUND objective_constant 1
        ENDATA

        """)
  }

  @Test("an empty program is still a program in both formats")
  func empty() {
    #expect(
      LinearProgram(name: "").lpText() == """
        \\ _
        Minimize
         objective: + 0 objective_constant
        Subject To
         no_rows: + 0 objective_constant >= 0
        Bounds
         objective_constant = 1
        End

        """)
    #expect(
      LinearProgram(name: "none").mpsText() == """
        NAME none
        ROWS
         N objective
        COLUMNS
        RHS
        BOUNDS
        ENDATA

        """)
  }

  @Test("names are unique and safe whatever they were")
  func names() {
    var program = LinearProgram()
    for name in ["x1", "", "x1", "x_1", "x-1", "St", "INF", "e", "E12", "", "é", "x1_2"] {
      program.addVariable(isInteger: true, name: name)
    }
    let lines = program.lpText().split(separator: "\n")
    let names = lines.drop { $0 != "Generals" }.dropFirst().dropLast()
    #expect(
      names.map { $0.dropFirst() } == [
        "x1", "x1_2", "x1_3", "x_1", "x_1_2", "_St", "_INF", "_e", "_E12", "x9", "_", "x1_2_2",
      ])
  }

  @Test("long sums are broken into lines")
  func longLines() {
    var program = LinearProgram()
    let terms = (0..<200).map { _ in LinearTerm(1.25, program.addVariable(objective: 1)) }
    program.addRow(lower: 1, terms: terms)
    #expect(program.lpText().split(separator: "\n").allSatisfy { $0.utf8.count <= 90 })
  }
}
