// SPDX-License-Identifier: Apache-2.0

/// Personal names within the names of bodies.
extension NounPhrase {
  /// Whether a known person's name begins at a token, and no place's or body's.
  func isPerson(_ token: Int) -> Bool {
    let word = reading.words[token]
    return word.has(.startsPerson) && !word.has([.startsKnown, .startsParty, .startsPlace])
  }

  /// A given name and at least one more that a foundation or a unit is called after.
  mutating func takePersonalName() -> Bool {
    let before = last
    while let word = next, word.isBare, last - before < 4,
      word.has([.given, .family, .servant, .nameLink, .nameTail]), !word.has([.stop, .country])
    {
      last += word.has(.servant) && last + 2 < end ? 2 : 1
    }
    if last - before < 2 {
      last = before
      return false
    }
    signs.formUnion([.proper, .definite])
    return true
  }

  /// A name that begins with son of or father of: the university of Ibn Tufail.
  mutating func takeLinkedName() -> Bool {
    guard last + 2 < end else { return false }
    let name = reading.words[last + 2]
    guard name.isBare, !name.has([.stop, .saying, .preposition]) else { return false }
    last += 2
    while let word = next, word.isBare, word.has([.given, .family]),
      !word.has([.stop, .ambiguousGiven, .startsPlace])
    {
      last += 1
    }
    signs.formUnion([.proper, .definite])
    return true
  }

  /// A title and a personal name that a foundation is called after.
  mutating func takeTitledName() -> Bool {
    let before = last
    last += 1
    while let word = next, word.isBare, word.hasArticle,
      word.has(.startsTitle) || last == before + 1,
      !word.has([.given, .stop]), word.has([.startsTitle, .adjective]) || word.traits.isEmpty
    {
      last += 1
    }
    let title = last
    while let word = next, word.isBare, last - title < 4,
      word.has([.given, .family, .servant, .nameLink, .nameTail]), !word.has(.stop)
    {
      last += word.has(.servant) && last + 2 < end ? 2 : 1
    }
    if last == title {
      last = before
      return false
    }
    signs.formUnion([.proper, .definite])
    if let word = next, word.front == 0, word.has(.domainAdjective), word.hasArticle { last += 1 }
    return true
  }
}
