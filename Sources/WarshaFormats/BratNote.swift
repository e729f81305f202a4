// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// The text of an `AnnotatorNotes` line: `key=value; key=value`.
///
/// A value may hold anything: backslash, line break, tab and semicolon are written as `\\`, `\n`,
/// `\r`, `\t` and `\;`. A semicolon that no key follows needs no escape when read.
package enum BratNote {
  /// One attribute.
  package struct Pair: Sendable, Equatable {
    package var key: String
    package var value: String
  }

  /// The attributes of a note; nil when it does not begin with `key=`.
  package static func pairs(in note: String) -> [Pair]? {
    let scalars = Array(note.unicodeScalars)
    var pairs: [Pair] = []
    guard var (key, at) = self.key(in: scalars, from: 0) else { return nil }
    var value = String.UnicodeScalarView()
    while at < scalars.count {
      let scalar = scalars[at]
      if scalar == "\\", at + 1 < scalars.count, let plain = escapes[scalars[at + 1]] {
        value.append(plain)
        at += 2
      } else if scalar == ";", let (next, begin) = self.key(in: scalars, from: at + 1) {
        pairs.append(Pair(key: key, value: trimmed(value)))
        (key, at) = (next, begin)
        value = String.UnicodeScalarView()
      } else {
        value.append(scalar)
        at += 1
      }
    }
    // A last semicolon ends the note and belongs to no value.
    if value.last == ";", scalars.last == ";", !note.hasSuffix("\\;") { value.removeLast() }
    return pairs + [Pair(key: key, value: trimmed(value))]
  }

  /// The note of attributes.
  package static func text(of pairs: [Pair]) -> String {
    pairs.map { pair in
      var value = String.UnicodeScalarView()
      for scalar in pair.value.unicodeScalars {
        if let letter = escapes.first(where: { $0.value == scalar })?.key {
          value.append("\\")
          value.append(letter)
        } else {
          value.append(scalar)
        }
      }
      return pair.key + "=" + String(value)
    }.joined(separator: "; ")
  }

  /// The value that a text stands for: a number or a flag when it is exactly how one is written,
  /// or when `key` is one of the numbers of ANNOTATION.
  static func scalar(_ text: String, key: String) -> Scalar {
    let numeric: Set<String> = ["lat", "lon", "min", "max", "metres"]
    if let number = Double(text), number.isFinite,
      numeric.contains(key) || Scalar.number(number).description == text
    {
      return .number(number)
    }
    return text == "true" ? .flag(true) : text == "false" ? .flag(false) : .text(text)
  }

  private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
    "\\": "\\", "n": "\n", "r": "\r", "t": "\t", ";": ";",
  ]

  /// A key that begins at a place, blanks before it aside, and where its value begins.
  private static func key(in scalars: [Unicode.Scalar], from start: Int) -> (String, Int)? {
    var at = start
    while at < scalars.count, scalars[at] == " " { at += 1 }
    let first = at
    while at < scalars.count, isKeyScalar(scalars[at]) { at += 1 }
    guard at > first, at < scalars.count, scalars[at] == "=" else { return nil }
    var key = String.UnicodeScalarView()
    key.append(contentsOf: scalars[first..<at])
    return (String(key), at + 1)
  }

  private static func isKeyScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar == "_" || scalar == "-" || scalar == "."
  }

  private static func trimmed(_ value: String.UnicodeScalarView) -> String {
    var value = Substring.UnicodeScalarView(value)
    while value.first == " " { value.removeFirst() }
    while value.last == " " { value.removeLast() }
    return String(value)
  }
}
