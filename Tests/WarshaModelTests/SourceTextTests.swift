// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel

struct SourceTextTests {
  /// Units: a 0 | beh 1 | emoji 2–3 | flag 4–7 | lone 8 | lone 9
  private let mixed = SourceText(
    units: [0x61, 0x0628, 0xD83D, 0xDE00, 0xD83C, 0xDDF8, 0xD83C, 0xDDFE, 0xDC00, 0xD800])

  @Test func countsCodePointsAndLoneSurrogatesAsOne() {
    #expect(mixed.count == 10)
    #expect(mixed.codePointCount == 7)
  }

  @Test func turnsPositionsIntoCodePointOffsets() {
    #expect((0...10).map { mixed.codePointOffset(of: $0) } == [0, 1, 2, 3, 3, 4, 4, 5, 5, 6, 7])
  }

  @Test func turnsCodePointOffsetsBackIntoPositions() {
    #expect(
      (-1...8).map { mixed.position(ofCodePoint: $0) } == [nil, 0, 1, 2, 4, 6, 8, 9, 10, nil])
  }

  @Test func agreesWithSwiftAboutUTF8() {
    let string = "aé€ب😀z"
    let text = SourceText(string)
    let wanted = string.unicodeScalars.indices.map {
      string.utf8.distance(from: string.startIndex, to: $0)
    }
    let positions = string.unicodeScalars.indices.map {
      string.utf16.distance(from: string.startIndex, to: $0)
    }
    #expect(positions.map { text.utf8Offset(of: $0) } == wanted)
  }

  @Test func knowsWhereCharactersBegin() {
    #expect(
      (-1...11).filter { mixed.isScalarBoundary($0) } == [0, 1, 2, 4, 6, 8, 9, 10])
  }

  @Test func cutsRangesToTheText() {
    #expect(SourceText("abc")[TextRange(1, 9)] == "bc")
    #expect(SourceText("abc")[TextRange(7, 9)] == "")
  }

  @Test func isEmptyWithoutUnits() {
    let text = SourceText("")
    #expect(text.codePointCount == 0)
    #expect(text.position(ofCodePoint: 0) == 0)
    #expect(text.isScalarBoundary(0))
  }
}
