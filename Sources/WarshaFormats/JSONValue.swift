// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// A value read from JSON.
///
/// Members keep their order, which Foundation's readers lose and which attributes need: they are
/// written as the extractor gave them.
package indirect enum JSONValue: Sendable, Equatable {
  /// A named value of an object.
  package struct Member: Sendable, Equatable {
    /// Its name.
    package var key: String
    /// Its value.
    package var value: JSONValue

    /// Makes a member.
    package init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  case null
  case flag(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// Reads one value that takes up all of the bytes, blanks aside.
  package init(parsing bytes: some Collection<UInt8>) throws(JSONSyntaxError) {
    var parser = JSONParser(Array(bytes))
    self = try parser.whole()
  }

  /// A member of an object, the last of that name; nil when there is none or this is no object.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  /// The string; nil of any other kind.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The whole number; nil of a fraction or any other kind.
  package var integer: Int? {
    if case .number(let value) = self { Int(exactly: value) } else { nil }
  }

  /// The elements; nil of any other kind.
  package var array: [JSONValue]? {
    if case .array(let values) = self { values } else { nil }
  }

  /// A plain value; a list of them is a range, `485..495`; nil of null and objects.
  var scalar: Scalar? {
    switch self {
    case .string(let text): .text(text)
    case .number(let number): .number(number)
    case .flag(let flag): .flag(flag)
    case .array(let values):
      .text(values.compactMap(\.scalar?.description).joined(separator: ".."))
    case .null, .object: nil
    }
  }

  /// Name of the kind, for messages.
  package var kind: String {
    switch self {
    case .null: "null"
    case .flag: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
