// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Words and phrases of tables in the form that the view of a text has.
public struct Folding: Sendable {
  private let fold: @Sendable ([UInt16]) -> [UInt16]

  private static let alif: UInt16 = 0x0627
  private static let lam: UInt16 = 0x0644
  private static let waw: UInt16 = 0x0648
  private static let fa: UInt16 = 0x0641
  private static let bar: UInt16 = 0x7C

  /// Uses the host's folding.
  public init(_ fold: @escaping @Sendable ([UInt16]) -> [UInt16]) { self.fold = fold }

  /// The folded words and marks of a phrase, parted as the tokeniser parts them: at blanks, around
  /// marks, between digits and letters; the alif that لل swallowed is restored.
  public func words(_ phrase: String) -> [[UInt16]] {
    var words: [[UInt16]] = []
    var word: [UInt16] = []
    var last = Kind.blank
    for unit in fold(Array(phrase.utf16)) {
      let kind = Kind(unit)
      if kind != last || kind == .mark {
        if !word.isEmpty { words.append(restored(word)) }
        word = []
      }
      if kind != .blank { word.append(unit) }
      last = kind
    }
    if !word.isEmpty { words.append(restored(word)) }
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

  /// The folded text of a phrase, words joined by one blank.
  public func string(_ phrase: String) -> String {
    words(phrase).map { String(decoding: $0, as: UTF16.self) }.joined(separator: " ")
  }

  private enum Kind {
    case blank, letter, digit, mark
    init(_ unit: UInt16) {
      switch unit {
      case 0x20, 0x09, 0xA0: self = .blank
      case 0x30...0x39: self = .digit
      case 0x21...0x2F, 0x3A...0x40, 0x5B...0x5E, 0x60, 0x7B...0x7E, 0xAB, 0xBB, 0x060C, 0x061B,
        0x061F, 0x2010...0x2027, 0x2030...0x205E:
        self = .mark
      default: self = .letter
      }
    }
  }

  private func restored(_ word: [UInt16]) -> [UInt16] {
    let front = word.count >= 5 && (word[0] == Self.waw || word[0] == Self.fa) ? 1 : 0
    guard word.count - front >= 4, word[front] == Self.lam, word[front + 1] == Self.lam else {
      return word
    }
    return Array(word[..<(front + 1)]) + [Self.alif] + Array(word[(front + 1)...])
  }
}
