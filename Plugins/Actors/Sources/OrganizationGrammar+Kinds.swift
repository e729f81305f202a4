// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// What a class noun with its complements is: whose forces, which kind of body, or but a place.
extension OrganizationGrammar {
  /// Ties forces and delegations to the body that they belong to.
  func bind(_ mention: inout Mention, _ head: HeadNoun) {
    let word = reading.words[mention.first]
    guard word.has([.bearer, .delegation]), !word.hasArticle,
      let body = match(at: mention.first + 1, end: mention.last + 1)
        ?? shortBody(mention.first + 1, mention.last), body.last == mention.last
    else {
      // The directorate of security is a security service.
      if head.type == .government, let inner = reading.head(at: mention.first + 1),
        inner.type == .armedForce, !reading.words[mention.first + 1].hasArticle
      {
        mention.type = .armedForce
      } else {
        mention.type = refined(mention, head)
      }
      return
    }
    if word.has(.bearer), body.rule != .shortForm,
      ![.armedForce, .organization].contains(body.type)
    {
      return
    }
    mention.core = body.first
    mention.coreName = body.name
    mention.nation = body.nation
    if word.has(.delegation), head.type != .armedForce { mention.type = body.type }
  }

  /// Banks that are central are the state's, and so are agencies for anything but news; a body
  /// between states is an organisation, a directorate against drugs a security service.
  private func refined(_ mention: Mention, _ head: HeadNoun) -> ActorType {
    let rest = mention.first + 1..<mention.last + 1
    func has(_ trait: WordTraits) -> Bool { rest.contains { reading.words[$0].has(trait) } }
    if reading.words[mention.first].has(.bank), has(.central) { return .government }
    if head.type == .government, !head.isNational {
      if has(.international) { return .organization }
      if reading.words[mention.first].has(.service), has(.security) { return .armedForce }
    }
    if reading.words[mention.first].has(.agency),
      reading.words[mention.first + 1].has(.subject),
      !rest.contains(where: { reading.words[$0].has(.outlet) })
    {
      return .government
    }
    return head.type
  }

  /// A definite class noun that stands for a body named before.
  private func shortBody(_ token: Int, _ last: Int) -> Mention? {
    let word = reading.words[token]
    guard token == last, word.hasArticle, let head = reading.head(at: token), head.alone != .never,
      head.weight != .out
    else { return nil }
    return Mention(
      first: token, front: 0, last: token, type: head.type, rule: .shortForm,
      head: Int(word.head), reason: .definite)
  }

  /// Whether a preposition of place stands before a body that is a place or an event as well.
  func isVenue(_ token: Int) -> Bool {
    let word = reading.words[token]
    guard word.has(.venue) else { return false }
    if word.front == 1, reading.text.unit(0, of: reading.text.tokens[token]) == Letter.ba {
      return true
    }
    return token > 0 && word.front == 0
      && reading.words[token - 1].has([.locative, .preposition])
  }
}
