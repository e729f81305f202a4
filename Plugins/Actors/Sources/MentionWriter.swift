// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel
import WarshaPluginKit

/// Turns mentions into annotations: canonical names, roles, evidence.
struct MentionWriter {
  private let reading: Reading
  private let mentions: [Mention]
  /// Date of the document.
  private let date: String?
  /// Canonical names of the mentions, once they are asked for.
  private var canonical: [String?] = []

  init(_ reading: Reading, _ mentions: [Mention], date: String?) {
    self.reading = reading
    self.mentions = mentions
    self.date = date
    canonical = Array(repeating: nil, count: mentions.count)
  }

  mutating func write(into output: inout Output) {
    for (index, mention) in mentions.enumerated() {
      let range = reading.text.range(
        from: mention.first, front: mention.front, through: mention.last)
      let chronicle = reading.tables.chronicle
      let name = canonicalName(at: index)
      let entity = mention.isPerson ? nil : chronicle.entity(of: name)
      var annotation = Annotation(
        layer: "actors", label: "Actor", type: mention.type.rawValue, range: range,
        value: .text(name),
        rule: mention.rule.rawValue, confidence: mention.confidence)
      if !mention.role.isEmpty {
        annotation.attributes.append(Attribute("role", .text(text(of: mention.role))))
      }
      if mention.rule == .coordinated, mention.head >= 0 {
        let noun = reading.tables.headWords[mention.head]
        annotation.attributes.append(Attribute("class", .text(noun)))
      }
      if let entity { annotation.attributes.append(Attribute("entity", .text(entity))) }
      if mention.isPerson, let date, let office = chronicle.office(of: name, on: date) {
        annotation.attributes.append(Attribute("office", .text(office)))
      }
      if output.wantsEvidence { annotation.evidence = evidence(for: mention) }
      output.emit(annotation)
    }
  }

  /// The one name of a mention and of what it goes back to, before it or behind it.
  private mutating func canonicalName(at index: Int, depth: Int = 0) -> String {
    if let name = canonical[index] { return name }
    let mention = mentions[index]
    var name: String
    if mentions.indices.contains(mention.antecedent), depth < 8 {
      name = bodyName(at: mention.antecedent, depth: depth + 1)
      if isDelegation(mention) { name = "\(reading.tables.headWords[mention.head]) \(name)" }
    } else {
      name = ownName(of: mention)
      let chronicle = reading.tables.chronicle
      if !mention.isPerson, let date, let entity = chronicle.entity(of: name) {
        name = chronicle.name(of: entity, on: date) ?? name
      }
    }
    canonical[index] = name
    return name
  }

  /// The name of what a short form goes back to: of a delegation's body.
  private mutating func bodyName(at index: Int, depth: Int) -> String {
    let full = mentions[index]
    guard isDelegation(full), depth < 8 else { return canonicalName(at: index, depth: depth) }
    return mentions.indices.contains(full.antecedent)
      ? bodyName(at: full.antecedent, depth: depth + 1) : coreName(of: full)
  }

  private func ownName(of mention: Mention) -> String {
    if mention.core >= 0 {
      let name = coreName(of: mention)
      return isDelegation(mention)
        ? "\(reading.tables.headWords[mention.head]) \(name)" : name
    }
    var name =
      mention.name >= 0
      ? reading.tables.names[mention.name].canonical
      : spelled(from: mention.first, front: mention.front, through: mention.last, mention.isPerson)
    if mention.rule == .coordinated && mention.name < 0 {
      name = "\(reading.tables.headWords[mention.head]) \(name)"
    }
    if let gender = mention.nation, let nation = reading.topic.dominant {
      name += " " + nation.adjective(gender)
    }
    if mention.rule == .quotedName, mention.head >= 0, !tellsItself(mention) {
      name = "\(reading.tables.headWords[mention.head]) \(name)"
    }
    return name
  }

