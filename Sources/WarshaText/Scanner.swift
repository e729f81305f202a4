// SPDX-License-Identifier: Apache-2.0

import CICUShim
import WarshaModel

/// One pass over a text: classes, folding, word boundaries, hashes and clitics together.
///
/// Boundaries are those of UAX #29 as ICU implements it for Arabic, but for the differences that
/// `Tests/WarshaTextTests/WordBreakTests` lists: digits and letters part (`5كم`), Arabic and other
/// scripts part (`الـBBC`), and a full stop joins single letters only (`أ.ف.ب`).
struct Scanner {
  let units: UnsafeBufferPointer<UInt16>
  let entries: UnsafePointer<UInt32>
  private(set) var view: UnsafeMutablePointer<UInt16>
  private(set) var map: UnsafeMutablePointer<UInt32>
  private(set) var viewCount = 0
  private var viewCapacity: Int
  private(set) var tokens: UnsafeMutablePointer<Token>
  private(set) var tokenCount = 0
  private var tokenCapacity: Int

  private var i = 0
  /// Flags that the next token gets.
  private var pending: Token.Flags = [.startsParagraph]

  init(units: UnsafeBufferPointer<UInt16>, table: UnsafePointer<UInt32>) {
    self.units = units
    entries = table
    viewCapacity = Self.room(for: units.count)
    view = .allocate(capacity: viewCapacity)
    map = .allocate(capacity: viewCapacity)
    tokenCapacity = units.count / 4 + 16
    tokens = .allocate(capacity: tokenCapacity)
  }

  /// View units that so many source units may need: themselves and, in words of five letters or
  /// more, a restored alif. Ligatures need more and ask for it, so that no other step has to check.
  private static func room(for count: Int) -> Int { count + count / 4 + 64 }

  mutating func scan() {
    let count = units.count
    while i < count {
      let entry = entries[Int(units[i])]
      if entry & CharacterTable.blank != 0 {
        put(UInt16(truncatingIfNeeded: entry >> 16))
        i &+= 1
        pending.remove(.glued)
      } else if entry & (CharacterTable.arabic | CharacterTable.simple)
        == CharacterTable.arabic | CharacterTable.simple
      {
        scanArabicWord()
      } else if entry & CharacterTable.lineBreak != 0 {
        put(units[i])
        i &+= 1
        pending = .startsParagraph
      } else {
        scanOther(entry)
      }
    }
    map[viewCount] = UInt32(count)
  }

  // MARK: Arabic words

  private mutating func scanArabicWord() {
    let start = i
    let viewStart = viewCount
    while true {
      let run = i
      let runView = viewCount
      copyLetters()
      if i - run != viewCount - runView { pending.insert(.hasMarks) }
      guard i < units.count else { break }
      let entry = entries[Int(units[i])]
      if entry & CharacterTable.arabic != 0 {  // a ligature
        putSeveral(units[i])
        i += 1
        continue
      }
      let wordClass = entry & CharacterTable.classMask
      guard
        wordClass == CharacterTable.extendNumberLetter
          || wordClass == CharacterTable.midNumberLetter && joinsAbbreviation(start)
      else { break }
      put(UInt16(truncatingIfNeeded: entry >> 16))
      i &+= 1
    }
    if viewCount == viewStart { return }  // tatweel alone
    restoreAlif(viewStart)
    emit(start, viewStart, .arabic)
  }

  /// The hot loop: letters with their marks, to the first unit that is neither. Everything it
  /// touches is in locals, or the compiler would go through memory for each unit.
  @inline(__always)
  private mutating func copyLetters() {
    guard let source = units.baseAddress else { return }
    let (entries, view, map, count) = (entries, view, map, units.count)
    var (position, length) = (i, viewCount)
    while position < count {
      let entry = entries[Int(source[position])]
      if entry & CharacterTable.simple == 0 { break }
      view[length] = UInt16(truncatingIfNeeded: entry >> 16)
      map[length] = UInt32(truncatingIfNeeded: position)
      length &+= entry >> 16 == 0 ? 0 : 1
      position &+= 1
    }
    (i, viewCount) = (position, length)
  }

  /// Whether the full stop at `i` stands between single letters, as in أ.ف.ب; it must be followed
  /// by one more Arabic letter that stands alone. Marks on the letters do not count.
  private func joinsAbbreviation(_ start: Int) -> Bool {
    guard units[i] == 0x2E, isArabicLetter(i + 1) else { return false }
    var letter = i - 1
    while letter > start, isMark(letter) { letter -= 1 }
    var next = i + 2
    while next < units.count, isMark(next) { next += 1 }
    let isSingle = letter == start || letter > start && units[letter - 1] == 0x2E
    return isSingle && isArabicLetter(letter) && !isArabicLetter(next)
  }

  private func isMark(_ position: Int) -> Bool {
    let entry = entries[Int(units[position])]
    return entry & CharacterTable.simple != 0 && entry >> 16 == 0
  }

  private func isArabicLetter(_ position: Int) -> Bool {
    position < units.count && entries[Int(units[position])] & CharacterTable.arabic != 0
  }

  /// Writes the alif of the article that the orthography drops after ل: للقاهرة becomes ل + القاهرة.
  @inline(__always)
  private mutating func restoreAlif(_ viewStart: Int) {
    var lam = viewStart
    let length = viewCount - viewStart
    if length >= 5, view[lam] == Letter.waw || view[lam] == Letter.fa { lam += 1 }
    guard viewCount - lam >= 4, view[lam] == Letter.lam, view[lam + 1] == Letter.lam else {
      return
    }
    var k = viewCount
    while k > lam + 1 {
      view[k] = view[k - 1]
      map[k] = map[k - 1]
      k -= 1
    }
    view[lam + 1] = Letter.alif
    map[lam + 1] = map[lam + 2]
    viewCount += 1
    pending.insert(.restoredAlif)
  }

