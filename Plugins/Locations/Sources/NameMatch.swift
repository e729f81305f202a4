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
  /// How much of a proof the name itself is.
  var proof: Proof
  /// Whether the name means a place without further evidence.
  var isCertain: Bool { proof == .certain }

  /// How much of a proof a name is, from little to all.
  enum Proof: Int {
    /// A common word or a person's name as well.
    case doubtful
    /// A village's: no other word, as far as the table's author knew.
    case slight
    /// A small town's or a quarter's.
    case fair
    /// Means a place wherever it stands.
    case certain
  }
}

extension Reading {
  /// The best name at a token: a certain one before a doubtful one, then the longest, then the one
  /// that strips least.
  ///
  /// - Parameters:
  ///   - token: Where the name begins.
  ///   - end: Token after the last one that may belong to it.
  ///   - fronts: How many proclitic units may be stripped.
  /// - Returns: The name, or nil where none begins.
  @inline(__always)
  func name(at token: Int, end: Int, fronts: ClosedRange<Int> = 0...2) -> NameMatch? {
    // No name begins at nearly every word.
    marks[token].names == 0 ? nil : bestName(token, end, fronts)
  }

  private func bestName(_ token: Int, _ end: Int, _ fronts: ClosedRange<Int>) -> NameMatch? {
    let begins = marks[token].names
    var best: NameMatch?
    for front in fronts where begins & (1 << UInt8(front)) != 0 {
      if front > 0, text.unit(front - 1, of: text.tokens[token]) == Letter.sin { continue }
      guard
        let match = places.lexicon.longest(in: text, at: token, front: front, end: end),
        !isHidden(token, token + match.tokenCount)
      else { continue }
      guard let proof = proof(match.entry, token, front, match.tokenCount) else { continue }
      if front > 0, mayBeginWord(match.entry, token, front, match.tokenCount, proof) { continue }
      let found = NameMatch(
        entry: match.entry, front: front, end: token + match.tokenCount, proof: proof)
      guard let old = best else {
        best = found
        continue
      }
      if (found.proof.rawValue, found.end) > (old.proof.rawValue, old.end) { best = found }
    }
    return best
  }

  /// ف and ك begin many words that a name of few letters continues: فصائل, فرقة, كبرى.
  private func mayBeginWord(
    _ entry: Int, _ token: Int, _ front: Int, _ count: Int, _ proof: NameMatch.Proof
  ) -> Bool {
    let word = text.tokens[token]
    let unit = text.unit(front - 1, of: word)
    guard unit == Letter.fa || unit == Letter.kaf, count == 1 else { return false }
    if proof != .certain { return true }
    return word.viewCount - front < 5
      && !places.mayBeCountry(entry)
  }

  /// Whether a token of a stretch lies in an Actor; a person's name behind a noun is a place when the
  /// gazetteer knows it: حي الشيخ مقصود.
  func isHidden(_ first: Int, _ end: Int) -> Bool {
    if Int(personEnds[first]) == end, first > 0, marks[first - 1].noun >= 0 { return false }
    for token in first..<end where hidden[token] { return true }
    return false
  }

  /// What a name in this spelling proves; nil when the spelling excludes it.
  private func proof(
    _ entry: Int, _ token: Int, _ front: Int, _ count: Int
  ) -> NameMatch.Proof? {
    var best: NameMatch.Proof?
    for candidate in places.candidates(of: entry) {
      var proof = NameMatch.Proof.doubtful
      switch agreement(candidate.spelling, token, front, count) {
      case .conflict: continue
      case .loose: break
      case .exact:
        let isHomonym = count == 1 && marks[token].functions.contains(.homonym)
        if !candidate.isDerived && !candidate.needsContext && !isHomonym {
          proof = Self.proof(candidate, count)
        }
      }
      if proof.rawValue >= (best ?? proof).rawValue { best = proof }
    }
    return best
  }

  private static func proof(_ place: Candidate, _ wordCount: Int) -> NameMatch.Proof {
    if wordCount > 1 || place.rank >= 4 || place.type != .place { return .certain }
    return place.rank >= 3 ? .fair : place.rank == 2 && place.kind != .village ? .fair : .slight
  }

  private enum Agreement { case exact, loose, conflict }

  /// Compares a name with what the author wrote, letter by letter: the view has folded away what
  /// tells جدة from جده (his grandfather) and إب from أب (father).
  private func agreement(
    _ spelling: UnsafeBufferPointer<UInt8>, _ token: Int, _ front: Int, _ count: Int
  ) -> Agreement {
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
      if position > 0, text.source[position - 1] == Letter.fathatan { return .conflict }
      let written = composed(position, end)
      if isFirst && letter == Letter.alif && written == Letter.lam && front > 0 {
        isFirst = false  // the alif that لل swallowed
        continue
      }
      isFirst = false
      position += 1
      if written == letter { continue }
      switch (letter, written) {
      case (Letter.taMarbuta, Letter.ha), (Letter.ha, Letter.taMarbuta):
        if isShort && !isLax { result = .loose }
      case (0x0622, 0x0623), (0x0622, 0x0625), (0x0623, 0x0622), (0x0623, 0x0625),
        (0x0625, 0x0622), (0x0625, 0x0623), (Letter.alif, 0x0622), (Letter.alif, 0x0625),
        (Letter.alif, 0x0623):
        if isShort { return .conflict }
      case (0x0623, Letter.alif), (0x0625, Letter.alif),
        (0x0622, Letter.alif):
        if isShort { result = .loose }
      case (Letter.waw, 0x0624), (Letter.ya, 0x0626): if isShort { return .conflict }
      case (0x0649, Letter.ya): if isShort { result = .loose }  // بصرى, بصري
      default: break
      }
    }
    // The accusative of a common noun: دوراً.
    while position < end {
      if text.source[position] == Letter.fathatan { return .conflict }
      position += 1
    }
    return text.source[end - 1] == Letter.fathatan ? .conflict : result
  }

  /// A letter of the author's with the hamza or madda that stands behind it as a mark.
  private func composed(_ position: Int, _ end: Int) -> UInt16 {
    let letter = text.source[position]
    guard position + 1 < end, (0x0653...0x0655).contains(text.source[position + 1]) else {
      return letter
    }
    switch (letter, text.source[position + 1]) {
    case (Letter.alif, 0x0653): return 0x0622
    case (Letter.alif, 0x0654): return Letter.alifHamzaAbove
    case (Letter.alif, 0x0655): return Letter.alifHamzaBelow
    case (Letter.waw, 0x0654): return 0x0624
    case (Letter.ya, 0x0654): return 0x0626
    default: return letter
    }
  }

  /// An Arabic letter that is no tatweel and no mark.
  private static func isLetter(_ unit: UInt16) -> Bool {
    (0x0620...0x063F).contains(unit) || (0x0641...0x064A).contains(unit) || unit >= 0x0671
  }
}
