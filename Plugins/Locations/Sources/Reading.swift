// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// One document while its mentions are found. The grammars are extensions, a file each.
struct Reading {
  let text: AnalysedText
  let vocabulary: Vocabulary
  let places: PlaceTable
  /// What each token means.
  let marks: UnsafeMutableBufferPointer<Mark>
  /// Whether a token lies in the span of an Actor.
  let hidden: UnsafeMutableBufferPointer<Bool>
  /// Token after the last one of a person's name, at its first token, else -1.
  /// Less than -1 at the first token of a body's name.
  let personEnds: UnsafeMutableBufferPointer<Int32>
  /// Whether the author writes ه for ة, 0 or 1; -1 until somebody asks.
  private let laxity: UnsafeMutableBufferPointer<Int8>
  /// What has been found, in text order.
  var mentions: [Mention] = []
  /// The noun under which the document has introduced a name as a province's, by the entry of the
  /// name: قضاء الحويجة, then الحويجة.
  var provinceNouns: [Int: Int] = [:]
  /// Last class noun or word for settlements in the sentence, -1 before any.
  var lastNoun = -1

  /// Memory that is used again from document to document.
  final class Memory {
    fileprivate let marks = ReusableBuffer<Mark>()
    fileprivate let hidden = ReusableBuffer<Bool>()
    fileprivate let personEnds = ReusableBuffer<Int32>()
    fileprivate let laxity = ReusableBuffer<Int8>()
    let countries = ReusableBuffer<Bool>()
    let votes = ReusableBuffer<Int32>()
    let regions = ReusableBuffer<Bool>()
    let strings: PlaceStrings

    init(_ gazetteer: Gazetteer) { strings = PlaceStrings(gazetteer) }
  }

  init(text: AnalysedText, vocabulary: Vocabulary, places: PlaceTable, _ memory: Memory) {
    self.text = text
    self.vocabulary = vocabulary
    self.places = places
    let count = text.tokens.count
    marks = memory.marks.uninitialized(count: count)
    hidden = memory.hidden.uninitialized(count: count)
    personEnds = memory.personEnds.filled(with: -1, count: count)
    laxity = memory.laxity.filled(with: -1, count: 1)
    vocabulary.read(text, names: places.lexicon, into: marks, isName: hidden)
    hidden.update(repeating: false)
  }

  /// Token after the last one of the person's name that begins at a token.
  func person(at token: Int) -> Int? { personEnds[token] < 0 ? nil : Int(personEnds[token]) }

  /// Whether the author writes ه for ة: المدينه.
  var isLax: Bool {
    if laxity[0] < 0 { laxity[0] = Spelling.isLax(text) ? 1 : 0 }
    return laxity[0] == 1
  }

  /// Token after the last one of the body's name that begins at a token.
  func body(at token: Int) -> Int? { personEnds[token] < -1 ? -Int(personEnds[token]) - 1 : nil }

  /// What the word before a token says; nothing where a paragraph begins.
  func functions(before token: Int) -> WordFunctions {
    token == 0 || text.tokens[token].flags.contains(.startsParagraph)
      ? [] : marks[token - 1].functions
  }

  /// Finds all mentions, certain or not. Complexity: linear in the text.
  mutating func read() {
    for sentence in text.sentences {
      lastNoun = -1
      var token = sentence.tokens.lowerBound
      while token < sentence.tokens.upperBound {
        token = step(token, sentence.tokens.upperBound)
      }
    }
  }

  /// Reads what begins at a token; returns the token to go on from.
  private mutating func step(_ token: Int, _ end: Int) -> Int {
    if text.tokens[token].rawKind > TokenKind.number.rawValue { return token + 1 }
    let mark = marks[token]
    if hidden[token] { return mark.noun >= 0 ? spot(token, end) ?? token + 1 : token + 1 }
    if mark.functions.contains(.whole), let last = partOfWhole(token, end) { return last }
    let match = name(at: token, end: end)
    if mark.noun >= 0 {
      let next = nounPhrase(token, end, match)
      if vocabulary.nouns[Int(mark.noun)].role == .class { lastNoun = token }
      if let next { return next }
    }
    if mark.functions.contains(.settlements) { lastNoun = token }
    if mark.functions.contains(.vague), token + 1 < end,
      marks[token + 1].functions.contains(.nationality)
    {
      return token + 2
    }
    if mark.functions.contains(.region), (match?.end ?? 0) <= token + 1,
      let next = region(token, end)
    {
      return next
    }
    if mark.functions.contains(.opener), lastNoun >= 0, let next = openedList(token, end) {
      return next
    }
    return match.map { bareName(token, end, $0) } ?? token + 1
  }

