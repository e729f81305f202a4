// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// One document of an evaluation: what is right and what was found.
package struct EvaluationCase: Sendable {
  /// Name of the document.
  package var id: String
  /// The gold annotations; nil when there are none, and then the document is not scored.
  package var gold: AnnotationSet?
  /// What was predicted; nil when nothing was, and then all gold counts as missed.
  package var predicted: AnnotationSet?
  /// Groups that get figures of their own, such as `topic:politics`.
  package var groups: [String]

  /// Makes a case.
  package init(
    id: String, gold: AnnotationSet?, predicted: AnnotationSet?, groups: [String] = []
  ) {
    self.id = id
    self.gold = gold
    self.predicted = predicted
    self.groups = groups
  }
}
