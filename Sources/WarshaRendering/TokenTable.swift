// SPDX-License-Identifier: Apache-2.0

/// The tokens of a text, a row each.
package struct TokenTable {
  /// What is known about a token, ready to print.
  package struct Row: Sendable {
    /// Number in the text.
    package var index: Int
    /// As the author wrote it.
    package var text: String
    /// As the folded view has it.
    package var view: String
    /// What it is made of: `arabic`, `number` ….
    package var kind: String
    /// Ways to take clitics off, parts joined by `+`.
    package var splits: [String]
    /// What the tokeniser saw: `glued`, `quote` ….
    package var flags: [String]

    /// Makes a row.
    package init(
      index: Int, text: String, view: String, kind: String, splits: [String] = [],
      flags: [String] = []
    ) {
      self.index = index
      self.text = text
      self.view = view
      self.kind = kind
      self.splits = splits
      self.flags = flags
    }
  }

  /// The tokens, in text order.
  package var rows: [Row]

  /// Makes a table.
  package init(_ rows: [Row]) { self.rows = rows }

  /// Columns `#`, kind, flags, text, view (`=` where folding changes nothing), splits.
  package func rendered(_ style: Style = .plain) -> String {
    var table = TextTable([
      .init("#", .right), .init("kind"), .init("flags"), .init("text"), .init("view"),
      .init("splits"),
    ])
    table.rows = rows.map { row in
      [
        .init(String(row.index), .dim), .init(row.kind), .init(row.flags.joined(separator: " ")),
        .init(row.text, .bold), row.view == row.text ? .init("=", .dim) : .init(row.view),
        .init(row.splits.joined(separator: " | ")),
      ]
    }
    return table.rendered(style)
  }
}