  /// A name of the gazetteer without a noun before it.
  mutating func bareName(_ token: Int, _ end: Int, _ match: NameMatch) -> Int {
    let mark = marks[token]
    let isOneWord = match.end == token + 1
    if isOneWord, !mark.functions.isDisjoint(with: [.stop, .common]) {
      return token + max(1, Int(mark.length))
    }
    // Some village of the world is called دولة; the tables would have said so of a place that counts.
    if isOneWord, places.isImported(match.entry), mark.noun >= 0 || !mark.functions.isEmpty {
      return token + max(1, Int(mark.length))
    }
    if isOneWord, isAdjective(token, match) || isMeasureOrAgency(token, match) {
      return token + 1
    }
    if !isOneWord, mark.functions.contains(.direction) || places.isImportedUnit(match.entry),
      isPartOfPlace(token, match)
    {
      return token + 1
    }
    let before = match.front == 0 ? functions(before: token) : []
    if before.contains(.kunya) { return token + 1 }
    if isWordAmongWords(token, match, before) || isClub(token, match) { return match.end }
    let isDoubtful = !before.isDisjoint(with: [.title, .given, .blocker])
    if isDoubtful && !match.isCertain { return token + 1 }
    let isAttribute = isOneWord && isAttribute(token, match)
    var mention = Mention(
      first: token, front: match.front, end: match.end, nameFirst: token, entry: match.entry,
      nounFirst: token, isCertain: match.isCertain && !isDoubtful && !isAttribute,
      proof: isAttribute && match.isCertain ? .fair : match.proof, rule: .gazetteer)
    if mark.noun >= 0, mark.front == match.front {
      // The gazetteer knows the name with its noun: محافظة درعا, مخيم اليرموك, نهر الفرات.
      let noun = vocabulary.nouns[Int(mark.noun)]
      let name = token + Int(mark.length)
      if name < match.end { mention.isCertain = true }
      if noun.role == .official, name < match.end { mention.type = noun.type }
      if [.class, .apposition].contains(noun.role), name < match.end {
        (mention.noun, mention.first, mention.nameFirst) = (Int(mark.noun), name, name)
        (mention.front, mention.rule) = (0, .classNoun)
        // الديوانية is to be the same name with and without محافظة.
        if noun.type == .admin || noun.unknown == .zone,
          let bare = self.name(at: name, end: match.end, fronts: 0...0),
          bare.end == match.end
        {
          mention.entry = bare.entry
        }
      }
    }
    if isCapitalNoun(match.end, end) {
      mention.end += 1
      mention.type = .place
    }
    mentions.append(mention)
    return mention.end
  }

  /// `شركة السويس`, `مديرية أمن محافظة حلب`: token after a place that is part of another's name.
  private func partOfWhole(_ token: Int, _ end: Int) -> Int? {
    var next = token + max(1, Int(marks[token].length))
    guard next < end else { return nil }
    if marks[next].noun >= 0, marks[next].front == 0 { next += Int(marks[next].length) }
    return next < end ? name(at: next, end: end, fronts: 0...0)?.end : nil
  }

  /// `بقطر 40 سم`, `(قنا)`: a place's name that is a measure or a news agency here.
  private func isMeasureOrAgency(_ token: Int, _ match: NameMatch) -> Bool {
    let functions = marks[token].functions
    if functions.isDisjoint(with: [.measure, .agency]) { return false }
    let tokens = text.tokens
    if functions.contains(.agency), token > 0, match.end < tokens.count {
      let isEnclosed =
        tokens[token - 1].rawKind == TokenKind.punctuation.rawValue
        && tokens[match.end].rawKind == TokenKind.punctuation.rawValue
      if isEnclosed { return true }
    }
    guard functions.contains(.measure) else { return false }
    let before = token > 0 && match.front == 0 ? marks[token - 1].functions : []
    if !before.isDisjoint(with: [.preposition, .direction, .situated]) { return false }
    if match.end < tokens.count, tokens[match.end].isNumber { return true }
    let last = min(match.end + 5, tokens.count)
    return (match.end..<max(match.end, last)).contains { marks[$0].functions.contains(.length) }
  }

