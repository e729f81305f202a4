// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel
import WarshaPluginKit

/// Memory of sheets, used again from document to document.
final class SheetMemory {
  let words = ReusableBuffer<Bool>()
  let cues = ReusableBuffer<Bool>()
  let classes = ReusableBuffer<WordClass>()
  let fronts = ReusableBuffer<UInt8>()
  let cueEntries = ReusableBuffer<Int32>()
  let cueShapes = ReusableBuffer<UInt8>()
  let partners = ReusableBuffer<Int32>()
  let enclosing = ReusableBuffer<Int32>()
  let actorEnds = ReusableBuffer<Int32>()
}

/// What the rules ask about tokens, looked up once for a document: class, cue, quotation, actor.
final class TokenSheet {
  /// Longest stretch, in tokens, that a search may walk; keeps every rule linear.
  static let reach = 300

  private static let medium = "media"
  private static let person = "person"

  let text: AnalysedText
  let table: CueTable
  /// Number of tokens.
  let count: Int
  /// Class of each token.
  let classes: UnsafeMutableBufferPointer<WordClass>
  /// Proclitic view units that were stripped to find the class.
  let fronts: UnsafeMutableBufferPointer<UInt8>
  /// Entry of the cue lexicon at each token, or -1.
  let cueEntries: UnsafeMutableBufferPointer<Int32>
  /// Tokens of the cue (bits 0-3), proclitics before it (4-5), pronoun after it (6-7).
  let cueShapes: UnsafeMutableBufferPointer<UInt8>
  /// The other mark of a quotation or bracket, or -1.
  let partners: UnsafeMutableBufferPointer<Int32>
  /// Closing mark of the innermost quotation around each token, or -1.
  let enclosing: UnsafeMutableBufferPointer<Int32>
  /// For each token inside an actor the actor's last token, else -1.
  let actorEnds: UnsafeMutableBufferPointer<Int32>

  /// First tokens of persons' names.
  private var persons: Set<Int> = []

  private static let alifMadda: UInt16 = 0x0622
  private static let damma: UInt16 = 0x064F

  init(
    _ text: AnalysedText, table: CueTable, _ memory: SheetMemory, actors: [InputDocument.Span]
  ) {
    self.text = text
    self.table = table
    count = text.tokens.count
    classes = memory.classes.filled(with: [], count: count)
    fronts = memory.fronts.filled(with: 0, count: count)
    cueEntries = memory.cueEntries.filled(with: -1, count: count)
    cueShapes = memory.cueShapes.filled(with: 0, count: count)
    partners = memory.partners.filled(with: -1, count: count)
    enclosing = memory.enclosing.filled(with: -1, count: count)
    actorEnds = memory.actorEnds.filled(with: -1, count: count)
    let mayBeKnown = memory.words.uninitialized(count: count)
    let mayBeCue = memory.cues.uninitialized(count: count)
    table.words.scout(text, into: mayBeKnown)
    table.lexicon.scout(text, into: mayBeCue)
    for index in 0..<count {
      if text.tokens[index].isArabic {
        readWord(index, mayBeKnown: mayBeKnown[index], mayBeCue: mayBeCue[index])
      } else {
        readMark(index)
      }
    }
    let pairs = MarkPairs(text, classes: classes, partners: partners, enclosing: enclosing)
    for sentence in text.sentences { pairs.pairMarks(sentence.tokens) }
    for actor in actors {
      let first = place(actor.range, isMedium: actor.type == Self.medium)
      if actor.type == Self.person, let first { persons.insert(first) }
    }
  }

  // MARK: Questions

  @inline(__always)
  func has(_ index: Int, _ wanted: WordClass) -> Bool {
    index >= 0 && index < count && !classes[index].isDisjoint(with: wanted)
  }

  func isArabic(_ index: Int) -> Bool {
    index >= 0 && index < count && text.tokens[index].isArabic
  }

  func isWord(_ index: Int) -> Bool {
    index >= 0 && index < count && text.tokens[index].rawKind <= 2
  }

  /// Whether a person's name begins here.
  func isPerson(_ index: Int) -> Bool { persons.contains(index) }

  /// Letter before the stem that was looked up, e.g. و of وقال; 0 when there is none.
  func frontLetter(_ index: Int, _ front: Int) -> UInt16 {
    front == 0 ? 0 : text.unit(0, of: text.tokens[index])
  }

  func hasArticle(_ index: Int, after front: Int = 0) -> Bool {
    text.tokens[index].hasArticle(after: front)
  }

  /// Whether the token begins with one preposition letter and then, if it must, the article.
  func beginsWith(_ letter: UInt16, _ index: Int) -> Bool {
    isArabic(index) && text.tokens[index].mayStrip(1)
      && text.unit(0, of: text.tokens[index]) == letter
  }

  /// The single letter ب or ل standing alone, as in بـ"…".
  func isLoneLetter(_ index: Int, _ letter: UInt16) -> Bool {
    isArabic(index) && text.tokens[index].viewCount == 1
      && text.unit(0, of: text.tokens[index]) == letter
  }

  /// Last source letter of a word, diacritics apart.
  func lastLetter(_ index: Int) -> UInt16 {
    let token = text.tokens[index]
    var position = Int(token.end) - 1
    while position > Int(token.start), (0x064B...0x0652).contains(text.source[position]) {
      position -= 1
    }
    return text.source[position]
  }

  /// Whether a word ends in the ta marbuta of feminines.
  func isFeminine(_ index: Int) -> Bool { lastLetter(index) == Letter.taMarbuta }

