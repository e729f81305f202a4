// SPDX-License-Identifier: Apache-2.0

/// The tables of the module: what stands around articles, and how pages name their dates.
package struct PageWords: Sendable {
  /// What a class or id says of its element.
  enum ClassKind: Sendable {
    case content, comments, furniture
  }

  /// Names of elements that never hold text of an article.
  private(set) var voidElements: Set<String> = []
  /// Names of elements that stand around an article unless most of the text is in them.
  private(set) var partElements: Set<String> = []
  /// ARIA roles of furniture.
  private(set) var roles: Set<String> = []
  /// Values of `itemprop` that are no text, in lower case.
  private(set) var properties: Set<String> = []
  /// Words in class names, folded and without blanks.
  private(set) var classes: [String: ClassKind] = [:]
  /// Openings of lines that lead to other articles.
  private(set) var labels = PhraseSet()
  /// Whole lines behind which an article is over.
  private(set) var endings = PhraseSet()
  /// Whole lines that are buttons.
  private(set) var buttons = PhraseSet()
  /// Agencies, owners and the like that pictures are credited to.
  private(set) var credits = PhraseSet()
  /// Rank of a name of `<meta>` or `itemprop`, by field.
  private(set) var metadata: [MetadataField: [String: Int]] = [:]

  /// Reads the tables.
  ///
  /// - Parameters:
  ///   - furniture: Bytes of `furniture.tsv`.
  ///   - metadata: Bytes of `metadata.tsv`.
  package init(furniture: [UInt8], metadata: [UInt8]) {
    for row in Self.rows(of: furniture) where row.count >= 2 {
      let words = row[1]
      switch row[0] {
      case "void": voidElements.insert(words)
      case "part": partElements.insert(words)
      case "role": roles.insert(words)
      case "itemprop": properties.insert(words)
      case "class": classes[ClassNames.key(of: words)] = .furniture
      case "comments": classes[ClassNames.key(of: words)] = .comments
      case "content": classes[ClassNames.key(of: words)] = .content
      case "label": labels.insert(words)
      case "end": endings.insert(words)
      case "line": buttons.insert(words)
      case "credit": credits.insert(words)
      default: break
      }
    }
    for row in Self.rows(of: metadata) where row.count >= 3 {
      guard let field = MetadataField(rawValue: row[0]), let rank = Int(row[2]) else { continue }
      self.metadata[field, default: [:]][row[1]] = rank
    }
  }

  /// The rows of a table behind its header.
  private static func rows(of table: [UInt8]) -> some Sequence<[String]> {
    table.split(separator: 0x0A).lazy.filter { $0.first != UInt8(ascii: "#") }.dropFirst().map {
      $0.split(separator: 0x09, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }
}
