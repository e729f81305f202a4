// SPDX-License-Identifier: Apache-2.0

/// A line of the text of a page, with what tells whether it belongs to the article.
struct PageLine {
  /// What parts it from the line before.
  enum Break {
    /// A newline: the next line of a list or table, or a line break.
    case line
    /// An empty line.
    case paragraph
  }

  /// UTF-8, blanks collapsed.
  var bytes: [UInt8] = []
  /// First text of it; -1 when it is no part of the page.
  var node: Int
  /// The block that it stands in; -1 at the top.
  var block: Int
  /// The line of a list or table that it is or is in; -1 of none.
  var item = -1
  /// Whether the line is a caption of a picture.
  var isCaption = false
  /// Whether it is a line of a list.
  var isOfList = false
  var start = Break.paragraph
  /// Characters in all, and in links; blanks left out.
  var length = 0
  var linked = 0

  /// The line as a string.
  var text: String { String(decoding: bytes, as: UTF8.self) }
  /// Share of it in links.
  var linkShare: Double { length == 0 ? 0 : Double(linked) / Double(length) }
}
