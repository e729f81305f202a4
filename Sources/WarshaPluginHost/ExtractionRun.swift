// SPDX-License-Identifier: Apache-2.0

import CWarshaABI
import WarshaModel

/// Collects and checks what the extractors of one document emit.
final class ExtractionRun {
  /// What was accepted so far.
  var annotations: [Annotation] { found.annotations }
  private(set) var diagnostics: [Diagnostic] = []
  private var found = OutputSequence()
  private let document: Document
  private let cancellation: Cancellation
  private let limit: Int
  private var manifest: ExtractorManifest?
  /// Where the diagnostics of the running extractor begin.
  private var firstDiagnostic = 0
  private var pool = StringPool()
  private var rejected = 0

  /// Annotations of one extractor beyond this many to a document are a flood.
  static func limit(tokens: Int) -> Int { 1000 + 4 * tokens }

  init(document: Document, tokenCount: Int, cancellation: Cancellation) {
    self.document = document
    self.cancellation = cancellation
    limit = Self.limit(tokens: tokenCount)
  }

  /// The annotations of some extractors, and those of others that these lead to.
  func annotations(of wanted: Set<String>) -> [Annotation] { found.annotations(of: wanted) }

  var isCancelled: Bool { cancellation.isCancelled || rejected > 100 }

  func begin(_ manifest: ExtractorManifest) {
    self.manifest = manifest
    found.begin(manifest.id)
    firstDiagnostic = diagnostics.count
    rejected = 0
  }

  /// Puts in what an extractor found in this document in an earlier run.
  func recall(_ output: ExtractorOutput, of manifest: ExtractorManifest) {
    found.append(output, of: manifest.id)
    diagnostics += output.diagnostics
  }

  /// Layers in which something may be missing, as their maker failed or complained of an error.
  private(set) var unsureLayers: Set<String> = []

  /// What the extractor that has just ended found.
  ///
  /// It is not sure when it failed or complained, which another try may not, or one that it reads did.
  func takeOutput() -> ExtractorOutput {
    let said = Array(diagnostics[firstDiagnostic...])
    let isSure =
      !said.contains { $0.severity == .error } && manifest.map(mayRecall) ?? true
    if !isSure { unsureLayers.formUnion(manifest?.layers ?? []) }
    return found.currentOutput(diagnostics: said, isSure: isSure)
  }

  /// Whether an earlier output of an extractor would be what it finds now.
  func mayRecall(_ manifest: ExtractorManifest) -> Bool {
    unsureLayers.isEmpty || unsureLayers.isDisjoint(with: manifest.needs + manifest.reads)
  }

  /// Ends one extractor. A failed one loses its annotations of this document, nothing else.
  func end(status: Int32) {
    guard let manifest else { return }
    if status != Int32(WARSHA_OK) && status != Int32(WARSHA_CANCELLED) {
      found.dropCurrent()
      diagnostics.append(
        Diagnostic(
          .error, origin: manifest.id,
          "failed on document \(document.id); its annotations there are left out"))
    } else if rejected > 100 {
      found.dropCurrent()
      diagnostics.append(
        Diagnostic(
          .error, origin: manifest.id,
          "stopped on document \(document.id) after \(rejected) rejected annotations; "
            + "the others there are left out"))
    } else if rejected > 3 {
      diagnostics.append(
        Diagnostic(
          .error, origin: manifest.id,
          "\(rejected - 3) more annotations were rejected in document \(document.id)"))
    }
  }

  func diagnose(_ severity: Int32, _ start: UInt32, _ end: UInt32, _ message: String) {
    let level: Diagnostic.Severity =
      severity == Int32(WARSHA_ERROR) ? .error : severity == Int32(WARSHA_NOTE) ? .note : .warning
    let range = TextRange(Int(start), Int(end))
    diagnostics.append(
      Diagnostic(
        level, origin: manifest?.id ?? "host", message, at: range.isEmpty ? nil : range))
  }

  /// Checks and copies one annotation; its id, or 0 when it is rejected.
  func accept(_ pointer: UnsafePointer<warsha_annotation>) -> UInt32 {
    guard let manifest else { return 0 }
    let record = pointer.pointee
    guard Int(record.struct_size) >= MemoryLayout<warsha_annotation>.size else {
      return reject("an annotation record of \(record.struct_size) bytes")
    }
    let range = TextRange(Int(record.start), Int(record.end))
    if let fault = fault(record.start, record.end) { return reject("a span \(fault)") }
    let (layer, label) = (pool.string(record.layer), pool.string(record.label))
    guard manifest.layers.contains(layer), manifest.labels.contains(label) else {
      return reject("layer \"\(layer)\", label \"\(label)\", which its manifest does not declare")
    }
    guard found.currentCount < limit else {
      return reject("more than \(limit) annotations")
    }
    var annotation = Annotation(
      layer: layer, label: label, type: pool.string(record.type),
      range: range, value: Scalar(record.value), extractor: manifest.id,
      version: manifest.version, rule: pool.string(record.rule),
      confidence: min(1, max(0, record.confidence.isNaN ? 0 : record.confidence)))
    for i in 0..<Int(record.attribute_count) {
      guard let attribute = record.attributes?[i], let value = Scalar(attribute.value) else {
        continue
      }
      annotation.attributes.append(Attribute(pool.string(attribute.key), value))
    }
    for i in 0..<Int(record.relation_count) {
      guard let relation = record.relations?[i] else { continue }
      guard relation.target >= 1, Int(relation.target) <= annotations.count else {
        return reject("a relation to the unknown annotation \(relation.target)")
      }
      annotation.relations.append(
        Relation(pool.string(relation.role), target: Int(relation.target)))
    }
    for i in 0..<Int(record.part_count) {
      guard let part = record.parts?[i] else { continue }
      if let fault = fault(part.start, part.end) {
        return reject("a part \"\(String(part.role))\" \(fault)")
      }
      annotation.parts.append(
        Part(pool.string(part.role), TextRange(Int(part.start), Int(part.end))))
    }
    for i in 0..<Int(record.evidence_count) {
      if let line = record.evidence?[i] { annotation.evidence.append(String(line)) }
    }
    return UInt32(found.append(annotation))
  }

  /// What is wrong with a span, or nil.
  private func fault(_ start: UInt32, _ end: UInt32) -> String? {
    let count = document.text.count
    if start >= end { return "\(start)..\(end), which is empty" }
    if Int(end) > count { return "\(start)..\(end) outside the text of \(count) UTF-16 units" }
    if !document.text.isScalarBoundary(Int(start)) || !document.text.isScalarBoundary(Int(end)) {
      return "\(start)..\(end) that cuts a character in two"
    }
    return nil
  }

  private func reject(_ what: String) -> UInt32 {
    rejected += 1
    if rejected <= 3 {
      diagnostics.append(
        Diagnostic(
          .error, origin: manifest?.id ?? "host",
          "rejected in document \(document.id): \(what)"))
    }
    return 0
  }
}

extension Scalar {
  /// Copies a value of the contract; nil of none, of an unknown kind and of no finite number.
  init?(_ value: warsha_value) {
    switch Int(value.kind) {
    case WARSHA_TEXT: self = .text(String(value.text))
    case WARSHA_NUMBER where value.number.isFinite: self = .number(value.number)
    case WARSHA_FLAG: self = .flag(value.number != 0)
    default: return nil
    }
  }
}
