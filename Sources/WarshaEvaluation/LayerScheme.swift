// SPDX-License-Identifier: Apache-2.0

/// What is counted and what is rated in a layer.
package struct LayerScheme: Sendable, Equatable {
  /// Name of the layer; `relations` are those of distances to locations.
  package let layer: String
  /// Names of what is counted, the first of them the one that decides right or wrong.
  package let counted: [String]
  /// Names of what is rated over matched pairs.
  package let rated: [String]

  /// The layers of ANNOTATION, in the order of reports.
  package static let known: [LayerScheme] = [
    LayerScheme(
      layer: "locations", counted: ["strict", "overlap"],
      rated: ["type", "value", "coordinates", "within_10km", "within_25km"]),
    LayerScheme(layer: "actors", counted: ["strict", "overlap"], rated: ["type", "value"]),
    LayerScheme(
      layer: "distances", counted: ["strict", "overlap", "end_to_end"],
      rated: ["type", "value", "modifier", "modifier_marked"]),
    LayerScheme(
      layer: "dates", counted: ["strict", "overlap", "end_to_end"],
      rated: ["type", "value", "mod", "mod_marked"]),
    LayerScheme(layer: "relations", counted: ["strict"], rated: []),
    LayerScheme(
      layer: "claims", counted: ["claim", "cue_overlap", "claim_strict", "cue_strict"],
      rated: [
        "source", "source_overlap", "content_token_f1", "stance", "stance_marked", "quote",
      ]),
  ]

  /// The scheme of a layer; one that ANNOTATION does not know, made by a plugin, is scored like
  /// actors.
  package static func of(_ layer: String) -> LayerScheme {
    known.first { $0.layer == layer }
      ?? LayerScheme(layer: layer, counted: ["strict", "overlap"], rated: ["type", "value"])
  }

  /// The level of a pair (`PairGrade`) from which it counts, in the order of `counted`; nil counts
  /// equal cues.
  static let levels: [Int?] = [2, 1, 3, nil]
}
