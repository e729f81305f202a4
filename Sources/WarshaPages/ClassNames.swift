// SPDX-License-Identifier: Apache-2.0

/// Reads `class` and `id`: `td-related-posts`, `relatedPosts` and `relatedposts` say the same.
struct ClassNames {
  private let words: PageWords
  private var known: [String: PageWords.ClassKind?] = [:]
  /// Longer attributes are made by programs and say nothing.
  private static let longest = 1000
  /// Words that one phrase may have.
  private static let longestPhrase = 4

  init(words: PageWords) { self.words = words }

  /// What the names in an attribute say; content before all else. Remembered, since pages repeat
  /// their names.
  mutating func kind(of attribute: String) -> PageWords.ClassKind? {
    if let kind = known[attribute] { return kind }
    let kind = attribute.utf8.count > Self.longest ? nil : look(attribute)
    known[attribute] = .some(kind)
    return kind
  }

  private func look(_ attribute: String) -> PageWords.ClassKind? {
    var found: PageWords.ClassKind?
    for name in attribute.split(whereSeparator: \.isWhitespace) {
      let parts = Self.parts(of: name)
      for start in parts.indices {
        var key = ""
        for part in parts[start...].prefix(Self.longestPhrase) {
          key += part
          switch words.classes[key] {
          case .content: return .content
          case .comments: found = .comments
          case .furniture: found = found ?? .furniture
          case nil: break
          }
        }
      }
    }
    return found
  }

  /// The words of one name: parted at what is no letter or digit, and where small letters end.
  private static func parts(of name: Substring) -> [String] {
    var spaced = ""
    var wasSmall = false
    for character in name.unicodeScalars {
      let isCapital = ("A"..."Z").contains(character)
      if isCapital && wasSmall { spaced.unicodeScalars.append(" ") }
      wasSmall = ("a"..."z").contains(character)
      spaced.unicodeScalars.append(character)
    }
    return FoldedWords.of(spaced)
  }

  /// A phrase of the table as it is looked for.
  static func key(of phrase: String) -> String { FoldedWords.of(phrase).joined() }
}
