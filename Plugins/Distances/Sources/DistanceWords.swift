// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel
import WarshaPluginKit

/// The words around distances, by class.
struct DistanceWords {
  /// What a word does beside a distance.
  struct Classes: OptionSet {
    let rawValue: UInt16
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
    static let relative = Classes(rawValue: 4096)

    init(rawValue: UInt16) { self.rawValue = rawValue }

    init?(name: String) {
      switch name {
      case "direction": self = .direction
      case "origin": self = .origin
      case "link": self = .link
      case "noun": self = .noun
      case "locative": self = .locative
      case "between": self = .between
      case "measure": self = .measure
      case "area": self = .area
      case "per": self = .per
      case "one": self = .one
      case "age": self = .age
      case "relative": self = .relative
      case _ where name.hasPrefix("kind:"): self = .kind
      default: return nil
      }
    }
  }

  private var lexicon = Lexicon()
  private var classes: [Classes] = []
  private var kinds: [String] = []

  init(_ setup: Setup) throws {
    let table = try setup.table("Data/words.tsv", columns: ["form", "class"])
    let folding = setup.folding
    for row in table.rows {
      guard let word = Classes(name: row["class"]) else {
        throw Table.Fault("\(table.name):\(row.line): class \"\(row["class"])\" is unknown")
      }
      lexicon.add(folding.words(try row.required("form")), classes.count)
      classes.append(word)
      kinds.append(word == .kind ? String(row["class"].dropFirst("kind:".count)) : "")
    }
  }

  /// All classes of the word or phrase at a token, and how many tokens it covers.
  func classes(at index: Int, in text: AnalysedText) -> (classes: Classes, tokenCount: Int) {
    guard let (match, _) = lexicon.match(in: text, at: index) else { return ([], 1) }
    var union = Classes()
    for payload in lexicon.payloads(of: match.entry) { union.formUnion(classes[Int(payload)]) }
    return (union, match.tokenCount)
  }

  /// The kind of measure that a word names: `height`, `depth`, `width` …
  func kind(at index: Int, in text: AnalysedText) -> String? {
    guard let (match, _) = lexicon.match(in: text, at: index) else { return nil }
    return lexicon.payloads(of: match.entry).map { kinds[Int($0)] }.first { !$0.isEmpty }
  }
}
