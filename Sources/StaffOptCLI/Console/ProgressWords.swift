import StaffOptKit

/// The words of the progress line.
struct ProgressWords {
  var language: ReportLanguage

  var cost: String { language.words("cost ", "成本 ", "成本 ") }
  var bound: String { language.words("bound ", "下界 ", "下界 ") }
  var gap: String { language.words(", gap ", "，差距 ", "，差距 ") }

  /// What a solver is doing. Names that are not known here stay as they are.
  func phase(_ name: String) -> String {
    guard let words = Self.phases[name] else { return name }
    return language.words(name, words.simplified, words.traditional)
  }

  private static let phases: [String: (simplified: String, traditional: String)] = [
    "construction": ("初排", "初排"),
    "starting roster": ("初始班表", "初始班表"),
    "polishing": ("逐人改进", "逐人改進"),
    "search": ("搜索", "搜尋"),
    "neighbourhoods": ("局部重排", "局部重排"),
    "mending": ("修补", "修補"),
    "crossing": ("合并班表", "合併班表"),
    "dive": ("按价格排班", "按價格排班"),
    "price ascent": ("求下界", "求下界"),
    "column generation": ("求下界（列生成）", "求下界（列生成）"),
    "branching": ("求下界（分支）", "求下界（分支）"),
    "branch and bound": ("分支定界", "分支定界"),
    "shifts": ("设计班次", "設計班次"),
  ]
}
