// SPDX-License-Identifier: Apache-2.0

import WarshaFormats
import WarshaModel

/// All that a set says, one by one, to see what of it a format gives back.
///
/// A claim is a span `Cue` with links to spans `Source` and `Content`, as formats without claims have it.
struct Facts {
  /// One thing that is said.
  struct Fact: Hashable {
    /// As which loss it counts when it is missing; nil of a span.
    var kind: LossList.Kind?
    /// The spans that must be there for it.
    var spans: [String]
    var words: String
  }

  let all: Set<Fact>
  /// The spans of annotations by the spans of their parts.
  private(set) var owners: [String: Set<String>] = [:]

  /// The facts of a set, its spans told apart by offsets, or else by their words.
  init(_ set: AnnotationSet, byOffset: Bool) {
    var all: Set<Fact> = []
    func name(_ label: String, _ range: TextRange) -> String {
      let words = set.document.text[range].split { $0.isWhitespace || $0 == "\u{200F}" }
      let place = byOffset ? "\(range.start)-\(range.end)" : words.joined(separator: " ")
      return "\(label == "Claim" ? "Cue" : label) \(place)"
    }
    func add(_ kind: LossList.Kind?, _ spans: [String], _ words: String) {
      all.insert(Fact(kind: kind, spans: spans, words: words))
    }
    for item in set.annotations {
      let span = name(item.label, item.range)
      add(nil, [span], "")
      if !item.type.isEmpty && item.type != item.label { add(.subtype, [span], item.type) }
      if let value = item.value { add(.value, [span], value.description) }
      for attribute in item.attributes {
        add(.attribute, [span], "\(attribute.key)=\(attribute.value.description)")
      }
      for relation in item.relations {
        guard let target = set[relation.target] else { continue }
        add(.relation, [span, name(target.label, target.range)], relation.role)
      }
      for part in item.parts {
        let label = part.role.prefix(1).uppercased() + part.role.dropFirst()
        let place = name(label, part.range)
        add(nil, [place], "")
        owners[place, default: []].insert(span)
        add(.partLink, [span, place], part.role)
      }
      if !item.evidence.isEmpty { add(.evidence, [span], item.evidence.joined(separator: "|")) }
      if item.confidence != 1 { add(.confidence, [span], "\(item.confidence)") }
      let origin = "\(item.extractor) \(item.version) \(item.rule)"
      if origin != "  " { add(.origin, [span], origin) }
    }
    if let date = set.document.date { add(.documentDate, [], date) }
    add(.documentID, [], set.document.id)
    self.all = all
  }

  /// The spans.
  var spans: Set<String> { Set(all.filter { $0.kind == nil }.flatMap(\.spans)) }
}
