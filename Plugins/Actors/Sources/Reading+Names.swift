// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// What words look like names, and what stands behind them.
extension Reading {
  /// Whether a mark or a conjunction follows: a title there would go on.
  func endsPhrase(_ token: Int, _ end: Int) -> Bool {
    guard token + 1 < end else { return true }
    let next = words[token + 1]
    return !next.isBare || next.has([.that, .saying])
  }

  /// Whether something that no name holds follows a word, or another name.
  func isBounded(_ token: Int, _ end: Int) -> Bool {
    guard token + 1 < end else { return true }
    let next = words[token + 1]
    return next.kind != .arabic || next.front > 0
      || next.has([.stop, .saying, .that, .preposition, .given, .family])
      || next.has(.startsTitle)
  }

  func isTitle(_ token: Int, _ end: Int) -> Bool {
    token < end && words[token].has(.startsTitle)
  }

  /// Whether a word is unknown to the tables and not built like a verb of the imperfect or like a
  /// word with a clitic.
  /// Where the surroundings leave no doubt that a name stands here, it may begin `freely` with any
  /// letter.
  func looksLikeName(_ token: Int, freely: Bool = false) -> Bool {
    let word = words[token]
    guard word.isBare, !word.hasArticle, !word.has(.ordinary.subtracting(.startsPlace)) else {
      return false
    }
    let record = text.tokens[token]
    guard record.viewCount >= 3 else { return false }
    if word.has([.given, .family]) { return true }
    if hasPronoun(record) || hasTanwin(record) { return false }
    if freely { return true }
    let first = text.unit(0, of: record)
    if first == Letter.ya || first == Letter.waw || first == Letter.lam { return false }
    if record.mayStrip(1) && first != Letter.kaf { return false }
    // Nouns of the feminine, verbs of the third person feminine.
    let last = text.lastLetter(of: record)
    return last != Letter.taMarbuta && last != Letter.ta
  }

  /// Whether a word that no table knows begins like a verb of the third person or ends like a noun
  /// in the accusative.
  func isBuiltLikeNoName(_ token: Int) -> Bool {
    guard words[token].traits.isEmpty else { return false }
    let record = text.tokens[token]
    let first = text.unit(0, of: record)
    return first == Letter.ya || first == Letter.ta
      || text.unit(record.viewCount - 1, of: record) == Letter.alif && !looksForeign(token)
  }

  /// Whether a word that no table knows as anything else ends like a family name of another
  /// language, behind proclitics; what stands `alone` needs a longer ending.
  func looksForeign(_ token: Int, front: Int = 0, alone: Bool = false) -> Bool {
    let word = words[token]
    guard word.kind == .arabic, word.front == 0, !word.hasArticle,
      word.traits.isSubset(of: [.family, .given, .ambiguousGiven, .foreignGiven])
    else { return false }
    let record = text.tokens[token]
    // Nouns in the accusative and pronouns end in alif.
    if alone && text.unit(record.viewCount - 1, of: record) == Letter.alif { return false }
    return tables.endings.match(record, front: front, units: alone ? 3 : 2, in: text)
  }

  /// Whether a word that no table knows begins like the compound surnames of the Maghreb, son of or
  /// father of written together with the name.
  func isCompoundSurname(_ token: Int) -> Bool {
    let word = words[token]
    guard word.kind == .arabic, word.front <= 1, !word.hasArticle,
      word.traits.isSubset(of: [.family, .given, .ambiguousGiven, .foreignGiven])
    else { return false }
    let record = text.tokens[token]
    guard record.viewCount >= 5, text.unit(0, of: record) == Letter.ba,
      !hasPronoun(record), !hasTanwin(record), text.lastLetter(of: record) != Letter.taMarbuta
    else { return false }
    let second = text.unit(1, of: record)
    return second == Letter.nun || second == Letter.waw
  }

  /// Whether a word begins with a capital of the Latin alphabet and goes on in small letters.
  func isCapitalised(_ token: Int) -> Bool {
    let record = text.tokens[token]
    let units = text.source[Int(record.start)..<Int(record.end)]
    guard let first = units.first, Letter.isCapital(first), units.count > 1 else { return false }
    return !units.dropFirst().contains(where: Letter.isCapital)
  }

  /// Whether a word is also the conjunction with a verb of saying.
  func isWawSaying(_ token: Int) -> Bool {
    let record = text.tokens[token]
    guard words[token].has(.ambiguousGiven), text.unit(0, of: record) == Letter.waw,
      record.viewCount > 2
    else { return false }
    return tables.words.entry(ofHash: text.hash(of: record, front: 1))?.traits.contains(.saying)
      ?? false
  }

  /// Whether a token is a hyphen or a dash.
  func isHyphen(_ token: Int) -> Bool {
    guard words.indices.contains(token) else { return false }
    let unit = text.source[Int(text.tokens[token].start)]
    return unit == 0x2D || (0x2010...0x2015).contains(unit)
  }

  /// Whether a token is a dash or a slash.
  func isDash(_ token: Int) -> Bool {
    isHyphen(token) || text.source[Int(text.tokens[token].start)] == 0x2F
  }

  /// Whether the author marked an indefinite accusative.
  private func hasTanwin(_ record: Token) -> Bool {
    record.flags.contains(.hasMarks)
      && text.source[Int(record.start)..<Int(record.end)].contains(Letter.fathatan)
  }

  /// Whether an unknown word ends in a pronoun of the third person.
  private func hasPronoun(_ record: Token) -> Bool {
    guard record.enclitics != 0 else { return false }
    let last = text.unit(record.viewCount - 1, of: record)
    let before = text.unit(record.viewCount - 2, of: record)
    return last == Letter.ha || before == Letter.ha
  }
}
