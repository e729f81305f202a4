// SPDX-License-Identifier: Apache-2.0

import WarshaFormats
import WarshaModel

/// The source of a page made fit for libxml2: without what no text of an article is in, and without
/// what costs time beyond measure.
///
/// Left out are comments, declarations, scripts but those of JSON-LD, style sheets, control
/// characters (libxml2 takes a NUL for the end), and attributes from the 200th of a tag on (libxml2
/// compares each with all before it). Complexity: O(page).
struct Markup {
  /// The source in UTF-8.
  private(set) var bytes: [UInt8] = []
  /// Whether there is a tag in it.
  private(set) var hasTags = false
  /// Whether it was so long that its end was left out.
  let isCut: Bool

  /// UTF-16 units; a hundred times the length of a long article with all its scripts.
  private static let longest = 1 << 23
  private static let mostAttributes = 200

  private let source: [UInt8]
  private var at = 0
  private var hasNoMoreComments = false

  init(_ text: SourceText) {
    isCut = text.count > Self.longest
    let units = isCut ? Array(text.units.prefix(Self.longest)) : text.units
    source = UTF8Bytes.of(isCut ? SourceText(units: units) : text)
    bytes.reserveCapacity(source.count)
    // A byte order mark is none of the text.
    if source.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    while at < source.count { step() }
  }

  private mutating func step() {
    let byte = source[at]
    if byte != UInt8(ascii: "<") || at + 1 == source.count { return keep(byte) }
    let next = source[at + 1]
    if Self.isLetter(next) {
      tag()
    } else if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
      if starts(with: "<!--") { comment() } else { skip(past: ">") }
    } else {
      if next == UInt8(ascii: "/") { hasTags = true }
      keep(byte)
    }
  }

  private mutating func keep(_ byte: UInt8) {
    if byte >= 0x20 || Blanks.isBlank(byte) { bytes.append(byte) }
    at += 1
  }

  /// Leaves out a comment. One without an end goes to the next `>`: better some of its text than
  /// none of the page's.
  private mutating func comment() {
    if !hasNoMoreComments, let end = find("-->", from: at + 4) {
      at = end + 3
    } else {
      hasNoMoreComments = true
      skip(past: ">")
    }
  }

  private mutating func tag() {
    hasTags = true
    let start = at
    let written = bytes.count
    keep(source[at])
    while at < source.count, Self.isLetter(source[at]) || Self.isDigit(source[at]) {
      keep(source[at])
    }
    let name = source[start + 1..<at]
    var count = 0
    while at < source.count, source[at] != UInt8(ascii: ">") {
      if Blanks.isBlank(source[at]) || source[at] == UInt8(ascii: "/") {
        keep(source[at])
        continue
      }
      count += 1
      let kept = bytes.count
      attribute()
      if count > Self.mostAttributes { bytes.removeSubrange(kept...) }
    }
    if at < source.count { keep(source[at]) }
    for raw in ["script", "style"] where Self.isEqual(name, raw) {
      let isData = Self.contains(source[start..<at], "ld+json")
      let end = find("</" + raw, from: at) ?? source.count
      if isData {
        bytes += source[at..<end].filter { $0 != 0 }
      } else {
        bytes.removeSubrange(written...)
      }
      // The end tag of what is gone is gone too.
      at = end
      if !isData { skip(past: ">") }
    }
  }

  /// Keeps a name with its value, to the blank or the `>` behind it.
  private mutating func attribute() {
    while at < source.count {
      let byte = source[at]
      if byte == UInt8(ascii: ">") || Blanks.isBlank(byte) { break }
      keep(byte)
      if byte == UInt8(ascii: "=") { return value() }
    }
    // The equals sign may stand apart.
    var next = at
    while next < source.count, Blanks.isBlank(source[next]) { next += 1 }
    if next < source.count, source[next] == UInt8(ascii: "=") {
      at = next
      keep(source[at])
      value()
    }
  }

  private mutating func value() {
    while at < source.count, Blanks.isBlank(source[at]) { at += 1 }
    guard at < source.count else { return }
    let quote = source[at]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      repeat { keep(source[at]) } while at < source.count && source[at] != quote
      if at < source.count { keep(quote) }
      return
    }
    while at < source.count, source[at] != UInt8(ascii: ">"), !Blanks.isBlank(source[at]) {
      keep(source[at])
    }
  }

  // MARK: Looking

  private mutating func skip(past byte: Unicode.Scalar) {
    at = (source[at...].firstIndex(of: UInt8(ascii: byte)) ?? source.count - 1) + 1
  }

  private func starts(with text: StaticString) -> Bool {
    source.count - at >= text.utf8CodeUnitCount
      && (0..<text.utf8CodeUnitCount).allSatisfy { source[at + $0] == text.utf8Start[$0] }
  }

  /// The first place of an ASCII text in small letters, whatever the case there.
  private func find(_ text: String, from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    guard source.count - wanted.count >= start else { return nil }
    return source.withUnsafeBufferPointer { source in
      (start...source.count - wanted.count).first { place in
        source[place] == wanted[0]
          && wanted.indices.allSatisfy { Self.small(source[place + $0]) == wanted[$0] }
      }
    }
  }

  private static func isEqual(_ name: ArraySlice<UInt8>, _ word: String) -> Bool {
    name.lazy.map(small).elementsEqual(word.utf8)
  }

  private static func contains(_ tag: ArraySlice<UInt8>, _ word: String) -> Bool {
    String(decoding: tag.prefix(1000), as: UTF8.self).lowercased().contains(word)
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
  }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(small(byte)) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
