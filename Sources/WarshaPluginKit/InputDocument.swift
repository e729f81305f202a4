// SPDX-License-Identifier: Apache-2.0

import CWarshaABI
import WarshaModel

/// One document as an extractor sees it; valid during one call.
public struct InputDocument {
  private let record: UnsafePointer<warsha_document>

  init(_ record: UnsafePointer<warsha_document>) { self.record = record }

  /// Name of the document.
  public var id: String { String(contract: record.pointee.id) }
  /// ISO date or date-time that relative expressions refer to; nil when unknown.
  public var date: String? {
    let date = String(contract: record.pointee.date)
    return date.isEmpty ? nil : date
  }

  /// Source, view, tokens and sentences.
  public var text: AnalysedText {
    let record = record.pointee
    return AnalysedText(
      source: UnsafeBufferPointer(start: record.source, count: Int(record.source_count)),
      view: UnsafeBufferPointer(start: record.view, count: Int(record.view_count)),
      viewToSource: UnsafeBufferPointer(
        start: record.view_to_source, count: Int(record.view_count) + 1),
      // The layouts agree: CWarshaABI pins the one, a test compares the other with it.
      tokens: UnsafeBufferPointer(
        start: UnsafeRawPointer(record.tokens)?.assumingMemoryBound(to: Token.self),
        count: Int(record.token_count)),
      sentences: UnsafeBufferPointer(
        start: UnsafeRawPointer(record.sentences)?.assumingMemoryBound(to: Sentence.self),
        count: Int(record.sentence_count)))
  }

  /// An annotation of an earlier layer, without its texts.
  public struct Span: Sendable {
    /// Id; may be the target of a relation.
    public var id: Int
    /// Where it stands.
    public var range: TextRange
    /// Its type.
    public var type: String
  }

  /// Where the annotations of one earlier layer stand: much cheaper than `annotations()`.
  public func spans(in layer: String) -> [Span] {
    guard let records = record.pointee.annotations else { return [] }
    var wanted = layer
    return wanted.withUTF8 { wanted in
      (0..<Int(record.pointee.annotation_count)).compactMap { index -> Span? in
        let record = records[index]
        guard record.layer.length == wanted.count, let bytes = record.layer.bytes,
          UnsafeRawBufferPointer(start: bytes, count: wanted.count).elementsEqual(
            UnsafeRawBufferPointer(wanted))
        else { return nil }
        return Span(
          id: Int(record.id), range: TextRange(Int(record.start), Int(record.end)),
          type: String(contract: record.type))
      }
    }
  }

  /// Annotations of the layers that the manifest needs, in the order they were made; their ids may
  /// be the target of relations.
  public func annotations() -> [Annotation] {
    (0..<Int(record.pointee.annotation_count)).compactMap { index in
      record.pointee.annotations.map { Annotation(contract: $0[index]) }
    }
  }
}

extension String {
  init(contract string: warsha_string) {
    guard let bytes = string.bytes, string.length > 0 else {
      self = ""
      return
    }
    self = String(
      decoding: UnsafeRawBufferPointer(start: bytes, count: string.length), as: UTF8.self)
  }
}

extension Annotation {
  init(contract record: warsha_annotation) {
    self.init(
      id: Int(record.id), layer: String(contract: record.layer),
      label: String(contract: record.label), type: String(contract: record.type),
      range: TextRange(Int(record.start), Int(record.end)),
      value: Scalar(contract: record.value), rule: String(contract: record.rule),
      confidence: record.confidence)
    for i in 0..<Int(record.attribute_count) {
      guard let attribute = record.attributes?[i], let value = Scalar(contract: attribute.value)
      else { continue }
      attributes.append(Attribute(String(contract: attribute.key), value))
    }
    for i in 0..<Int(record.part_count) {
      guard let part = record.parts?[i] else { continue }
      parts.append(
        Part(String(contract: part.role), TextRange(Int(part.start), Int(part.end))))
    }
    for i in 0..<Int(record.relation_count) {
      guard let relation = record.relations?[i] else { continue }
      relations.append(
        Relation(String(contract: relation.role), target: Int(relation.target)))
    }
  }
}

extension Scalar {
  init?(contract value: warsha_value) {
    switch Int(value.kind) {
    case WARSHA_TEXT: self = .text(String(contract: value.text))
    case WARSHA_NUMBER: self = .number(value.number)
    case WARSHA_FLAG: self = .flag(value.number != 0)
    default: return nil
    }
  }
}
