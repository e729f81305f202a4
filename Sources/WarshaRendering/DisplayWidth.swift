// SPDX-License-Identifier: Apache-2.0

/// How many cells of a terminal a text takes.
///
/// Counts scalars, not grapheme clusters: a terminal gives a letter its cell and lets marks join it,
/// and draws every emoji of a joined sequence. The rules are those of the C library's `wcwidth`.
package enum DisplayWidth {
  /// Cells of a text; control characters take none.
  package static func of(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// Cells of one code point: 0 for marks and format characters, 2 for East Asian wide characters
  /// and emoji, else 1.
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1 }
    // Arabic letters, by far the most frequent.
    if (0x620..<0x64B).contains(value) { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    case .format: return isVisibleFormat(value) ? 1 : 0
    case .lineSeparator, .paragraphSeparator, .control: return 0
    default: break
    }
    if (0x1160...0x11FF).contains(value) { return 0 }  // Hangul vowels join the syllable before
    if value >= 0x1100 && isWide(value) { return 2 }
    let isRegionalIndicator = (0x1F1E6...0x1F1FF).contains(value)  // two of them make one flag
    return scalar.properties.isEmojiPresentation && !isRegionalIndicator ? 2 : 1
  }

  /// Cuts a text to a number of cells, U+2026 in place of the rest; marks stay with their letter.
  package static func truncate(_ text: String, to width: Int) -> String {
    if of(text) <= width { return text }
    var kept = String.UnicodeScalarView()
    var cells = 0
    for scalar in text.unicodeScalars {
      cells += of(scalar)
      if cells > width - 1 { break }
      kept.append(scalar)
    }
    return String(kept) + (width > 0 ? "\u{2026}" : "")
  }

  /// Arabic signs that stand over or under the number they precede (number sign, year sign,
  /// end of ayah …): category Cf, yet visible.
  private static func isVisibleFormat(_ value: UInt32) -> Bool {
    switch value {
    case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2: true
    default: false
    }
  }

  /// Blocks of East_Asian_Width W and F (Unicode 15); emoji come from their own property.
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x17000...0x18CFF, 0x1B000...0x1B2FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