  /// Whether the first letter of the stem carries a damma: of a perfect the mark of the passive.
  func hasDamma(_ index: Int, front: Int) -> Bool {
    let token = text.tokens[index]
    guard token.flags.contains(.hasMarks) else { return false }
    let next = text.sourceStart(of: token, front: front) + 1
    return next < Int(token.end) && text.source[next] == Self.damma
  }

  func isOpeningQuote(_ index: Int) -> Bool {
    has(index, .quoteMark) && partners[index] > Int32(index)
  }
  func isClosingQuote(_ index: Int) -> Bool {
    has(index, .quoteMark) && partners[index] >= 0 && partners[index] < Int32(index)
  }
  func partner(_ index: Int) -> Int { Int(partners[index]) }

  /// The cue at a token: how many tokens it has, how many letters stand before and after it.
  func cueShape(_ index: Int) -> (count: Int, front: Int, back: Int) {
    let shape = Int(cueShapes[index])
    return (shape & 15, shape >> 4 & 3, shape >> 6)
  }

  /// The first form of one of the kinds at a token.
  @inline(__always)
  func form(at index: Int, of kinds: CueKinds) -> Form? {
    guard index >= 0, index < count, cueEntries[index] >= 0 else { return nil }
    return table.form(of: Int(cueEntries[index]), kinds)
  }

  /// A finite verb of saying in the indicative, as it may open a clause.
  func verb(at index: Int) -> Form? { form(at: index, of: .verb) }

  // MARK: Reading

  private func readWord(_ index: Int, mayBeKnown: Bool, mayBeCue: Bool) {
    let token = text.tokens[index]
    var isKnown = false
    var isCue = false
    // The word whole, then behind its proclitics; each hash serves both lexicons.
    for front in 0...2 where token.mayStrip(front) {
      let hash = text.hash(of: token, front: front)
      if !isKnown, front > 0 || mayBeKnown,
        let match = table.words.longest(in: text, at: index, hash: hash)
      {
        isKnown = true
        setClass(index, match.entry, front: front)
      }
      if !isCue, front > 0 || mayBeCue,
        let match = table.lexicon.longest(in: text, at: index, hash: hash)
      {
        isCue = true
        setCue(index, match.entry, count: match.tokenCount, front: front, back: 0)
      }
    }
    if !isCue && token.enclitics != 0 { readPronoun(index) }
  }

  private func setClass(_ index: Int, _ entry: Int, front: Int) {
    let token = text.tokens[index]
    var known = table.classes[entry]
    if known.contains(.ala) && front == 0 && lastLetter(index) == Letter.ya {
      known = []  // the name علي, not the preposition على
    }
    if known.contains(.that),
      text.source[text.sourceStart(of: token, front: front)] == Self.alifMadda
    {
      known = []  // the name آن
    }
    if known.contains(.generalOrYear) {
      // الأمين العام against العام الماضي.
      let isAdjective = index > 0 && text.tokens[index - 1].hasArticle(after: 0)
      known = isAdjective ? .kin : .time
    }
    if known.contains(.notThat) {
      // ألا and إلا fold alike.
      let isThat = text.source[text.sourceStart(of: token, front: front)] == Letter.alifHamzaAbove
      known = isThat ? .that : .afterClause
    }
    classes[index] = known
    fronts[index] = UInt8(front)
  }

  /// A verb with an object pronoun: نفاه, وصفته.
  private func readPronoun(_ index: Int) {
    let token = text.tokens[index]
    for back in 1...3 where token.enclitics & (1 << UInt8(back)) != 0 {
      for front in 0...1 where token.mayStrip(front) {
        let hash = text.hash(of: token, front: front, back: back)
        guard let entry = table.lexicon.entry(ofHash: hash) else { continue }
        let first = table.forms[table.forms(of: entry).lowerBound]
        guard table.cues[first.cue].kind.isFiniteVerb else { continue }
        setCue(index, entry, count: 1, front: front, back: back)
        return
      }
    }
  }

  private func setCue(_ index: Int, _ entry: Int, count: Int, front: Int, back: Int) {
    cueEntries[index] = Int32(entry)
    cueShapes[index] = UInt8(min(count, 15) | front << 4 | back << 6)
  }

  private func readMark(_ index: Int) {
    let token = text.tokens[index]
    if token.flags.contains(.quote) { classes[index] = .quoteMark; return }
    guard
      token.rawKind == TokenKind.punctuation.rawValue || token.rawKind == TokenKind.symbol.rawValue
    else { return }
    switch text.source[Int(token.start)] {
    case 0x060C, 0x2C, 0x061B, 0x3B: classes[index] = .comma
    case 0x3A: classes[index] = .colon
    case 0x2E, 0x21, 0x3F, 0x061F, 0x2026: classes[index] = .stop
    case 0x28, 0x5B: classes[index] = .openBracket
    case 0x29, 0x5D: classes[index] = .closeBracket
    case 0x2D, 0x2010...0x2015, 0x0640: classes[index] = .dash
    default: break
    }
  }

  /// Marks the tokens of an actor and gives the first. A medium behind ل is spoken to: لفرانس برس.
  private func place(_ range: TextRange, isMedium: Bool) -> Int? {
    let first = text.token(endingAfter: range.start)
    guard first < count else { return nil }
    var last = first
    while last + 1 < count && Int(text.tokens[last + 1].start) < range.end { last += 1 }
    let isPrefixed = range.start > Int(text.tokens[first].start)
    for index in (isPrefixed ? first + 1 : first)..<(last + 1) { actorEnds[index] = Int32(last) }
    if isPrefixed && isMedium && beginsWith(Letter.lam, first) {
      classes[first] = .media
      fronts[first] = 1
    }
    return first
  }
}
