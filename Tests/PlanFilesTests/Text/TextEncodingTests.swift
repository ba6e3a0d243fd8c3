import Foundation
import StaffOptTestSupport
import Testing

@testable import PlanFiles

@Suite struct TextEncodingTests {
  @Test(
    arguments: [
      [0xC3, 0x28], [0x80], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
      [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE4, 0xBD],
      [0xFF],
    ] as [[UInt8]])
  func findsWhatIsNoUTF8(_ bytes: [UInt8]) {
    #expect(TextEncoding.firstInvalid([0x61] + bytes) == 1)
    #expect(String(validating: [0x61] + bytes, as: UTF8.self) == nil)
  }

  @Test func agreesWithTheStandardLibraryOnRandomBytes() {
    var random = SplitMix64(seed: 11)
    let palette: [UInt8] = [
      0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE4, 0xED,
      0xEF, 0xF0, 0xF3, 0xF4, 0xF5,
    ]
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in
        palette.randomElement(using: &random)
      }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect((TextEncoding.firstInvalid(bytes) == nil) == isValid, "\(bytes)")
    }
  }

  @Test func tellsTheEncodingsApart() throws {
    #expect(TextEncoding.guess(fromStart: [0xFF, 0xFE, 0x61, 0x00]) == .utf16)
    #expect(TextEncoding.guess(fromStart: [0xFE, 0xFF, 0x00, 0x61]) == .utf16)
    #expect(TextEncoding.guess(fromStart: [0x61, 0x00, 0x62, 0x00]) == .utf16)
    #expect(TextEncoding.guess(fromStart: [0xFF, 0xFE, 0x00, 0x00]) == .utf32)
    #expect(
      TextEncoding.guess(fromStart: [0x50, 0x4B, 0x03, 0x04, 0x00, 0x21, 0x00, 0x00]) == .binary)
    #expect(TextEncoding.guess(fromStart: Array("id,姓名".utf8)) == nil)
    // 安娜 in GBK.
    #expect(TextEncoding.guess(ofInvalid: [0x61, 0x2C, 0xB0, 0xB2, 0xC4, 0xC8]) == .gbk)
    #expect(TextEncoding.guess(ofInvalid: [0x52, 0x65, 0x6E, 0xE9, 0x2C]) == .unknown)
  }
}
