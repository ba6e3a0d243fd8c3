import Foundation
import PlainText
import Testing

@Suite struct JSONTreeTests {
  @Test func `keys keep their order and short values share a line`() {
    let tree = JSONTree.object([
      ("z", .integer(1)),
      ("a", .object([("x", .number(0.50, decimals: 3)), ("y", .null)])),
      ("list", .array([.object([("k", .string("v"))]), .bool(true)])),
      ("none", .array([])),
      ("seed", .unsigned(.max)),
    ])
    #expect(
      tree.text == """
        {
          "z": 1,
          "a": {"x": 0.5, "y": null},
          "list": [
            {"k": "v"},
            true
          ],
          "none": [],
          "seed": 18446744073709551615
        }

        """)
  }

  @Test func `numbers that JSON lacks become null`() {
    #expect(JSONTree.number(.nan, decimals: 2).text == "null\n")
    #expect(JSONTree.number(.infinity, decimals: 2).text == "null\n")
    #expect(JSONTree.number(nil, decimals: 2).text == "null\n")
  }

  @Test func `another reader gets the same text back`() throws {
    let text = "quote \" back \\ tab \t line \n\r bell \u{7} 王芳 \u{2028} /"
    let data = Data(JSONTree.array([.string(text)]).text.utf8)
    #expect(try JSONDecoder().decode([String].self, from: data) == [text])
  }
}
