// SPDX-License-Identifier: Apache-2.0

/// The title of a page without the name of its site.
struct PageTitle {
  let text: String
  /// Where it was found.
  let source: String

  /// What stands between headline and site, blanks around it.
  private static let separators = [
    "|", "-", "–", "—", "::", ":", "»", "«", "•", "·", "/", "\\", "~",
  ]
  /// Words that the name of a site has at most.
  private static let longestSite = 5

  /// Seeks the title: og:title and its like, JSON-LD, the headline, `<title>`.
  static func find(
    meta: MetaTags, linked: LinkedData, headline: Headline?, document: String?, site: String?
  ) -> PageTitle? {
    let places: [(String?, String)] = [
      (meta[.title].first, "meta"), (linked.headline, "JSON-LD"), (headline?.text, "the headline"),
      (document, "the title element"),
    ]
    for (text, source) in places {
      guard let text = text.map(Blanks.collapsed), !text.isEmpty else { continue }
      let bare = withoutSite(
        text, site: site, headline: headline?.text, source == "the title element")
      if FoldedWords.of(bare).isEmpty
        || FoldedWords.key(of: bare) == site.map({ FoldedWords.key(of: $0) })
      {
        continue
      }
      return PageTitle(text: bare, source: source)
    }
    return nil
  }

  /// Cuts the site's name off.
  ///
  /// `site` is its name, where the page tells it; `headline` what the page shows: the title is cut
  /// where it ends; `mayGuess` whether a short last part counts as the site without either.
  static func withoutSite(
    _ title: String, site: String?, headline: String?, _ mayGuess: Bool
  ) -> String {
    let parts = self.parts(of: title)
    guard parts.count > 1 else { return title }
    let keys = parts.map { FoldedWords.key(of: $0.text) }
    let siteKey = site.map { FoldedWords.key(of: $0) } ?? ""
    let headlineKey = headline.map { FoldedWords.key(of: $0) } ?? ""
    // As much of the beginning as the headline says.
    if !headlineKey.isEmpty {
      for count in stride(from: parts.count - 1, to: 0, by: -1)
      where FoldedWords.key(of: joined(parts[..<count])) == headlineKey {
        return joined(parts[..<count])
      }
      for first in 1..<parts.count
      where FoldedWords.key(of: joined(parts[first...])) == headlineKey {
        return joined(parts[first...])
      }
    }
    if !siteKey.isEmpty {
      if keys.last == siteKey { return joined(parts.dropLast()) }
      if keys.first == siteKey { return joined(parts.dropFirst()) }
    }
    let last = FoldedWords.of(parts[parts.count - 1].text).count
    let rest = FoldedWords.of(joined(parts.dropLast())).count
    return mayGuess && last <= longestSite && rest > last ? joined(parts.dropLast()) : title
  }

  private typealias Part = (separator: String, text: String)

  /// The title parted at its separators.
  private static func parts(of title: String) -> [Part] {
    var parts: [Part] = [("", "")]
    for word in title.split(separator: " ") {
      if separators.contains(String(word)) {
        parts.append((String(word), ""))
      } else {
        parts[parts.count - 1].text += (parts[parts.count - 1].text.isEmpty ? "" : " ") + word
      }
    }
    return parts.filter { !$0.text.isEmpty }
  }

  private static func joined(_ parts: some Collection<Part>) -> String {
    parts.reduce("") { $0.isEmpty ? $1.text : "\($0) \($1.separator) \($1.text)" }
  }
}
