// SPDX-License-Identifier: Apache-2.0

import Foundation
import WarshaKnowledge
import WarshaModel

/// Writes mentions as annotations: span, type, canonical name, coordinates, class noun, evidence.
struct MentionWriter {
  let reading: Reading
  let senses: [Resolver.Sense]
  let strings: PlaceStrings

  /// How many other places the attribute `candidates` lists.
  private static let listedCandidates = 5

  /// The annotation of a mention.
  func annotation(of index: Int, explained: Bool) -> Annotation {
    let mention = reading.mentions[index]
    let gazetteer = reading.places.gazetteer
    let text = reading.text
    let range = text.range(from: mention.first, front: mention.front, through: mention.end - 1)
    let noun = mention.noun >= 0 ? reading.vocabulary.nouns[mention.noun] : nil
    var sense = senses[index]
    if let type = mention.type { sense.type = type }
    let title = sense.noun >= 0 ? reading.vocabulary.nouns[sense.noun] : nil
    if let title, title.type == .admin { sense.type = .admin }
    let isWhole = !mention.isNamedByText && (!isShared(noun) || mention.hasOwnRow)
    var attributes: [Attribute] = []
    if let noun { attributes.append(Attribute("class", .text(noun.singular))) }
    if let place = sense.place, isWhole {
      if let position = gazetteer.places[place].coordinates {
        attributes.append(Attribute("lat", .number(position.latitude)))
        attributes.append(Attribute("lon", .number(position.longitude)))
      }
      let others = candidates(sense.rows)
      if !others.isEmpty { attributes.append(Attribute("candidates", .text(others))) }
    }
    let value = name(of: mention, sense, title, range, isWhole: isWhole)
    return Annotation(
      layer: "locations", label: "Location", type: sense.type.rawValue, range: range,
      value: .text(value), attributes: attributes, rule: mention.rule.rawValue,
      confidence: confidence(mention, sense),
      evidence: explained ? evidence(mention, sense, noun) : [])
  }

  /// The other places of the name, the likeliest first: `الزعفرانة (محافظة طرطوس/منطقة صافيتا) 7`.
  /// The governorate of a town is left out: the type tells them apart.
  private func candidates(_ rows: [Resolver.Row]) -> String {
    var line = ""
    guard let best = rows.first?.candidate else { return line }
    var left = Self.listedCandidates
    for row in rows.dropFirst() where left > 0 && !row.candidate.isTwin(of: best) {
      left -= 1
      if !line.isEmpty { line += "|" }
      line += strings.title(of: row.place)
      line += " \(row.score.total)"
    }
    return line
  }

  /// The canonical name; of a place that no table has, what stands in the text.
  private func name(
    of mention: Mention, _ sense: Resolver.Sense, _ noun: Noun?, _ range: TextRange, isWhole: Bool
  ) -> String {
    guard let place = sense.place, isWhole else {
      if mention.rule == .region, let part = partOfCountry(mention) { return part }
      let written = cleaned(reading.text.string(range))
      let keepsNoun = noun.map { isShared($0) || $0.type == .admin } ?? false
      return keepsNoun ? (noun?.singular ?? "") + " " + written : written
    }
    let name = strings.name(of: place)
    if let noun, noun.type == .admin,
      PlaceType(reading.places.gazetteer.places[place].kind) != .admin
    {
      return noun.singular + " " + name  // محافظة الطائف, of which the table knows the town
    }
    // جزيرة لامبيدوزا, which the table calls لامبيدوزا.
    // حقل باي حسن النفطي, which it calls حقل باي حسن.
    let mark = reading.marks[mention.first]
    guard mention.noun < 0, mark.noun >= 0, mention.first < mention.end - 1,
      isShared(reading.vocabulary.nouns[Int(mark.noun)])
    else { return name }
    let written = cleaned(reading.text.string(range))
    if written.hasPrefix(name + " ") { return written }
    return name.hasPrefix(written.prefix { $0 != " " }) ? name : written
  }

  /// `شمال سوريا` of `الشمال السوري`.
  private func partOfCountry(_ mention: Mention) -> String? {
    let (text, first) = (reading.text, text(of: mention.first, front: mention.front + 2))
    guard mention.end == mention.first + 2,
      reading.marks[mention.first].functions.contains(.bearing),
      let code = reading.vocabulary.countries[text.tokens[mention.first + 1].hash],
      let country = reading.places.countryNames[code]
    else { return nil }
    return first + " " + country
  }

  /// A token less its first view units.
  private func text(of token: Int, front: Int) -> String {
    cleaned(reading.text.string(reading.text.range(from: token, front: front, through: token)))
  }

  /// Whether a noun that belongs to names stands once over several of them: ريفي حماة وحمص.
  private func isShared(_ noun: Noun?) -> Bool {
    guard let noun else { return false }
    return noun.role == .part || noun.role == .rif || noun.role == .road
  }

  /// A name without tatweel, diacritics and marks of direction, its letters composed, its digits those
  /// of ASCII.
  private func cleaned(_ name: String) -> String {
    var scalars = String.UnicodeScalarView()
    var isDecomposed = false
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x0640, 0x064B...0x0652, 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069:
        continue
      case 0x0660...0x0669, 0x06F0...0x06F9:
        scalars.append(Unicode.Scalar(UInt8(0x30 + (scalar.value & 0x0F))))
      default:
        if (0x0653...0x0655).contains(scalar.value) { isDecomposed = true }
        scalars.append(scalar)
      }
    }
    let name = String(scalars)
    return isDecomposed ? name.precomposedStringWithCanonicalMapping : name
  }

  private func confidence(_ mention: Mention, _ sense: Resolver.Sense) -> Double {
    switch mention.rule {
    case .unknown, .repeated: 0.7
    case .context, .list: 0.8
    default: sense.isOpen ? 0.9 : 0.97
    }
  }

  private func evidence(
    _ mention: Mention, _ sense: Resolver.Sense, _ noun: Noun?
  ) -> [String] {
    var lines: [String] = []
    if mention.front > 0 { lines.append("proclitics stripped: \(mention.front)") }
    if let noun { lines.append("noun \(noun.singular): \(noun.type.rawValue)") }
    if let place = sense.place {
      let gazetteer = reading.places.gazetteer
      lines.append(
        "gazetteer \(gazetteer.id(of: place)): \(gazetteer.places[place].kind.rawValue), "
          + gazetteer.admin(of: place))
    } else {
      lines.append("no row of the gazetteer")
    }
    for (number, row) in sense.rows.prefix(Self.listedCandidates + 1).enumerated()
    where sense.rows.count > 1 {
      lines.append(
        "\(number == 0 ? "score" : "or \(reading.places.gazetteer.id(of: row.place)):") "
          + "\(row.score.total): \(row.score.reasons)")
    }
    return lines
  }
}
