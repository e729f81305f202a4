// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Recognises nouns that name an event: what is announced, denied or demanded begins with one.
extension TokenSheet {

  /// Whether a word has the pattern of a verbal noun of a derived stem: إفعال, انفعال, افتعال,
  /// استفعال, تفعيل, مفاعلة; the article may stand before it.
  ///
  /// Source: W. Fischer, Grammatik des klassischen Arabisch, §§ 228-232.
  func hasEventPattern(_ index: Int, front: Int = 0) -> Bool {
    guard isArabic(index) else { return false }
    let token = text.tokens[index]
    var start = front
    if token.hasArticle(after: front) { start += 2 }
    var length = token.viewCount - start
    guard length >= 4, length <= 9 else { return false }
    func unit(_ offset: Int) -> UInt16 { text.unit(start + offset, of: token) }
    // The ending of feminines, and a pronoun, do not hide the pattern.
    if length >= 6 && unit(length - 1) == Letter.alif && unit(length - 2) == Letter.ha {
      length -= 2
    }
    let isFeminine = unit(length - 1) == Letter.ha
    if unit(0) == Letter.alif {
      let written = text.source[text.sourceStart(of: token, front: start)]
      if written == Letter.alifHamzaAbove { return false }
      let base = isFeminine ? length - 1 : length
      if base == 5 && unit(3) == Letter.alif { return !isFeminine }  // إسقاط
      if base == 6 && unit(4) == Letter.alif {
        return unit(1) == Letter.nun || unit(2) == Letter.ta || unit(2) == Letter.tah
          || unit(2) == Letter.dal
      }
      if base >= 6 && unit(1) == Letter.sin && unit(2) == Letter.ta {
        return unit(base - 2) == Letter.alif
      }
      // إقامة, إزالة, إعادة
      return isFeminine && base == 4 && unit(2) == Letter.alif
    }
    if unit(0) == Letter.ta && unit(length - (isFeminine ? 3 : 2)) == Letter.ya {
      return length == (isFeminine ? 6 : 5)  // تطوير, تسوية
    }
    return unit(0) == Letter.mim && length == 6 && isFeminine && unit(2) == Letter.alif
  }

  /// Whether a word has the pattern تفعّل or تفاعل, which a verb may have too.
  func hasReflexivePattern(_ index: Int) -> Bool {
    guard isArabic(index), classes[index].isEmpty, cueEntries[index] < 0 else { return false }
    let token = text.tokens[index]
    guard text.unit(0, of: token) == Letter.ta else { return false }
    return token.viewCount == 4 || (token.viewCount == 5 && text.unit(2, of: token) == Letter.alif)
  }

  /// Whether a token can begin what is said as a noun phrase.
  func isEvent(_ index: Int, front: Int = 0) -> Bool {
    if has(index, .act) && Int(fronts[index]) == front { return true }
    return hasEventPattern(index, front: front)
      && !(has(index, [.head, .speaker, .title]) && Int(fronts[index]) == front)
  }

  /// A noun with a pronoun of the first person: whose words these are already.
  func isOwnVoice(_ index: Int) -> Bool {
    guard isArabic(index), text.tokens[index].enclitics & 4 != 0 else { return false }
    let token = text.tokens[index]
    return text.unit(token.viewCount - 1, of: token) == Letter.alif
      && text.unit(token.viewCount - 2, of: token) == Letter.nun
  }

  /// A noun with a pronoun that goes back to the source: سيطرتها.
  func hasPronoun(_ index: Int) -> Bool {
    guard isArabic(index) else { return false }
    let token = text.tokens[index]
    // التزامها: what looks like an article belongs to the eighth stem.
    let isEighthStem =
      token.hasArticle(after: 0) && token.viewCount >= 7
      && text.unit(2, of: token) == Letter.ta
      && text.unit(token.viewCount - 1, of: token) == Letter.alif
      && text.unit(token.viewCount - 2, of: token) == Letter.ha
    if isEighthStem { return true }
    guard token.enclitics & 0b1110 != 0, token.viewCount >= 4 else { return false }
    // ه, ها, هم, هما, هن; ـنا and ـك end names more often than nouns of events.
    let tail = text.unit(token.viewCount - 1, of: token)
    let beforeTail = text.unit(token.viewCount - 2, of: token)
    guard tail == Letter.ha || beforeTail == Letter.ha || token.enclitics & 8 != 0 else {
      return false
    }
    if has(index, [.preposition, .pronounPhrase, .adjunct, .that, .title, .head, .speaker]) {
      return false
    }
    // عبدالله and its kin end in the name of God, الله.
    let count = token.viewCount
    return
      !(text.unit(count - 2, of: token) == Letter.lam
      && text.unit(count - 3, of: token) == Letter.lam)
  }
}
