// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel
import WarshaText

struct TextDecoderTests {
  private static let news = "أعلنت وزارة الدفاع السورية، صباح الجمعة، انسحاب قواتها من المدينة."

  private static func utf16(bigEndian: Bool) -> [UInt8] {
    news.utf16.flatMap { unit -> [UInt8] in
      let halves = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return bigEndian ? halves.reversed() : halves
    }
  }

  @Test func readsUTF8() {
    let result = TextDecoder.decode(Array("دمشق 5€ 😀".utf8))
    #expect(result.text.string == "دمشق 5€ 😀")
    #expect(result.encoding == "UTF-8")
    #expect(result.diagnostics == [])
  }

  @Test func readsTheEmptyFile() {
    let result = TextDecoder.decode([])
    #expect(result.text.units == [])
    #expect(result.diagnostics == [])
  }

  @Test func keepsTheByteOrderMarkOfUTF8() {
    #expect(TextDecoder.decode([0xEF, 0xBB, 0xBF, 0x61]).text.units == [0xFEFF, 0x61])
  }

  /// As Swift's own decoder repairs: one U+FFFD for every maximal part of a bad sequence.
  @Test(
    arguments: [
      [0x61, 0x80, 0x62], [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80],
      [0xF4, 0x90, 0x80, 0x80],
      [0xF0, 0x9F, 0x98], [0xE2, 0x82, 0x61], [0xC2], [0xFF, 0xFE - 1], [0xF0, 0x9F, 0xD8, 0xA7],
    ] as [[UInt8]])
  func repairsMalformedUTF8(_ bytes: [UInt8]) {
    let whole = Array(Self.news.utf8) + bytes + Array(Self.news.utf8)
    #expect(TextDecoder.decode(whole).text.string == String(decoding: whole, as: UTF8.self))
  }

  @Test func namesTheOffsetsOfMalformedBytes() {
    let bytes = Array("دمشق".utf8) + [0xFF] + Array("حلب".utf8) + [0xC3] + Array(Self.news.utf8)
    #expect(
      TextDecoder.decode(bytes).diagnostics == [
        Diagnostic(
          .warning, origin: "decoder",
          "malformed UTF-8 at byte offsets 8, 15: replaced by U+FFFD")
      ])
  }

  @Test func readsUTF16WithAByteOrderMark() {
    let little = [0xFF, 0xFE] + Self.utf16(bigEndian: false)
    let big = [0xFE, 0xFF] + Self.utf16(bigEndian: true)
    #expect([little, big].map { TextDecoder.decode($0).text.string } == [Self.news, Self.news])
    #expect([little, big].map { TextDecoder.decode($0).encoding } == ["UTF-16LE", "UTF-16BE"])
  }

  @Test func readsUTF16WithoutAByteOrderMark() {
    let bytes = Self.utf16(bigEndian: false)
    #expect(TextDecoder.decode(bytes).text.string == Self.news)
  }

  @Test func repairsLoneSurrogatesAndAHalfUnitOfUTF16() {
    let result = TextDecoder.decode([0xFF, 0xFE, 0x3D, 0xD8, 0x28, 0x06, 0x00, 0xDE, 0x28])
    #expect(result.text.units == [0xFFFD, 0x0628, 0xFFFD, 0xFFFD])
    #expect(
      result.diagnostics.map(\.message) == [
        "decoded from UTF-16LE",
        "malformed UTF-16LE at byte offsets 2, 6, 8: replaced by U+FFFD",
      ])
  }

  @Test func readsWindows1256() {
    // أعلنت وزارة الدفاع السورية
    let bytes: [UInt8] = [
      0xC3, 0xDA, 0xE1, 0xE4, 0xCA, 0x20, 0xE6, 0xD2, 0xC7, 0xD1, 0xC9, 0x20, 0xC7, 0xE1, 0xCF,
      0xDD,
      0xC7, 0xDA, 0x20, 0xC7, 0xE1, 0xD3, 0xE6, 0xD1, 0xED, 0xC9,
    ]
    let result = TextDecoder.decode(bytes)
    #expect(result.text.string == "أعلنت وزارة الدفاع السورية")
    #expect(result.encoding == "windows-1256")
    #expect(result.diagnostics.map(\.message) == ["decoded from windows-1256"])
  }
}
