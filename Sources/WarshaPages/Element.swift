// SPDX-License-Identifier: Apache-2.0

/// The elements that reading a page depends on.
enum Element: String, CaseIterable, Sendable {
  /// A stretch of text; no element of HTML.
  case text = "#text"
  /// Any element that is not named here: it neither begins a line nor ends one.
  case other = "#other"

  case a, br, hr, html, meta, pre, script, style, time, title
  case address, article, aside, blockquote, body, caption, center, dd, details, div, dl, dt
  case fieldset, figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, header, hgroup, legend
  case li, main, menu, nav, ol, p, section, summary, table, tbody, td, tfoot, th, thead, tr, ul

  /// The element of a name in lower case.
  static func named(_ name: String) -> Element { byName[name] ?? .other }

  private static let byName = Dictionary(
    uniqueKeysWithValues: Element.allCases.map { ($0.rawValue, $0) })

  /// Whether its text stands in lines of its own.
  var isBlock: Bool {
    switch self {
    case .text, .other, .a, .br, .meta, .script, .style, .time, .title: false
    default: true
    }
  }

  /// Whether it is a line of a list or a table.
  var isItem: Bool {
    switch self {
    case .li, .tr, .dt, .dd: true
    default: false
    }
  }

  /// Whether it is a cell of a table.
  var isCell: Bool { self == .td || self == .th }

  /// Whether it is a heading.
  var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }
}
