// SPDX-License-Identifier: Apache-2.0

import WarshaEvaluation
import WarshaModel

/// A text of our own, with its spans found by phrase.
struct Fixture {
  var document: Document

  init(
    _ text: String = "قال المرصد إن الجيش في مدينة حمص على بعد 5 كم من حماة منذ مساء الجمعة",
    id: String = "a"
  ) {
    document = Document(id: id, text: SourceText(text))
  }

  /// The span of the first place where a phrase stands.
  func range(_ phrase: String) -> TextRange {
    let wanted = Array(phrase.utf16)
    let units = document.text.units
    let start = units.indices.first { units[$0...].starts(with: wanted) } ?? 0
    return TextRange(start, start + wanted.count)
  }

  func annotation(
    _ layer: String, _ phrase: String, type: String = "place", value: Scalar? = nil,
    _ attributes: [Attribute] = [], id: Int = 0, relations: [Relation] = []
  ) -> Annotation {
    Annotation(
      id: id, layer: layer, label: layer, type: type, range: range(phrase), value: value,
      attributes: attributes, relations: relations)
  }

  func claim(
    _ cue: String, source: String?, content: String, stance: String = "assert"
  ) -> Annotation {
    var parts = [Part("content", range(content))]
    if let source { parts.append(Part("source", range(source))) }
    return Annotation(
      layer: "claims", label: "Claim", type: stance, range: range(cue),
      attributes: [Attribute("stance", .text(stance)), Attribute("quote", .text("indirect"))],
      parts: parts)
  }

  func set(_ annotations: [Annotation]) -> AnnotationSet {
    AnnotationSet(document: document, annotations: annotations)
  }

  /// One annotation or more of every layer.
  func gold() -> AnnotationSet {
    set([
      annotation(
        "locations", "حمص", value: .text("حمص"),
        [
          Attribute("lat", .number(34.73)),
          Attribute("lon", .number(36.71)),
        ], id: 1),
      annotation("locations", "حماة", value: .text("حماة"), id: 2),
      annotation("actors", "الجيش", type: "armed_force", value: .text("الجيش السوري"), id: 3),
      annotation(
        "distances", "5 كم", type: "Distance", value: .number(5000), id: 4,
        relations: [Relation("from", target: 2)]),
      annotation("dates", "مساء الجمعة", type: "TIME", value: .text("2024-12-06TEV"), id: 5),
      claim("قال", source: "المرصد", content: "الجيش في مدينة حمص على بعد 5 كم من حماة"),
    ])
  }

  func report(
    gold: [Annotation], _ predicted: [Annotation], classNouns: Set<String> = []
  ) throws -> EvaluationReport {
    try Evaluator(EvaluationOptions(classNouns: classNouns, resamples: 0)).report(
      on: "p", [EvaluationCase(id: "a", gold: set(gold), predicted: set(predicted))])
  }
}
