// SPDX-License-Identifier: Apache-2.0

/// The attributes that reading a page depends on; all others are dropped while it is read.
enum PageAttribute: String, CaseIterable, Sendable {
  case ariaHidden = "aria-hidden"
  case content, datetime, hidden, id, itemprop, name, property, pubdate, role, style, title, type
  case words = "class"

  /// The attribute of a name in lower case; nil of one that is of no use.
  static func named(_ name: String) -> PageAttribute? { byName[name] }

  private static let byName = Dictionary(
    uniqueKeysWithValues: PageAttribute.allCases.map { ($0.rawValue, $0) })
}
