// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Words and phrases of tables in the form that the view of a text has.
public struct Folding: Sendable {
  private let fold: @Sendable ([UInt16]) -> [UInt16]

  private static let bar: UInt16 = 0x7C

  /// Uses the host's folding.
  public init(_ fold: @escaping @Sendable ([UInt16]) -> [UInt16]) { self.fold = fold }

  /// The folded words and marks of a phrase, parted as the tokeniser parts them: at blanks, around
  /// marks, between scripts, between digits and Arabic letters, but not within initials (أ.ف.ب) and
  /// numbers (1.5); the alif that لل swallowed is restored.
  public func words(_ phrase: String) -> [[UInt16]] {
    let units = fold(Array(phrase.utf16))
    let kinds = units.map(Kind.init)
    var words: [[UInt16]] = []
    var start = 0
    while start < units.count {
      var end = start + 1
      while end < units.count, joins(kinds, units, from: start, at: end) { end += 1 }
      if kinds[start] != .blank { words.append(restored(Array(units[start..<end]))) }
      start = end
    }
    return words
  }

  /// Folds many phrases in one call of the host.
  ///
  /// - Parameters:
  ///   - units: Phrases in UTF-16, a bar after each.
  ///   - body: Gets the hashes of the words of each phrase, in order.
  func eachPhrase(of units: [UInt16], _ body: ([UInt64]) -> Void) {
    var words: [UInt64] = []
    var word: [UInt16] = []
    var last = Kind.blank
    func finish() {
      if !word.isEmpty {
        let whole = restored(word)
        whole.withUnsafeBufferPointer { letters in
          if let start = letters.baseAddress {
            words.append(TextHash.of(start, count: letters.count))
          }
        }
      }
      word.removeAll(keepingCapacity: true)
    }
    for unit in fold(units) {
      let kind = Kind(unit)
      if kind != last || kind == .mark { finish() }
      last = kind
      if unit == Self.bar {
        body(words)
        words.removeAll(keepingCapacity: true)
      } else if kind != .blank {
        word.append(unit)
      }
    }
  }

  /// Folds many phrases in one call of the host.
  ///
  /// - Parameters:
  ///   - units: Phrases in UTF-16, a bar after each.
  ///   - body: Gets the folded units of each phrase, in order.
  func eachFolded(of units: [UInt16], _ body: (ArraySlice<UInt16>) -> Void) {
    let folded = fold(units)
    var start = 0
    for (index, unit) in folded.enumerated() where unit == Self.bar {
      body(folded[start..<index])
      start = index + 1
    }
  }

  /// The folded text of a phrase, words joined by one blank.
  public func string(_ phrase: String) -> String {
    words(phrase).map { String(decoding: $0, as: UTF16.self) }.joined(separator: " ")
  }

  private enum Kind {
    case blank, arabic, letter, digit, joiner, mark
    /// Second half of a pair: emoji and other characters outside the BMP, one word each.
    case trail
    init(_ unit: UInt16) {
      switch unit {
      case 0x20, 0x09, 0xA0: self = .blank
      case 0x30...0x39: self = .digit
      case 0x5F: self = .joiner
      case 0x060C, 0x061B, 0x061F, 0x066D, 0x06D4: self = .mark
      case 0x0620...0x06FF, 0x0750...0x077F, 0x0870...0x08FF: self = .arabic
      case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E, 0xA1...0xA9, 0xAB...0xB4,
        0xB6...0xB9,
        0xBB...0xBF, 0xD7, 0xF7, 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20CF,
        0x2190...0x2BFF, 0xD800...0xDBFF:
        self = .mark
      case 0xDC00...0xDFFF: self = .trail
      default: self = .letter
      }
    }
  }

  /// Whether the unit at `end` belongs to the word that begins at `start`.
  private func joins(_ kinds: [Kind], _ units: [UInt16], from start: Int, at end: Int) -> Bool {
    let (first, last, next) = (kinds[start], kinds[end - 1], kinds[end])
    switch next {
    case .blank: return false
    case .trail: return units[end - 1] & 0xFC00 == 0xD800
    case .joiner: return first != .blank && first != .mark
    case .arabic: return first == .arabic
    case .letter: return first == .letter || first == .joiner && last != .digit
    case .digit: return first == .letter || first == .digit || first == .joiner
    case .mark: return joinsAcross(kinds, units, from: start, at: end)
    }
  }

  /// Whether the mark at `end` stands inside a number, a Latin name or initials.
  private func joinsAcross(_ kinds: [Kind], _ units: [UInt16], from start: Int, at end: Int) -> Bool
  {
    guard end + 1 < units.count, kinds[end - 1] == kinds[end + 1] else { return false }
    switch kinds[end - 1] {
    case .digit: return [0x27, 0x2C, 0x2E, 0x3B, 0x060C, 0x2018, 0x2019].contains(units[end])
    case .letter: return [0x27, 0x2E, 0xB7, 0x2018, 0x2019].contains(units[end])
    case .arabic:
      // Single letters on both sides.
      return units[end] == 0x2E && (end - 1 == start || units[end - 2] == 0x2E)
        && (end + 2 == units.count || kinds[end + 2] != .arabic)
    default: return false
    }
  }

  private func restored(_ word: [UInt16]) -> [UInt16] {
    let front = word.count >= 5 && (word[0] == Letter.waw || word[0] == Letter.fa) ? 1 : 0
    guard word.count - front >= 4, word[front] == Letter.lam, word[front + 1] == Letter.lam else {
      return word
    }
    return Array(word[..<(front + 1)]) + [Letter.alif] + Array(word[(front + 1)...])
  }
}
