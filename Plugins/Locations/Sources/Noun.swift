// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel

/// A noun that stands before a name; one row of `Data/nouns.tsv`.
struct Noun {
  /// How a noun and the name after it make up a mention.
  enum Role: String {
    /// `مدينة حمص`: the noun stays out.
    case `class`
    /// `العاصمة دمشق`: the same with the article; a nationality may stand between.
    case apposition
    /// `نهر الفرات`: the noun belongs to the name.
    case part
    /// `دولة قطر`: belongs to the name when the gazetteer knows the rest.
    case official
    /// `طريق دمشق – حلب`: belongs to the name, which may have two ends.
    case road
    /// `ريف حمص الشمالي`: belongs to the name, a side may follow; not over two names.
    case rif
    /// `دول الخليج`: stays out and says nothing of the type.
    case mention
    /// `مستشفى الحسين`: belongs to the name, and is a Location only where the text means the spot.
    case spot
  }

  /// Which names that no gazetteer knows the noun may take.
  enum Unknown: String {
    /// None.
    case no
    /// Any word that is no common word.
    case yes
    /// Words with the article, and beginnings of names such as `تل`.
    case article
    /// Words without the article.
    case foreign
    /// As `foreign`, where an adjective of facilities follows: قاعدة اندروز الجوية.
    case tail
    /// None, and known ones only where an adjective of facilities follows: سوق حلب القديم.
    case ended
    /// Beginnings of names such as `تل`.
    case starter
    /// As `article`, but only beside a place or a direction: `منطقة` stands before much else.
    case zone
  }

  /// Number of the form that stands in the text.
  enum Number: CaseIterable { case one, two, many }

  /// The columns of the table.
  static let columns = ["class", "type", "role", "unknown", "one", "two", "many", "kinds"]

  /// The noun in the singular, for the attribute `class`.
  let singular: String
  /// Whether it ends in ة.
  let isFeminine: Bool
  let type: PlaceType
  let role: Role
  let unknown: Unknown
  /// The kinds of places that bear it, as far as it tells them apart.
  let kinds: [PlaceKind]

  init(_ row: Table.Row, in table: String) throws {
    singular = try row.required("class")
    isFeminine = singular.utf16.last == Letter.taMarbuta
    guard let type = PlaceType(rawValue: row["type"]), let role = Role(rawValue: row["role"]),
      let unknown = Unknown(rawValue: row["unknown"])
    else {
      throw Table.Fault(
        "\(table):\(row.line): type \"\(row["type"])\", role \"\(row["role"])\" or unknown "
          + "\"\(row["unknown"])\" is not one that README.md lists")
    }
    (self.type, self.role, self.unknown) = (type, role, unknown)
    kinds = try row.list("kinds").map { name in
      guard let kind = PlaceKind(rawValue: name) else {
        throw Table.Fault("\(table):\(row.line): there is no kind \"\(name)\"")
      }
      return kind
    }
  }
}

/// The types of a Location.
enum PlaceType: String {
  case country, admin, place, natural, facility, area

  /// The type of a gazetteer's row.
  init(_ kind: PlaceKind) {
    switch kind {
    case .country: self = .country
    case .continent, .region: self = .area
    case .admin1, .admin2, .admin3: self = .admin
    case .capital, .city, .town, .village, .quarter, .camp: self = .place
    case .ocean, .sea, .gulf, .strait, .river, .lake, .canal, .valley, .mountain, .range, .plain,
      .desert, .island, .islands:
      self = .natural
    case .airport, .base, .port, .crossing, .road, .bridge, .dam, .square, .facility:
      self = .facility
    }
  }
}
