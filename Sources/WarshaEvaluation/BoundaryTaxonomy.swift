// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Names the difference between two spans in the terms of Arabic writing.
struct BoundaryTaxonomy {
  // ARABIC LETTER ALEF, LAM; WAW, FEH, BEH, KAF, SEEN as proclitics.
  private static let alef: Unicode.Scalar = "\u{0627}"
  private static let lam: Unicode.Scalar = "\u{0644}"
  private static let seen: Unicode.Scalar = "\u{0633}"
  private static let proclitics: [Unicode.Scalar] = [
    "\u{0648}", "\u{0641}", "\u{0628}", lam, "\u{0643}", seen,
  ]
  /// Pronouns as enclitics: HEH, HEH ALEF, HEH MEEM, HEH MEEM ALEF, HEH NOON, KAF, KAF MEEM,
  /// NOON ALEF, YEH.
  private static let enclitics: Set<[Unicode.Scalar]> = [
    ["\u{0647}"], ["\u{0647}", alef], ["\u{0647}", "\u{0645}"], ["\u{0647}", "\u{0645}", alef],
    ["\u{0647}", "\u{0646}"], ["\u{0643}"], ["\u{0643}", "\u{0645}"], ["\u{0646}", alef],
    ["\u{064A}"],
  ]
  /// Folded class nouns, such as those for town, district, movement.
  let classNouns: Set<String>

  /// The kind of difference; `elsewhere` when the spans share nothing.
  func kind(
    gold: TextRange?, predicted: TextRange?, in text: SourceText, layer: String = ""
  ) -> BoundaryKind {
    guard let gold, let predicted, gold.overlaps(predicted) else { return .elsewhere }
    let left = scalars(text, gold.start, predicted.start)
    let right = scalars(text, gold.end, predicted.end)
    let isIn = predicted.start < gold.start
    if !(left + right).isEmpty, (left + right).allSatisfy(Self.isMark) { return .diacritics }
    let before = left.filter(NameFolding.isAlphanumeric)
    let after = right.filter(NameFolding.isAlphanumeric)
    if before.isEmpty && after.isEmpty { return .punctuation }
    if layer == "distances", let kind = splitQuantity(gold, predicted, left, right, text) {
      return kind
    }
    if before.isEmpty, let first = right.first, Self.enclitics.contains(after),
      NameFolding.isAlphanumeric(first) || Self.isMark(first)
    {
      return gold.end < predicted.end ? .encliticIn : .encliticOut
    }
    if after.isEmpty, let last = left.last, NameFolding.isAlphanumeric(last) || Self.isMark(last) {
      if isArticle(before) || (!isIn && lostAlif(before, gold, text)) {
        return isIn ? .articleIn : .articleOut
      }
      if before.count <= 2, before.allSatisfy(Self.proclitics.contains) {
        return isIn ? .procliticIn : .procliticOut
      }
    } else if after.isEmpty, areClassNouns(left) {
      return isIn ? .classNounIn : .classNounOut
    }
    return predicted.contains(gold) ? .longer : gold.contains(predicted) ? .shorter : .other
  }

  /// A number without its unit or a unit without its number.
  ///
  /// Of a number in words the order tells: the unit stands last, unless what follows it is joined
  /// by waw, as a half is.
  private func splitQuantity(
    _ gold: TextRange, _ predicted: TextRange, _ left: [Unicode.Scalar], _ right: [Unicode.Scalar],
    _ text: SourceText
  ) -> BoundaryKind? {
    let isIn = predicted.contains(gold)
    guard isIn || gold.contains(predicted) else { return nil }
    let (inner, outer) = isIn ? (gold, predicted) : (predicted, gold)
    func isNumber(_ scalars: [Unicode.Scalar]) -> Bool {
      let said = scalars.filter(NameFolding.isAlphanumeric)
      return !said.isEmpty && said.allSatisfy { $0.properties.numericType != nil }
    }
    let kept = scalars(text, inner.start, inner.end)
    let lost = inner.start == outer.start ? right : inner.end == outer.end ? left : []
    if !lost.isEmpty, !(kept + lost).contains(where: { $0.properties.numericType != nil }) {
      let cut = inner.start == outer.start ? lost[0] : lost[lost.count - 1]
      guard cut.properties.isWhitespace else { return nil }
      let isUnit =
        inner.start == outer.start
        && lost.first(where: NameFolding.isAlphanumeric) != Self.proclitics[0]
      return isUnit ? (isIn ? .unitIn : .unitOut) : (isIn ? .numberIn : .numberOut)
    }
    if isNumber(kept), !lost.isEmpty, !isNumber(lost) { return isIn ? .unitIn : .unitOut }
    return isNumber(lost) && !isNumber(kept) ? (isIn ? .numberIn : .numberOut) : nil
  }

  /// An article, with at most one proclitic before it.
  private func isArticle(_ letters: [Unicode.Scalar]) -> Bool {
    guard letters.suffix(2) == [Self.alef, Self.lam], letters.count <= 3 else { return false }
    return letters.count == 2 || Self.proclitics.contains(letters[0])
  }

  /// A lam left out after another lam: lam and article, written without the alif.
  private func lostAlif(
    _ letters: [Unicode.Scalar], _ gold: TextRange, _ text: SourceText
  ) -> Bool {
    letters == [Self.lam] && gold.start > 0
      && text.units[gold.start - 1] == UInt16(truncatingIfNeeded: Self.lam.value)
  }

  private func areClassNouns(_ letters: [Unicode.Scalar]) -> Bool {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: letters)
    return NameFolding.fold(String(text)).split(separator: " ").allSatisfy { word in
      if classNouns.contains(String(word)) { return true }
      var bare = word.unicodeScalars
      if let first = bare.first, first != Self.seen, Self.proclitics.contains(first) {
        bare.removeFirst()
      }
      if bare.starts(with: [Self.alef, Self.lam]) { bare.removeFirst(2) }
      return classNouns.contains(String(Substring(bare)))
    }
  }

  private func scalars(_ text: SourceText, _ one: Int, _ other: Int) -> [Unicode.Scalar] {
    Array(text[TextRange(min(one, other), max(one, other))].unicodeScalars)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .nonspacingMark || scalar == NameFolding.tatweel
  }
}
