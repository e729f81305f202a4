// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// A number found in a text, in digits, in words or in both (`1.5 مليون`).
public struct NumberPhrase: Sendable, Equatable {
  /// What form the number has.
  public enum Form: Sendable {
    case digits, words, ordinal, fraction
    /// بضعة, عدة: a few.
    case few
    /// عشرات, مئات: the smallest such number is the value.
    case vague
  }

  /// Index of the first token.
  public var first: Int
  /// Proclitic view units at the front of the first token that are outside.
  public var front: Int
  /// Index of the last token.
  public var last: Int
  /// The value.
  public var value: Double
  /// What form it has.
  public var form: Form
  /// Whether a word for thousand, million … ends it, as in `مليون ونصف المليون`.
  public var endsInScale = false

  /// Makes a phrase.
  public init(first: Int, front: Int, last: Int, value: Double, form: Form) {
    self.first = first
    self.front = front
    self.last = last
    self.value = value
    self.form = form
  }
}
