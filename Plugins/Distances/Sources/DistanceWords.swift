// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel
import WarshaPluginKit

/// The words around distances, by class.
struct DistanceWords {
  /// What a word does beside a distance.
  struct Classes: OptionSet {
    let rawValue: UInt32
    /// شمال, غربي: a direction from the anchor.
    static let direction = Classes(rawValue: 1)
    /// من, عن: the anchor follows.
    static let origin = Classes(rawValue: 2)
    /// إلى, في: may stand between.
    static let link = Classes(rawValue: 4)
    /// مدينة, أطراف, وسط: a noun before the anchor's name.
    static let noun = Classes(rawValue: 8)
    /// تقع, تبعد, الواقعة: ties a place to the distance.
    static let locative = Classes(rawValue: 16)
    /// بين
    static let between = Classes(rawValue: 32)
    /// بعد, مسافة, بطول: a distance is due.
    static let measure = Classes(rawValue: 64)
    /// مربع, مكعب: no length.
    static let area = Classes(rawValue: 128)
    /// ساعة after a stroke or في: a speed.
    static let per = Classes(rawValue: 256)
    /// واحد
    static let one = Classes(rawValue: 512)
    /// عام, الساعة: the number before م is no length.
    static let age = Classes(rawValue: 1024)
    /// ارتفاع, عمق …: see `kind`.
    static let kind = Classes(rawValue: 2048)
    /// التي, الذي
    static let relative = Classes(rawValue: 1 << 12)
    /// إلى, حتى: may join the two ends of a range.
    static let range = Classes(rawValue: 1 << 13)
    /// بعد, تبعد: how far away something is, never how high or how long.
    static let away = Classes(rawValue: 1 << 14)
    /// ذراع, كيلو: a unit only where a distance is due.
    static let weak = Classes(rawValue: 1 << 15)
    /// مساحته, سرعتها: what follows is no length though its unit looks like one.
    static let other = Classes(rawValue: 1 << 16)
    /// تفصل, الفاصلة: two places lie on both sides of the distance.
    static let separates = Classes(rawValue: 1 << 17)
    /// يربط, الواصل بين: a road leads from one place to another.
    static let connects = Classes(rawValue: 1 << 18)
    /// بينهما: the two places were named before.
    static let both = Classes(rawValue: 1 << 19)
    /// الواقعتين, تبعدان: speaks of two places.
    static let dual = Classes(rawValue: 1 << 20)
    /// هي, هو: the place was named in the clause before.
    static let pronoun = Classes(rawValue: 1 << 21)
    /// ريف, محافظة: the place after it only says where another one is.
    static let region = Classes(rawValue: 1 << 22)
    /// لا, لم
    static let negation = Classes(rawValue: 1 << 23)
    /// عاصمة: the name before it is the place, the one after it the country.
    static let apposition = Classes(rawValue: 1 << 24)

    /// Classes by their names in the table.
    private static let byName: [String: Classes] = [
      "direction": .direction, "origin": .origin, "link": .link, "noun": .noun,
      "locative": .locative, "between": .between, "measure": .measure, "area": .area,
      "per": .per, "one": .one, "age": .age, "relative": .relative, "range": .range,
      "away": .away, "weak": .weak, "other": .other, "separates": .separates,
      "connects": .connects, "both": .both, "dual": .dual, "pronoun": .pronoun,
      "region": .region, "negation": .negation, "apposition": .apposition,
    ]

    init(rawValue: UInt32) { self.rawValue = rawValue }

    init?(name: String) {
      if name.hasPrefix("kind:") {
        self = .kind
      } else if let known = Self.byName[name] {
        self = known
      } else {
        return nil
      }
    }
  }

  private var lexicon = Lexicon()
  /// By entry of the lexicon: the classes of all its rows, and the place of its kind in `kindNames`.
  private var classes: [Classes] = []
  private var kinds: [Int] = []
  private var kindNames = [""]

  init(_ setup: Setup) throws {
    let table = try setup.table("Data/words.tsv", columns: ["form", "class"])
    let folding = setup.folding
    var rows: [(classes: Classes, kind: Int)] = []
    for row in table.rows {
      guard let word = Classes(name: row["class"]) else {
        throw Table.Fault("\(table.name):\(row.line): class \"\(row["class"])\" is unknown")
      }
      lexicon.add(folding.words(try row.required("form")), rows.count)
      let name = word == .kind ? String(row["class"].dropFirst("kind:".count)) : ""
      let kind = kindNames.firstIndex(of: name) ?? kindNames.count
      if kind == kindNames.count { kindNames.append(name) }
      rows.append((word, kind))
    }
    for entry in 0..<lexicon.count {
      var union = Classes()
      var kind = 0
      for payload in lexicon.payloads(of: entry) {
        union.formUnion(rows[Int(payload)].classes)
        if kind == 0 { kind = rows[Int(payload)].kind }
      }
      classes.append(union)
      kinds.append(kind)
    }
  }

  /// All classes of the word or phrase at a token, and how many tokens it covers.
  func classes(at index: Int, in text: AnalysedText) -> (classes: Classes, tokenCount: Int) {
    guard let (match, _) = lexicon.match(in: text, at: index) else { return ([], 1) }
    return (classes[match.entry], match.tokenCount)
  }

  /// The kind of measure that a word names: `height`, `depth`, `width` …
  func kind(at index: Int, in text: AnalysedText) -> String? {
    guard let (match, _) = lexicon.match(in: text, at: index), kinds[match.entry] > 0 else {
      return nil
    }
    return kindNames[kinds[match.entry]]
  }
}
