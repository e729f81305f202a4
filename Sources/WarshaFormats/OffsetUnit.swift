// SPDX-License-Identifier: Apache-2.0

/// What offsets count in files that leave Warsha.
package enum OffsetUnit: String, Sendable, CaseIterable {
  /// Unicode code points: Python, brat, and the contract's default.
  case codepoint
  /// Bytes of the text in UTF-8.
  case utf8
  /// UTF-16 code units: JavaScript, Java, ICU.
  case utf16
}
