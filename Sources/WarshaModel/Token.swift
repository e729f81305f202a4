// SPDX-License-Identifier: Apache-2.0

/// What a token is made of.
@frozen public enum TokenKind: UInt8, Sendable {
  /// A word with at least one Arabic letter.
  case arabic = 0
  /// A word of other letters.
  case word = 1
  /// Digits of any of the three sets, with separators inside.
  case number = 2
  /// A punctuation mark; one character.
  case punctuation = 3
  /// A symbol, an emoji or another character; one code point.
  case symbol = 4
}

/// One word, number or mark. Blanks are no tokens.
///
/// The layout is that of `warsha_token` in the plugin contract, so that an array crosses the
/// boundary without being copied. Positions are UTF-16 units.
@frozen public struct Token: Sendable {
  /// Properties that the tokeniser saw.
  @frozen public struct Flags: OptionSet, Sendable {
    /// The set bits.
    public var rawValue: UInt8
    /// Makes a set of flags.
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// No blank stands between this token and the one before.
    public static let glued = Flags(rawValue: 1)
    /// First token of a paragraph.
    public static let startsParagraph = Flags(rawValue: 2)
    /// First token of a sentence.
    public static let startsSentence = Flags(rawValue: 4)
    /// The view holds an alif that لل swallowed: the token begins with ل + ال.
    public static let restoredAlif = Flags(rawValue: 8)
    /// The author wrote diacritics or tatweel.
    public static let hasMarks = Flags(rawValue: 16)
    /// A quotation mark that opens, closes or may do either.
    public static let quote = Flags(rawValue: 32)
  }

  /// First unit in the source.
  public var start: UInt32
  /// Unit after the last one in the source.
  public var end: UInt32
  /// First unit in the view.
  public var viewStart: UInt32
  /// Unit after the last one in the view.
  public var viewEnd: UInt32
  /// Hash of the view's units, as `TextHash` makes it.
  public var hash: UInt64
  /// Raw value of its `TokenKind`.
  public var rawKind: UInt8
  /// Raw value of its `Flags`.
  public var rawFlags: UInt8
  /// Bit n is set when n view units at the front may be proclitics (و ف ب ك ل س); bit 0 never.
  /// Bits 4 to 6: the article stands after 0, 1, 2 such units.
  public var proclitics: UInt8
  /// Bit n is set when n view units at the end may be an enclitic pronoun.
  public var enclitics: UInt8

  /// Makes a token.
  @inlinable public init(
    start: Int, end: Int, viewStart: Int, viewEnd: Int, hash: UInt64, kind: TokenKind,
    flags: Flags = [], proclitics: UInt8 = 0, enclitics: UInt8 = 0
  ) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
    self.viewStart = UInt32(truncatingIfNeeded: viewStart)
    self.viewEnd = UInt32(truncatingIfNeeded: viewEnd)
    self.hash = hash
    self.rawKind = kind.rawValue
    self.rawFlags = flags.rawValue
    self.proclitics = proclitics
    self.enclitics = enclitics
  }

  /// What it is made of.
  @inlinable public var kind: TokenKind { TokenKind(rawValue: rawKind) ?? .symbol }
  /// What the tokeniser saw.
  @inlinable public var flags: Flags { Flags(rawValue: rawFlags) }
  /// Span in the source.
  @inlinable public var range: TextRange { TextRange(Int(start), Int(end)) }
  /// Length in the view.
  @inlinable public var viewCount: Int { Int(viewEnd &- viewStart) }
  /// Whether it is a word of Arabic letters.
  @inlinable public var isArabic: Bool { rawKind == TokenKind.arabic.rawValue }
  /// Whether it is a number in digits.
  @inlinable public var isNumber: Bool { rawKind == TokenKind.number.rawValue }
  /// Whether it is a word of any script.
  @inlinable public var isWord: Bool { rawKind <= TokenKind.word.rawValue }

  /// Whether the article stands after `count` proclitic units (0, 1 or 2).
  @inlinable public func hasArticle(after count: Int) -> Bool {
    proclitics & (16 << UInt8(count)) != 0
  }
  /// Whether `count` units at the front may be proclitics; always true of 0.
  @inlinable public func mayStrip(_ count: Int) -> Bool {
    count == 0 || (count < 4 && proclitics & (1 << UInt8(count)) != 0)
  }
}

/// A sentence: its span and its tokens. Layout as `warsha_sentence`.
public struct Sentence: Sendable {
  /// First unit in the source.
  public var start: UInt32
  /// Unit after the last one in the source.
  public var end: UInt32
  /// Index of its first token.
  public var firstToken: UInt32
  /// Number of its tokens; at least 1.
  public var tokenCount: UInt32

  /// Makes a sentence.
  public init(start: Int, end: Int, firstToken: Int, tokenCount: Int) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
    self.firstToken = UInt32(truncatingIfNeeded: firstToken)
    self.tokenCount = UInt32(truncatingIfNeeded: tokenCount)
  }

  /// Indices of its tokens.
  @inlinable public var tokens: Range<Int> { Int(firstToken)..<Int(firstToken) + Int(tokenCount) }
  /// Span in the source.
  public var range: TextRange { TextRange(Int(start), Int(end)) }
}
