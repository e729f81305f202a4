// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Writes annotations as a brat file that `BratReader` turns into the same annotations again.
///
/// Spans of one label, place and note are written once. Kept are spans, types, values, attributes,
/// parts and relations; a gold file has no place for extractor, rule, confidence and evidence.
package struct BratWriter: Sendable {
  /// Makes a writer.
  package init() {}

  /// The contents of the `.ann` file, `T`, `E`, `R` and `#` lines in this order.
  package func text(of set: AnnotationSet) -> String {
    var sheet = Sheet(text: set.document.text)
    var names: [Int: String] = [:]
    for annotation in set.annotations where !isEvent(annotation) {
      let note = note(of: annotation, isEvent: false)
      names[annotation.id] = sheet.span(annotation.label, annotation.range, note: note)
    }
    for annotation in set.annotations where isEvent(annotation) {
      names[annotation.id] = sheet.event(annotation, note: note(of: annotation, isEvent: true))
    }
    for annotation in set.annotations {
      for relation in annotation.relations {
        guard let from = names[annotation.id], let to = names[relation.target] else { continue }
        sheet.link(Brat.linkType(ofRole: relation.role), from, to)
      }
    }
    return sheet.text
  }

  /// What the file does not hold.
  package func losses(of set: AnnotationSet) -> LossList {
    var losses = LossList()
    for item in set.annotations { losses.addProvenance(of: item, in: set.document) }
    if let date = set.document.date { losses.add(.documentDate, naming: date, in: set.document) }
    return losses
  }

  private func isEvent(_ annotation: Annotation) -> Bool {
    annotation.layer == "claims" || !annotation.parts.isEmpty
  }

  private func note(of annotation: Annotation, isEvent: Bool) -> String {
    let isClaim = annotation.layer == "claims"
    let valueKey = isClaim ? nil : Brat.valueKey(ofLayer: annotation.layer)
    var pairs: [BratNote.Pair] = []
    func add(_ key: String, _ value: String) {
      if !pairs.contains(where: { $0.key == key }) {
        pairs.append(BratNote.Pair(key: key, value: value))
      }
    }
    if annotation.layer != Brat.layer(ofLabel: isClaim ? "Claim" : annotation.label) {
      add("layer", annotation.layer)
    }
    if isClaim {
      if !annotation.type.isEmpty { add("stance", annotation.type) }
    } else if !annotation.type.isEmpty {
      add("type", annotation.type)
    }
    if let valueKey, let value = annotation.value { add(valueKey, value.description) }
    for attribute in annotation.attributes { add(attribute.key, attribute.value.description) }
    return BratNote.text(of: pairs)
  }
}

/// The lines of a file under construction.
private struct Sheet {
  private struct SpanKey: Hashable {
    var label: String
    var range: TextRange
    var note: String
  }
  private let source: SourceText
  private var spans: [SpanKey: String] = [:]
  private var links: Set<String> = []
  private var spanLines = ""
  private var eventLines = ""
  private var linkLines = ""
  private var noteLines = ""
  private var eventCount = 0
  private var noteCount = 0

  init(text: SourceText) { source = text }

  /// The whole file.
  var text: String { spanLines + eventLines + linkLines + noteLines }

  /// The id of the span's line, which is added when there is none yet.
  mutating func span(_ label: String, _ range: TextRange, note: String) -> String {
    let key = SpanKey(label: label, range: range, note: note)
    if let id = spans[key] { return id }
    let id = "T\(spans.count + 1)"
    spans[key] = id
    let (start, end) = (
      source.codePointOffset(of: range.start), source.codePointOffset(of: range.end)
    )
    spanLines += "\(id)\t\(label) \(start) \(end)\t\(Brat.quoted(source[range]))\n"
    add(note, to: id)
    return id
  }

  /// The id of the line added for a claim or another annotation with parts.
  mutating func event(_ annotation: Annotation, note: String) -> String {
    eventCount += 1
    let isClaim = annotation.layer == "claims"
    let label = isClaim ? "Claim" : annotation.label
    let trigger = span(isClaim ? "Cue" : label, annotation.range, note: "")
    let id = "E\(eventCount)"
    eventLines += "\(id)\t\(label):\(trigger)"
    for part in annotation.parts {
      let role = Brat.capitalised(part.role)
      eventLines += " \(role):\(span(role, part.range, note: ""))"
    }
    eventLines += "\n"
    add(note, to: id)
    return id
  }

  mutating func link(_ type: String, _ from: String, _ to: String) {
    let body = "\(type) Arg1:\(from) Arg2:\(to)"
    if links.insert(body).inserted { linkLines += "R\(links.count)\t\(body)\n" }
  }

  private mutating func add(_ note: String, to id: String) {
    if note.isEmpty { return }
    noteCount += 1
    noteLines += "#\(noteCount)\tAnnotatorNotes \(id)\t\(note)\n"
  }
}
