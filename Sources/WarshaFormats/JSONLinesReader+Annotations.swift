// SPDX-License-Identifier: Apache-2.0

import WarshaModel

extension JSONLinesReader {
  /// The annotations of a line that Warsha or another tool wrote for the document.
  ///
  /// Members that may be missing: `layer` (the label in lower case with an s), `label`, `type`,
  /// `value`, `attributes`, `relations` and all provenance. Throws when the line is of another
  /// document or of another text, has a span that is not in the text or not the `text` it says, or a
  /// relation that leads nowhere.
  package func annotations(
    _ line: some Collection<UInt8>, number: Int, document: Document
  ) throws(FormatError) -> AnnotationSet {
    let (set, problems) = try load(line, number: number, document: document)
    if let first = problems.first { throw first }
    return set
  }

  /// The annotations of a line as far as they are sound, and what is wrong with the others.
  ///
  /// Throws when the line as a whole does not belong to the document.
  func load(
    _ line: some Collection<UInt8>, number: Int, document: Document
  ) throws(FormatError) -> (AnnotationSet, [FormatError]) {
    let record = try object(line, number)
    func failure(_ reason: String) -> FormatError {
      FormatError(file: file, line: number, "document \(document.id): \(reason)")
    }
    let id = try id(of: record, number)
    if id != document.id { throw failure("the line belongs to document \(id).") }
    if let hash = record["text_sha256"]?.string,
      hash != SHA256.hexDigest(of: UTF8Bytes.of(document.text))
    {
      throw failure(
        "text_sha256 is not that of this text: it has changed since the run. Run the extractors "
          + "again, or bring back the text that they saw.")
    }
    let unitName = record["offset_unit"]?.string ?? OffsetUnit.codepoint.rawValue
    guard let unit = OffsetUnit(rawValue: unitName) else {
      let known = OffsetUnit.allCases.map(\.rawValue).joined(separator: ", ")
      throw failure("offset_unit \"\(unitName)\" is unknown; it is one of \(known).")
    }
    let builder = AnnotationBuilder(
      text: document.text, offsets: OffsetTable(document.text, unit: unit))
    var annotations: [Annotation] = []
    var problems: [FormatError] = []
    for (place, value) in (record["annotations"]?.array ?? []).enumerated() {
      do {
        annotations.append(try builder.annotation(value, place: place))
      } catch {
        problems.append(failure(error.reason))
      }
    }
    var ids: Set<Int> = []
    annotations.removeAll { annotation in
      if ids.insert(annotation.id).inserted { return false }
      problems.append(failure("two annotations have one id, T\(annotation.id)."))
      return true
    }
    // One that leads to an annotation left out says no more than its own problem does.
    let isWhole = problems.isEmpty
    for annotation in annotations where isWhole {
      for relation in annotation.relations where !ids.contains(relation.target) {
        problems.append(
          failure(
            "relation \(relation.role) of T\(annotation.id) leads to T\(relation.target), which the "
              + "line does not have."))
      }
    }
    let diagnostics = (record["diagnostics"]?.array ?? []).compactMap(builder.diagnostic)
    let set = AnnotationSet(
      document: document, annotations: annotations, diagnostics: diagnostics)
    return (set, problems)
  }
}

/// What is wrong with one annotation of a line.
private struct AnnotationFault: Error {
  var reason: String
}

/// Makes annotations of the objects in one line.
private struct AnnotationBuilder {
  /// Members with a meaning of their own; any other with a start is a part.
  private static let known: Set<String> = [
    "id", "layer", "label", "type", "start", "end", "text", "value", "attributes", "relations",
    "extractor", "version", "rule", "confidence", "evidence", "cue",
  ]
  let text: SourceText
  let offsets: OffsetTable

  func annotation(_ value: JSONValue, place: Int) throws(AnnotationFault) -> Annotation {
    guard case .object(let members) = value else {
      throw AnnotationFault(reason: "annotation \(place + 1) is \(value.kind), not an object.")
    }
    let name = value["id"]?.string ?? "number \(place + 1)"
    let label = value["label"]?.string
    guard let layer = value["layer"]?.string ?? label.map({ $0.lowercased() + "s" }) else {
      throw AnnotationFault(reason: "annotation \(name) has neither \"layer\" nor \"label\".")
    }
    var span = value
    if let cue = value["cue"], cue != .null { span = cue }
    var annotation = Annotation(
      // An annotation without a name gets a number that no name has.
      id: value["id"].flatMap(Self.number) ?? -1 - place, layer: layer,
      label: label ?? Brat.label(ofLayer: layer), type: value["type"]?.string ?? "",
      range: try range(span, name), value: value["value"]?.scalar)
    if case .object(let attributes) = value["attributes"] {
      annotation.attributes = attributes.compactMap { member in
        member.value.scalar.map { Attribute(member.key, $0) }
      }
    }
    annotation.relations = (value["relations"]?.array ?? []).compactMap { relation in
      guard let role = relation["role"]?.string, let target = relation["target"] else { return nil }
      return Self.number(target).map { Relation(role, target: $0) }
    }
    for member in members where !Self.known.contains(member.key) && member.value["start"] != nil {
      annotation.parts.append(
        Part(member.key, try range(member.value, "\(name) \(member.key)")))
    }
    annotation.extractor = value["extractor"]?.string ?? ""
    annotation.version = value["version"]?.string ?? ""
    annotation.rule = value["rule"]?.string ?? ""
    if case .number(let confidence) = value["confidence"] { annotation.confidence = confidence }
    annotation.evidence = (value["evidence"]?.array ?? []).compactMap(\.string)
    return annotation
  }

  func diagnostic(_ value: JSONValue) -> Diagnostic? {
    guard let message = value["message"]?.string else { return nil }
    let severity = value["severity"]?.string.flatMap(Diagnostic.Severity.init) ?? .warning
    let range = value["start"]?.integer.flatMap { start in
      value["end"]?.integer.flatMap { offsets.range(from: start, to: $0) }
    }
    return Diagnostic(severity, origin: value["origin"]?.string ?? "", message, at: range)
  }

  private func range(_ span: JSONValue, _ name: String) throws(AnnotationFault) -> TextRange {
    guard let start = span["start"]?.integer, let end = span["end"]?.integer else {
      throw AnnotationFault(reason: "annotation \(name) has no whole numbers start and end.")
    }
    guard let range = offsets.range(from: start, to: end) else {
      throw AnnotationFault(
        reason: "annotation \(name): \(start)..<\(end) is not a stretch of the text. "
          + "Do the offsets count what offset_unit says?")
    }
    if let says = span["text"]?.string, !says.utf16.elementsEqual(text[range].utf16) {
      throw AnnotationFault(
        reason: "annotation \(name) at \(start)..<\(end) says \"\(says)\" but the text has "
          + "\"\(text[range])\". Do the offsets count what offset_unit says?")
    }
    return range
  }

  /// The number of `T7` or `7`.
  private static func number(_ value: JSONValue) -> Int? {
    value.integer ?? value.string.flatMap { Int($0.drop { !$0.isNumber }) }
  }
}
