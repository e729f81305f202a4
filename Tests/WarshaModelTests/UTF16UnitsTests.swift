// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel

@Suite struct UTF16UnitsTests {
  @Test(
    arguments: [
      [], [0x61], [0x7F, 0x80, 0x7FF, 0x800, 0xFFFF], [0x0639, 0x0631, 0x0628, 0x064A],
      [0xD83D, 0xDE00], [0xD83D], [0xDE00], [0xDE00, 0xD83D], [0xD83D, 0xD83D, 0xDE00, 0x61],
      [0xDBFF, 0xDFFF, 0xD800, 0xDC00, 0xD800],
    ] as [[UInt16]])
  func decodesAsTheStandardLibrary(_ units: [UInt16]) {
    units.withUnsafeBufferPointer {
      #expect(String(units: $0) == String(decoding: $0, as: UTF16.self))
    }
  }
}
