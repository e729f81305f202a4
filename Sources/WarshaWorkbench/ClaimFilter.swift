// SPDX-License-Identifier: Apache-2.0

import WarshaModel
import WarshaText

/// Which claims are wanted. Names match in parts and however they are spelled: hamza seats, ta
/// marbuta, diacritics and digits count as in extraction.
package struct ClaimFilter: Sendable {
  /// Part of the source.
  package var source: String?
  /// The stance.
  package var stance: String?
  /// Part of an actor, a place or a date that the content speaks of.
  package var actor: String?
  package var place: String?
  package var date: String?
  /// Part of the content.
  package var about: String?

  /// Lets everything through.
  package init() {}

  /// Whether a claim is wanted.
  package func matches(_ entry: ClaimEntry) -> Bool {
    (stance.map { $0 == entry.stance } ?? true)
      && has(source, in: [entry.source]) && has(about, in: [entry.content])
      && has(actor, in: entry.values(of: "actors"))
      && has(place, in: entry.values(of: "locations"))
      && has(date, in: entry.values(of: "dates"))
  }

  private func has(_ wanted: String?, in texts: [String]) -> Bool {
    guard let wanted else { return true }
    let folded = Self.fold(wanted)
    return texts.contains { Self.contains(Self.fold($0), folded) }
  }

  private static func fold(_ text: String) -> [UInt16] { Analyser.fold(text.utf16) }

  private static func contains(_ text: [UInt16], _ part: [UInt16]) -> Bool {
    guard !part.isEmpty, part.count <= text.count else { return part.isEmpty }
    return (0...text.count - part.count).contains { text[$0..<$0 + part.count].elementsEqual(part) }
  }
}
