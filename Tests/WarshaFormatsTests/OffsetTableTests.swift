// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel

@testable import WarshaFormats

struct OffsetTableTests {
  /// Longer than a stride, with letters of 1 to 4 bytes and a lone surrogate.
  private let text: SourceText = {
    let piece = Array("aحمص€😀 ".utf16)
    return SourceText(units: Array(repeating: piece, count: 20).joined() + [0xD83D, 0x62, 0xDE00])
  }()

  @Test(arguments: OffsetUnit.allCases)
  func findsEveryPositionBothWays(unit: OffsetUnit) {
    let table = OffsetTable(text, unit: unit)
    for position in 0...text.count where text.isScalarBoundary(position) {
      let prefix = String(decoding: text.units[..<position], as: UTF16.self)
      let offset = table.offset(of: position)
      switch unit {
      case .codepoint: #expect(offset == prefix.unicodeScalars.count)
      case .utf8: #expect(offset == prefix.utf8.count)
      case .utf16: #expect(offset == position)
      }
      #expect(table.position(of: offset) == position)
    }
  }

  @Test func refusesOffsetsThatAreNoPositions() {
    let text = SourceText("ح😀")
    let bytes = OffsetTable(text, unit: .utf8)
    #expect([-1, 1, 3, 7].map(bytes.position) == [nil, nil, nil, nil])
    #expect(OffsetTable(text, unit: .utf16).position(of: 2) == nil)
    #expect(OffsetTable(text, unit: .codepoint).position(of: 3) == nil)
    #expect(bytes.range(from: 2, to: 2) == nil)
  }
}