  /// Name of the body that forces or a delegation belong to.
  private func coreName(of mention: Mention) -> String {
    var name =
      mention.coreName >= 0
      ? reading.tables.names[mention.coreName].canonical
      : spelled(from: mention.core, front: 0, through: mention.last, false)
    if let gender = mention.nation, let nation = reading.topic.dominant {
      name += " " + nation.adjective(gender)
    }
    return name
  }

  private func isDelegation(_ mention: Mention) -> Bool {
    mention.core >= 0 && reading.words[mention.first].has(.delegation)
  }

  /// Whether a name in quotation marks needs no class noun: in Latin letters, or with a word of
  /// outlets.
  private func tellsItself(_ mention: Mention) -> Bool {
    (mention.first...mention.last).contains {
      reading.words[$0].kind == .foreign || mention.count > 1 && reading.words[$0].has(.outlet)
    }
  }

  /// The words as the author wrote them, the article whole behind the preposition that swallowed
  /// its first letter, a theophoric name in two words.
  private func spelled(
    from first: Int, front: Int, through last: Int, _ isPerson: Bool
  ) -> String {
    let text = reading.text
    var start = first
    var begin = front
    // In Latin letters an outlet is called without its class noun.
    if last > first, reading.head(at: first)?.type == .media,
      (first + 1...last).allSatisfy({ reading.words[$0].kind == .foreign })
    {
      (start, begin) = (first + 1, 0)
    }
    guard isPerson, (start...last).contains(where: joinsServant) else {
      let name = text.plain(text.range(from: start, front: begin, through: last))
      let swallows =
        reading.words[start].hasArticle && begin > 0 && name.utf16.first == Letter.lam
      return swallows ? Letter.alifText + name : name
    }
    return (start...last).map { token in
      let front = token == start ? begin : 0
      let word = text.plain(text.range(from: token, front: front, through: token))
      guard joinsServant(token) else { return word }
      let rest = text.plain(text.range(from: token, front: Self.servant, through: token))
      return word.dropLast(rest.count) + " " + rest
    }.joined(separator: " ")
  }

  /// View units of servant of.
  private static let servant = 3

  /// Whether a word is servant of … written together.
  private func joinsServant(_ token: Int) -> Bool {
    let record = reading.text.tokens[token]
    let units = [Letter.ain, Letter.ba, Letter.dal, Letter.alif, Letter.lam]
    return reading.words[token].front == 0 && record.viewCount > 6
      && units.indices.allSatisfy { reading.text.unit($0, of: record) == units[$0] }
  }

  private func text(of role: Range<Int>) -> String {
    let first = role.lowerBound
    return reading.text.plain(
      reading.text.range(
        from: first, front: Int(reading.words[first].front), through: role.upperBound - 1))
  }

  /// Whether a mention counts only because the document tells whose it is.
  private func needsReferent(_ mention: Mention) -> Bool {
    mention.rule == .shortForm
      || mention.name >= 0 && reading.tables.names[mention.name].need == .referent
  }

  private func evidence(for mention: Mention) -> [String] {
    var lines = [mention.reason.rawValue]
    if mention.name >= 0 {
      let name = reading.tables.names[mention.name]
      lines.append("table: \(name.file):\(name.line)")
    }
    if mention.head >= 0 {
      let head = reading.tables.heads[mention.head]
      lines.append(
        "class noun: \(reading.tables.headWords[mention.head]), \(head.weight.rawValue), "
          + head.type.rawValue)
    }
    if mention.front > 0 { lines.append("proclitics left out: \(mention.front)") }
    if !mention.role.isEmpty { lines.append("role: \(text(of: mention.role))") }
    if mention.antecedent < 0, needsReferent(mention), let nation = reading.topic.spokenOf {
      lines.append("resolved by the nation of the document: \(nation.masculine)")
    }
    if mentions.indices.contains(mention.antecedent), let name = canonical[mention.antecedent] {
      lines.append("goes back to: \(name)")
    }
    return lines
  }
}
