/// File names made from employee ids: safe on every file system and different
/// also where capitals do not count.
struct CalendarFileNames {
  private var taken: Set<String> = []
  /// Names that Windows keeps for devices.
  private static let reserved: Set<String> = Set(
    ["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })

  /// The next free name for an id, without an extension: letters, digits, `-`
  /// and `_` stay, anything else becomes `_`.
  mutating func name(for id: String) -> String {
    var stem = ""
    for character in id {
      let isSafe = character.isLetter || character.isNumber || character == "-" || character == "_"
      let next = isSafe ? String(character) : "_"
      // 255 bytes is the usual limit of a name; a number and `.ics` follow.
      guard stem.utf8.count + next.utf8.count <= 200 else { break }
      stem += next
    }
    if stem.isEmpty || Self.reserved.contains(stem.lowercased()) { stem = "_" + stem }
    var name = stem
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      name = "\(stem)-\(number)"
      number += 1
    }
    return name
  }
}
