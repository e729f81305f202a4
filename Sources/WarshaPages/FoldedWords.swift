// SPDX-License-Identifier: Apache-2.0

/// Words of a short text as pages are compared by: without case, marks, tatweel, seats of hamza and
/// the two spellings of a final yeh and heh. Not the core's folding: no offsets are needed here.
enum FoldedWords {
  /// The words of a text; whatever is no letter or digit parts them.
  static func of(_ text: some StringProtocol) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch folded(scalar) {
      case .letter(let letter): word.append(letter)
      case .nothing: break
      case .gap:
        if !word.isEmpty { words.append(String(word)) }
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }

  /// The words of a text as one string, to compare two texts.
  static func key(of text: some StringProtocol) -> String { of(text).joined(separator: " ") }

  private enum Folded {
    case letter(Unicode.Scalar), nothing, gap
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Folded {
    switch scalar.value {
    case 0x61...0x7A, 0x30...0x39: .letter(scalar)
    case 0x41...0x5A: .letter(Unicode.Scalar(UInt8(scalar.value + 0x20)))
    case 0..<0x80: .gap
    case 0x0622, 0x0623, 0x0625, 0x0671: .letter("\u{627}")  // alef, of all its seats
    case 0x0649: .letter("\u{64A}")  // yeh, of alef maksura
    case 0x0629: .letter("\u{647}")  // heh, of teh marbuta
    case 0x0640, 0x064B...0x065F, 0x0670: .nothing  // tatweel and marks
    case 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: .nothing  // no width
    default: scalar.properties.isAlphabetic || isDigit(scalar) ? .letter(scalar) : .gap
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType == .decimal
  }
}
