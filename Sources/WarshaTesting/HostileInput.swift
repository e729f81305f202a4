// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// A document that has broken extractors before, or would.
public struct HostileInput: Sendable {
  /// Its name in violations.
  public var name: String
  /// The document.
  public var document: Document
  /// Whether it is so long that once is enough.
  public var isLong: Bool

  /// Makes an input; `date` nil is a document without one.
  public init(
    _ name: String, _ text: SourceText, date: String? = "2024-12-06", isLong: Bool = false
  ) {
    self.name = name
    self.isLong = isLong
    document = Document(id: name, text: text, date: date)
  }

  private static let space: UInt16 = 0x20
  private static let newline: UInt16 = 0x0A
  private static let dal: UInt16 = 0x062F
  private static let nine: UInt16 = 0x39

  /// All inputs, made of a sample in which the extractor finds something.
  public static func all(from sample: String) -> [HostileInput] {
    let units = Array(sample.utf16)
    return [HostileInput("the sample", SourceText(sample))]
      + withoutWords() + transformed(units) + exhausting(units)
  }

  /// Texts in which there is nothing to find.
  static func withoutWords() -> [HostileInput] {
    [
      HostileInput("empty text", SourceText("")),
      HostileInput("only blanks", SourceText(" \t\u{A0}\u{2003}\u{3000}\r\n\n\u{85}\u{2028} ")),
      HostileInput("only diacritics", SourceText(units: Array(0x064B...0x0655) + [0x0670])),
      HostileInput(
        "diacritics after blanks",
        SourceText(units: (UInt16(0x064B)...0x0652).flatMap { [space, $0] })),
      HostileInput("only tatweel", SourceText(units: [UInt16](repeating: 0x0640, count: 100))),
      HostileInput("only bidi controls", SourceText("\u{200E}\u{200F}\u{202B}\u{2067}\u{2069}")),
      HostileInput(
        "only controls", SourceText(units: Array(0x00...0x1F) + [0x7F, 0xFEFF, 0xFFFF])),
      HostileInput(
        "only punctuation", SourceText("...!!!\u{60C}\u{61B}\u{61F}«»“”()[]{}--—/\\%#@&*")),
      HostileInput(
        "emoji outside the BMP",
        SourceText(
          "\u{1F600}5\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{1F1F8}\u{1F1FE}\u{1F1F1}")),
      HostileInput(
        "Latin only", SourceText("On 6 December 2024, U.N. officials in Paris said: \"3.5 km\".")),
      HostileInput("lone surrogates", SourceText(units: [0xD800, space, 0xDC00, 0xDBFF, 0xD83D])),
    ]
  }

  /// The sample as other people type it.
  static func transformed(_ units: [UInt16]) -> [HostileInput] {
    let crlf = units.flatMap { unit -> [UInt16] in unit == newline ? [0x0D, newline] : [unit] }
    let marks = units.flatMap { unit -> [UInt16] in
      unit == space ? [0x200F, space, 0x2067] : [unit]
    }
    let emoji = units.flatMap { unit -> [UInt16] in
      unit == space ? [space, 0xD83D, 0xDE00, space] : [unit]
    }
    let lone = units.enumerated().flatMap { index, unit -> [UInt16] in
      index % 7 == 3 ? [unit, index % 2 == 0 ? 0xD83D : 0xDE00] : [unit]
    }
    let glued = units.filter { $0 != space && $0 != newline }
    return [
      HostileInput("CRLF", SourceText(units: crlf)),
      HostileInput("RLM and isolates around words", SourceText(units: marks)),
      HostileInput("emoji between words", SourceText(units: emoji)),
      HostileInput("lone surrogates in words", SourceText(units: lone)),
      HostileInput("canonically decomposed", Mutation.decomposed.applied(to: units, seed: 1).text),
      HostileInput("presentation forms", SourceText(units: units.map(presentationForm(of:)))),
      HostileInput("no document date", SourceText(units: units), date: nil),
      HostileInput("a document date that is none", SourceText(units: units), date: "yesterday"),
      HostileInput("no blanks", SourceText(units: glued)),
      HostileInput("cut in the middle", SourceText(units: Array(units.prefix(units.count / 2)))),
      HostileInput("backwards", SourceText(units: units.reversed())),
    ]
  }

  /// Texts that make quadratic loops and recursion show.
  static func exhausting(_ units: [UInt16]) -> [HostileInput] {
    var line: [UInt16] = []
    let unbroken = units.map { $0 == newline || $0 == 0x2E ? space : $0 }
    var bytes = 0
    while bytes < 1_000_000 {
      line += unbroken
      bytes += unbroken.count * 2  // nearly all letters have two bytes in UTF-8
    }
    let quotes: [UInt16] = (0..<10_000).flatMap { [[0xAB, 0x22, 0x201C][$0 % 3], dal, space] }
    let brackets = [UInt16](repeating: 0x28, count: 10_000) + units
    return [
      HostileInput("one line of 1 MB", SourceText(units: line), isLong: true),
      HostileInput("10,000 unclosed quotation marks", SourceText(units: quotes)),
      HostileInput("10,000 open brackets", SourceText(units: brackets)),
      HostileInput(
        "a word of 20,000 letters", SourceText(units: .init(repeating: dal, count: 20_000))),
      HostileInput("20,000 digits", SourceText(units: .init(repeating: nine, count: 20_000))),
      HostileInput(
        "10,000 numbers", SourceText(units: (0..<20_000).map { $0 % 2 == 0 ? nine : space })),
      HostileInput(
        "10,000 lines", SourceText(units: (0..<20_000).map { $0 % 2 == 0 ? dal : newline })),
    ]
  }

  /// The isolated presentation form (block FE70) of the basic letters.
  private static func presentationForm(of unit: UInt16) -> UInt16 {
    switch unit {
    case 0x0622: 0xFE81
    case 0x0623: 0xFE83
    case 0x0624: 0xFE85
    case 0x0625: 0xFE87
    case 0x0626: 0xFE89
    case 0x0627: 0xFE8D
    case 0x0628: 0xFE8F
    case 0x0629: 0xFE93
    case 0x062A...0x062E: 0xFE95 + 4 * (unit - 0x062A)
    case 0x062F...0x0632: 0xFEA9 + 2 * (unit - 0x062F)
    case 0x0633...0x063A: 0xFEB1 + 4 * (unit - 0x0633)
    case 0x0641...0x0647: 0xFED1 + 4 * (unit - 0x0641)
    case 0x0648: 0xFEED
    case 0x0649: 0xFEEF
    case 0x064A: 0xFEF1
    default: unit
    }
  }
}