  // MARK: Everything else

  private mutating func scanOther(_ entry: UInt32) {
    let start = i
    let viewStart = viewCount
    let end = plainEnd(entry) ?? WordBoundary(units: units, entries: entries).end(from: start)
    let first = entry & CharacterTable.surrogate != 0 ? wideClass(at: start) : entry & 31
    while i < end {
      let folded = entries[Int(units[i])] >> 16
      if folded == CharacterTable.several {
        putSeveral(units[i])
      } else if folded != 0 {
        put(UInt16(truncatingIfNeeded: folded))
      }
      i += 1
    }
    if viewCount == viewStart { return }  // marks or controls without a letter
    switch first {
    case CharacterTable.aLetter, CharacterTable.hebrewLetter, CharacterTable.katakana:
      emit(start, viewStart, entry & CharacterTable.arabic != 0 ? .arabic : .word)
    case CharacterTable.numeric:
      emit(start, viewStart, .number)
    default:
      if entry & CharacterTable.quote != 0 { pending.insert(.quote) }
      emit(start, viewStart, entry & CharacterTable.punctuation != 0 ? .punctuation : .symbol)
    }
  }

  /// End of the commonest segments at `i`: a mark by itself, a run of Latin letters, a run of digits.
  /// Nil where a rule has to look further: `3.5`, `don't`, anything that a combining mark follows.
  @inline(__always)
  private func plainEnd(_ entry: UInt32) -> Int? {
    let count = units.count
    let kind = entry & CharacterTable.classMask
    var end = i + 1
    switch kind {
    case CharacterTable.aLetter, CharacterTable.numeric:
      if entry & CharacterTable.arabic != 0 { return nil }
      while end < count {
        let next = entries[Int(units[end])]
        let nextKind = next & CharacterTable.classMask
        if nextKind == kind, next & CharacterTable.arabic == 0 {
          end += 1
        } else if kind == CharacterTable.aLetter, nextKind == CharacterTable.numeric {
          end += 1
        } else {
          // A blank, a line break or a mark of no class ends it for certain.
          return nextKind == 0 && next & CharacterTable.surrogate == 0 || Self.isBlank(next)
            || kind == CharacterTable.numeric && next & CharacterTable.arabic != 0 ? end : nil
        }
      }
      return end
    case 0, CharacterTable.midNumber, CharacterTable.midLetter, CharacterTable.midNumberLetter,
      CharacterTable.singleQuote, CharacterTable.doubleQuote:
      if entry & CharacterTable.surrogate != 0 { return nil }
      if end == count { return end }
      let next = entries[Int(units[end])]
      switch next & CharacterTable.classMask {
      case CharacterTable.extend, CharacterTable.format, CharacterTable.zeroWidthJoiner: return nil
      default: return end
      }
    default: return nil
    }
  }

  private static func isBlank(_ entry: UInt32) -> Bool {
    entry & (CharacterTable.blank | CharacterTable.lineBreak) != 0
  }

  private func wideClass(at position: Int) -> UInt32 {
    WordBoundary(units: units, entries: entries).wordClass(at: position).wordClass
  }

  // MARK: Output

  @inline(__always)
  private mutating func emit(_ start: Int, _ viewStart: Int, _ kind: TokenKind) {
    if tokenCount == tokenCapacity { growTokens() }
    let length = viewCount - viewStart
    var token = Token(
      start: start, end: i, viewStart: viewStart, viewEnd: viewCount,
      hash: TextHash.of(view + viewStart, count: length), kind: kind, flags: pending)
    if kind == .arabic && length >= 3 {
      Clitics.mark(&token, view: view, map: map, units: units)
    }
    tokens[tokenCount] = token
    tokenCount &+= 1
    pending = .glued
  }

  @inline(__always)
  private mutating func put(_ unit: UInt16) {
    view[viewCount] = unit
    map[viewCount] = UInt32(truncatingIfNeeded: i)
    viewCount &+= 1
  }

  private mutating func putSeveral(_ unit: UInt16) {
    let letters = Self.expansion(of: unit)
    reserve(letters.count)
    for letter in letters { put(letter) }
  }

  /// The folded letters of a ligature or another unit that decomposes into several.
  static func expansion(of unit: UInt16) -> [UInt16] {
    var letters = [UInt16](repeating: 0, count: 32)
    let count = warsha_icu_decompose(unit, &letters, 32)
    return letters[..<Int(max(0, count))].map(LetterFold.fold).filter { $0 != 0 }
  }

  /// Makes room for `more` units beside what the rest of the text may need.
  private mutating func reserve(_ more: Int) {
    let needed = viewCount + more + Self.room(for: units.count - i)
    if needed <= viewCapacity { return }
    let capacity = max(viewCapacity * 2, needed)
    let (newView, newMap) = (
      UnsafeMutablePointer<UInt16>.allocate(capacity: capacity),
      UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
    )
    newView.update(from: view, count: viewCount)
    newMap.update(from: map, count: viewCount)
    view.deallocate()
    map.deallocate()
    (view, map, viewCapacity) = (newView, newMap, capacity)
  }

  private mutating func growTokens() {
    let larger = UnsafeMutablePointer<Token>.allocate(capacity: tokenCapacity * 2)
    larger.update(from: tokens, count: tokenCount)
    tokens.deallocate()
    (tokens, tokenCapacity) = (larger, tokenCapacity * 2)
  }
}
