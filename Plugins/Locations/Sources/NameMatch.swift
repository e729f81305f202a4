// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// A name of the gazetteer at a token.
struct NameMatch {
  /// Entry of the gazetteer's lexicon.
  var entry: Int
  /// View units of proclitics in front.
  var front: Int
  /// Token after the last one.
  var end: Int
  /// Whether the name means a place without further evidence.
  var isCertain: Bool
}

extension Reading {
  /// The best name at a token: a certain one before a doubtful one, then the longest, then the one
  /// that strips least.
  ///
  /// - Parameters:
  ///   - token: Where the name begins.
  ///   - end: Token after the last one that may belong to it.
  ///   - fronts: How many proclitic units may be stripped.
  func name(at token: Int, end: Int, fronts: ClosedRange<Int> = 0...2) -> NameMatch? {
    var best: NameMatch?
    for front in fronts where text.tokens[token].mayStrip(front) {
      if front > 0, text.unit(front - 1, of: text.tokens[token]) == Letter.sin { continue }
      guard
        let match = gazetteer.lexicon.longest(in: text, at: token, front: front, end: end),
        !isHidden(token, token + match.tokenCount)
      else { continue }
      guard let isCertain = proof(match.entry, token, front, match.tokenCount) else { continue }
      let found = NameMatch(
        entry: match.entry, front: front, end: token + match.tokenCount, isCertain: isCertain)
      guard let old = best else {
        best = found
        continue
      }
      if (found.isCertain ? 1 : 0, found.end) > (old.isCertain ? 1 : 0, old.end) { best = found }
    }
    return best
  }

  /// Whether a token of a stretch lies in an Actor.
  func isHidden(_ first: Int, _ end: Int) -> Bool {
    for token in first..<end where hidden[token] { return true }
    return false
  }

  /// Whether a name in this spelling is certain; nil when the spelling excludes it.
  private func proof(_ entry: Int, _ token: Int, _ front: Int, _ count: Int) -> Bool? {
    var isPossible = false
    for payload in gazetteer.lexicon.payloads(of: entry) {
      let name = gazetteer.names[Int(payload)]
      switch agreement(Int(payload), token, front, count) {
      case .conflict: continue
      case .loose: isPossible = true
      case .exact:
        isPossible = true
        if !name.isBare && !gazetteer.places[name.place].needsContext { return true }
      }
    }
    return isPossible ? false : nil
  }

  private enum Agreement { case exact, loose, conflict }

  /// Compares a name with what the author wrote, letter by letter: the view has folded away what
  /// tells جدة from جده (his grandfather) and إب from أب (father).
  private func agreement(_ name: Int, _ token: Int, _ front: Int, _ count: Int) -> Agreement {
    let spelling = gazetteer.spelling(of: name)
    var position = text.sourceStart(of: text.tokens[token], front: front)
    let end = Int(text.tokens[token + count - 1].end)
    var result = Agreement.exact
    var isFirst = true
    var index = 0
    let isShort = spelling.count <= 8
    while index + 1 < spelling.count {
      let byte = spelling[index]
      guard byte >= 0xC0, byte < 0xE0 else {
        index += 1
        continue
      }
      let letter = UInt16(byte & 0x1F) << 6 | UInt16(spelling[index + 1] & 0x3F)
      index += 2
      if letter == 0x0640 || (0x064B...0x0652).contains(letter) { continue }
      while position < end, !Self.isLetter(text.source[position]) { position += 1 }
      guard position < end else { return result }
      let written = text.source[position]
      if isFirst && letter == Letter.alif && written == Letter.lam && front > 0 {
        isFirst = false  // the alif that لل swallowed
        continue
      }
      isFirst = false
      position += 1
      if written == letter { continue }
      switch (letter, written) {
      case (Letter.taMarbuta, Letter.ha), (Letter.ha, Letter.taMarbuta):
        if isShort { result = .loose }
      case (0x0622, 0x0623), (0x0622, 0x0625), (0x0623, 0x0622), (0x0623, 0x0625),
        (0x0625, 0x0622), (0x0625, 0x0623), (Letter.alif, 0x0622), (Letter.alif, 0x0625):
        if isShort { return .conflict }
      case (Letter.alif, 0x0623), (0x0623, Letter.alif), (0x0625, Letter.alif),
        (0x0622, Letter.alif):
        if spelling.count <= 6 { result = .loose }
      default: break
      }
    }
    return result
  }

  /// An Arabic letter that is no tatweel and no mark.
  private static func isLetter(_ unit: UInt16) -> Bool {
    (0x0620...0x063F).contains(unit) || (0x0641...0x064A).contains(unit) || unit >= 0x0671
  }
}
