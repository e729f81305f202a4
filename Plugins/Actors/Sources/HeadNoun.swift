// SPDX-License-Identifier: Apache-2.0

/// A class noun of organisations, as `Data/heads.tsv` describes it.
package struct HeadNoun: Sendable {
  /// How many it speaks of.
  package enum Number: String, Sendable { case singular = "sg", plural = "pl", dual = "du" }
  /// When it stands for the body without its name.
  package enum Alone: String, Sendable {
    /// Always: the army, the government.
    case free = "yes"
    /// When the full name has gone before: the ministry, the movement.
    case anaphoric
    case never = "no"
  }
  /// How much a name needs to show beside the noun.
  package enum Weight: String, Sendable {
    /// Any definite complement makes a name.
    case strong
    /// The noun has other senses: the complement must name a field, a nation or a proper name.
    case weak
    /// The noun is a verbal noun or a thing as well: the complement must be a nation or a proper name.
    case named
    /// The noun stays out of names: members, units.
    case out
  }

  /// Type of what it names.
  package var type: ActorType
  /// Number.
  package var number: Number
  /// Whether an unknown word may follow as a proper name.
  package var takesProperName: Bool
  /// Use without a name.
  package var alone: Alone
  /// What a name needs.
  package var weight: Weight
  /// Whether a state has one each, so that the canonical name says of which.
  package var isNational: Bool
  /// Of a dual, the index of the singular; else -1.
  package var base = -1
}
