// SPDX-License-Identifier: Apache-2.0

/// What introduces the content of a cue.
struct Marker {
  enum Kind: String { case that, colon, quote, preposition, object }
  var kind: Kind
  /// Token before which the source ends.
  var limit: Int
  /// First token of the content and its proclitic units to leave out.
  var content: Int
  var front = 0
}
