/// Finds out what bytes are that are not UTF-8 text, so that the message can
/// say how to save the file.
enum TextEncoding {
  /// What the bytes look like.
  enum Guess: Equatable {
    case utf16, utf32, gbk, binary, unknown
  }

  /// The length of a UTF-8 byte order mark at the beginning, 0 or 3.
  static func markLength(_ bytes: some Collection<UInt8>) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// What the beginning of a file shows before its text is read: a byte order
  /// mark of UTF-16 or UTF-32, or null bytes. Nil for anything that may be
  /// UTF-8.
  static func guess(fromStart bytes: some Collection<UInt8>) -> Guess? {
    if bytes.starts(with: [0xFF, 0xFE, 0x00, 0x00]) || bytes.starts(with: [0x00, 0x00, 0xFE, 0xFF])
    {
      return .utf32
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .utf16 }
    let start = bytes.prefix(512)
    let zeros = start.enumerated().filter { $0.element == 0 }.map(\.offset)
    guard !zeros.isEmpty else { return nil }
    // ASCII text in UTF-16 has its zeros at every second place.
    let onEven = zeros.count { $0 % 2 == 0 }
    let isRegular = onEven == 0 || onEven == zeros.count
    return isRegular && zeros.count * 4 >= start.count ? .utf16 : .binary
  }

  /// The first position that is not UTF-8, or nil if all is well.
  ///
  /// Well-formed sequences by table 3-7 of the Unicode standard.
  static func firstInvalid(_ bytes: some RandomAccessCollection<UInt8>) -> Int? {
    var index = bytes.startIndex
    var offset = 0
    while index != bytes.endIndex {
      let lead = bytes[index]
      if lead < 0x80 {
        index = bytes.index(after: index)
        offset += 1
        continue
      }
      let length: Int
      var lowest: UInt8 = 0x80
      var highest: UInt8 = 0xBF
      switch lead {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, lowest) = (3, 0xA0)
      case 0xED: (length, highest) = (3, 0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, lowest) = (4, 0x90)
      case 0xF4: (length, highest) = (4, 0x8F)
      case 0xF1...0xF3: length = 4
      default: return offset
      }
      var next = bytes.index(after: index)
      for _ in 1..<length {
        guard next != bytes.endIndex, (lowest...highest).contains(bytes[next]) else {
          return offset
        }
        (lowest, highest) = (0x80, 0xBF)
        next = bytes.index(after: next)
      }
      index = next
      offset += length
    }
    return nil
  }

  /// What bytes that are not UTF-8 look like: GBK when nearly all bytes above
  /// 0x7F pair up as its lead and trail bytes.
  static func guess(ofInvalid bytes: some Collection<UInt8>) -> Guess {
    var pairs = 0
    var strays = 0
    var lead = false
    for byte in bytes.prefix(65_536) {
      if lead {
        if (0x40...0xFE).contains(byte), byte != 0x7F { pairs += 1 } else { strays += 1 }
        lead = false
      } else if byte >= 0x80 {
        if (0x81...0xFE).contains(byte) { lead = true } else { strays += 1 }
      }
    }
    return pairs > 0 && strays * 20 <= pairs ? .gbk : .unknown
  }

  /// Reports that a file is not UTF-8.
  static func report(_ guess: Guess, at place: SourcePlace, to log: ProblemLog) {
    let message: String
    let action: String
    switch guess {
    case .utf16:
      message = "The file is UTF-16, which spreadsheets call Unicode text."
      action = "Save it as CSV UTF-8, or run: iconv -f UTF-16 -t UTF-8 OLD > NEW."
    case .utf32:
      message = "The file is UTF-32."
      action = "Save it as UTF-8."
    case .gbk:
      message = "The file is not UTF-8; its bytes look like GBK, as Chinese spreadsheets save CSV."
      action =
        "In Excel choose \"CSV UTF-8 (逗号分隔)\", in WPS 另存为 with 编码 UTF-8, "
        + "or run: iconv -f GBK -t UTF-8 OLD > NEW."
    case .binary:
      message = "The file holds null bytes: it is no text."
      action = "Export the sheet as CSV UTF-8; a workbook (.xlsx, .et) is not read."
    case .unknown:
      message = "The file is not UTF-8 from here on."
      action = "Save it as UTF-8."
    }
    log.report(.textEncoding, at: place, message, expected: "UTF-8 text", action: action)
  }
}