  /// Whether what stands around shows a word that is no name: هذه الإمارات, قد حلت, «الشرق الأوسط»,
  /// the title of a newspaper.
  private func isWordAmongWords(
    _ token: Int, _ match: NameMatch, _ before: WordFunctions
  ) -> Bool {
    if match.end == token + 1, match.front == 0 {
      if before.contains(.verbal) { return true }
      let hasArticle = text.tokens[token].hasArticle(after: 0)
      if before.contains(.demonstrative), hasArticle { return true }
    }
    guard token > 0, match.end < text.tokens.count, match.front == 0 else { return false }
    return text.tokens[token - 1].flags.contains(.quote)
      && text.tokens[match.end].flags.contains(.quote)
      && places.candidates(of: match.entry).allSatisfy { $0.kind == .region }
  }

  /// Whether a name with the article may be an adjective of the noun before: الإمام الجليل.
  private func isAttribute(_ token: Int, _ match: NameMatch) -> Bool {
    guard token > 0, match.front == 0, text.tokens[token].hasArticle(after: 0),
      !text.tokens[token].flags.contains(.startsSentence)
    else { return false }
    let before = text.tokens[token - 1]
    guard before.isArabic, (0...2).contains(where: { before.hasArticle(after: $0) }) else {
      return false
    }
    return !places.mayBeCountry(match.entry)
  }

  /// Whether a direction stands before a place of its own: جنوب لبنان, but not جنوب أفريقيا, a
  /// country, or شمال سيناء, a governorate. What only an imported gazetteer says of a division does
  /// not count: مركز كركوك, شرق الجزيرة.
  private func isPartOfPlace(_ token: Int, _ match: NameMatch) -> Bool {
    let isNamed = places.candidates(of: match.entry).contains {
      ($0.type == .country || $0.type == .admin) && !places.isImported($0)
    }
    return !isNamed && name(at: token + 1, end: match.end, fronts: 0...0) != nil
  }

  /// Whether a name that is an adjective of nationality as well is one here: الاستثمارات السعودية.
  private func isAdjective(_ token: Int, _ match: NameMatch) -> Bool {
    let functions = marks[token].functions
    if functions.isDisjoint(with: [.nationality, .indefiniteNationality]) { return false }
    guard places.mayBeCountry(match.entry) else { return true }
    guard token > 0, !text.tokens[token].flags.contains(.startsSentence) else { return false }
    let before = text.tokens[token - 1]
    if functions.contains(.indefiniteNationality) {
      // قوات سورية, but في سورية.
      let leading: WordFunctions = [.preposition, .direction, .stop]
      return before.isArabic && marks[token - 1].functions.isDisjoint(with: leading)
        && (match.front == 0 || marks[token - 1].functions.contains(.indefiniteNationality))
    }
    if match.front > 0 {
      let isJoined = text.unit(0, of: text.tokens[token]) == Letter.waw && match.front == 1
      return isJoined && marks[token - 1].functions.contains(.nationality)
    }
    if before.flags.contains(.quote) { return !text.tokens[token].flags.contains(.glued) }
    return before.isArabic && (0...2).contains { before.hasArticle(after: $0) }
  }

  /// Whether `العاصمة` follows a name as part of it: تونس العاصمة, not تونس، العاصمة.
  private func isCapitalNoun(_ token: Int, _ end: Int) -> Bool {
    guard token < end, marks[token].noun >= 0, marks[token].front == 0 else { return false }
    guard vocabulary.nouns[Int(marks[token].noun)].role == .apposition else { return false }
    guard token + 1 < end else { return true }
    return !marks[token + 1].functions.contains(.nationality)
      && name(at: token + 1, end: end, fronts: 0...0) == nil
  }

  /// `الشمال السوري`, `الساحل الغربي اليمني`.
  private mutating func region(_ token: Int, _ end: Int) -> Int? {
    var next = token + max(1, Int(marks[token].length))
    if next < end, marks[next].functions.contains(.side), marks[next].front == 0 { next += 1 }
    guard next < end, marks[next].functions.contains(.nationality), marks[next].front == 0,
      !hidden[next]
    else { return nil }
    mentions.append(
      Mention(
        first: token, front: Int(marks[token].front), end: next + 1, nameFirst: token, entry: -1,
        nounFirst: token, type: .area, isNamedByText: true, isCertain: true, rule: .region))
    return next + 1
  }
}
