// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Gathers characters and marks, wraps them by words and paints them at the last moment.
struct HighlightLine {
  /// A character of the text or a mark, with its colour.
  private struct Piece {
    var text: String
    var ink: Ink?
    var width: Int
  }

  private let style: Style
  private var result = ""
  /// Pieces since the last place where the line may break.
  private var word: [Piece] = []
  private var column = 0
  private var endsInBlank = false
  private var openInk: Ink?

  init(style: Style) { self.style = style }

  /// Adds a character of the text.
  mutating func append(_ scalar: Unicode.Scalar, _ ink: Ink?) {
    if scalar == "\n" {
      endWord()
      write("\n", nil)
      column = 0
      return
    }
    let isBlank = scalar.properties.isWhitespace && !Self.isUnbreakable(scalar)
    if endsInBlank && !isBlank { endWord() }
    let shown = style.width == nil || scalar == "\t" ? scalar : Style.visible(scalar)
    let width = scalar == "\t" ? 8 : DisplayWidth.of(shown)  // at most; a wrapped line may be short
    word.append(Piece(text: String(shown), ink: ink, width: width))
    endsInBlank = isBlank
  }

  /// Marks where a span begins; a shared one shares text with another.
  mutating func openSpan(_ annotation: Annotation, isShared: Bool) {
    if endsInBlank { endWord() }
    if isMarked(isShared) { mark("[", annotation) }
    if style.isolates && !isShared { mark(Style.firstStrongIsolate, nil) }
  }

  /// Marks where a span ends.
  mutating func closeSpan(_ annotation: Annotation, isShared: Bool) {
    // Isolates must nest, spans that share text need not: those get none.
    if style.isolates && !isShared { mark(Style.popDirectionalIsolate, nil) }
    if isMarked(isShared) { mark("]" + LabelCode.of(annotation.label), annotation) }
  }

  /// Everything that was added.
  mutating func finish() -> String {
    endWord()
    write("", nil)
    return result
  }

  private func isMarked(_ isShared: Bool) -> Bool { !style.colour || isShared }

  private mutating func mark(_ text: String, _ annotation: Annotation?) {
    let ink = annotation.map { Ink.label($0.label) }
    word.append(Piece(text: text, ink: ink, width: DisplayWidth.of(text)))
  }

  /// Puts the word into the line or at the start of the next; its blanks may hang over the edge.
  private mutating func endWord() {
    let blanks = word.reversed().prefix {
      $0.text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }
    let width = word.dropLast(blanks.count).reduce(0) { $0 + $1.width }
    if let limit = style.width, column > 0, column + width > limit {
      write("\n", nil)
      column = 0
    }
    for piece in word { write(piece.text, piece.ink) }
    column += word.reduce(0) { $0 + $1.width }
    word = []
    endsInBlank = false
  }

  /// Writes and changes colour where it must; no colour is open across a line end.
  private mutating func write(_ text: String, _ ink: Ink?) {
    if style.colour && ink != openInk {
      if openInk != nil { result += "\u{1B}[0m" }
      if let ink { result += "\u{1B}[\(ink.code)m" }
      openInk = ink
    }
    result += text
  }

  /// No-break space, figure space, narrow no-break space.
  private static func isUnbreakable(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{A0}" || scalar == "\u{2007}" || scalar == "\u{202F}"
  }
}
