// SPDX-License-Identifier: Apache-2.0

import CWarshaABI
import WarshaModel

/// Turns annotations into records of the contract; its memory is used again for each.
struct EmitBuffer {
  private var bytes: [CChar] = []
  private var attributes: [warsha_attribute] = []
  private var relations: [warsha_relation] = []
  private var parts: [warsha_part] = []
  private var evidence: [warsha_string] = []

  /// Calls `body` with the record of an annotation, valid during the call.
  mutating func with(
    _ annotation: Annotation, _ body: (UnsafePointer<warsha_annotation>) -> UInt32
  ) -> UInt32 {
    bytes.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    relations.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    evidence.removeAll(keepingCapacity: true)
    // Strings are laid one after the other and held as offsets until the buffer stops moving.
    let layer = append(annotation.layer)
    let label = append(annotation.label)
    let type = append(annotation.type)
    let rule = append(annotation.rule)
    let value = append(annotation.value)
    for attribute in annotation.attributes {
      attributes.append(
        warsha_attribute(key: append(attribute.key), value: append(attribute.value)))
    }
    for relation in annotation.relations {
      relations.append(
        warsha_relation(
          role: append(relation.role), target: UInt32(clamping: relation.target), reserved: 0))
    }
    for part in annotation.parts {
      parts.append(
        warsha_part(
          role: append(part.role), start: UInt32(clamping: part.range.start),
          end: UInt32(clamping: part.range.end)))
    }
    for line in annotation.evidence { evidence.append(append(line)) }
    return bytes.withUnsafeBufferPointer { base in
      for i in attributes.indices {
        attributes[i].key = placed(attributes[i].key, base)
        attributes[i].value.text = placed(attributes[i].value.text, base)
      }
      for i in relations.indices { relations[i].role = placed(relations[i].role, base) }
      for i in parts.indices { parts[i].role = placed(parts[i].role, base) }
      for i in evidence.indices { evidence[i] = placed(evidence[i], base) }
      return attributes.withUnsafeBufferPointer { attributes in
        relations.withUnsafeBufferPointer { relations in
          parts.withUnsafeBufferPointer { parts in
            evidence.withUnsafeBufferPointer { evidence in
              var record = warsha_annotation()
              record.struct_size = UInt32(MemoryLayout<warsha_annotation>.size)
              record.start = UInt32(clamping: annotation.range.start)
              record.end = UInt32(clamping: annotation.range.end)
              record.layer = placed(layer, base)
              record.label = placed(label, base)
              record.type = placed(type, base)
              record.rule = placed(rule, base)
              record.value = value
              record.value.text = placed(value.text, base)
              record.confidence = annotation.confidence
              record.attributes = attributes.baseAddress
              record.attribute_count = UInt32(attributes.count)
              record.relations = relations.baseAddress
              record.relation_count = UInt32(relations.count)
              record.parts = parts.baseAddress
              record.part_count = UInt32(parts.count)
              record.evidence = evidence.baseAddress
              record.evidence_count = UInt32(evidence.count)
              return body(&record)
            }
          }
        }
      }
    }
  }

  /// A string whose `bytes` still is an offset, plus one so that it is not NULL.
  private mutating func append(_ string: String) -> warsha_string {
    let offset = bytes.count
    var string = string
    string.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { bytes.append(contentsOf: $0) }
    }
    return warsha_string(bytes: UnsafePointer(bitPattern: offset + 1), length: bytes.count - offset)
  }

  private mutating func append(_ scalar: Scalar?) -> warsha_value {
    var value = warsha_value()
    switch scalar {
    case nil: value.kind = UInt32(WARSHA_NONE)
    case .text(let text):
      value.kind = UInt32(WARSHA_TEXT)
      value.text = append(text)
    case .number(let number):
      value.kind = UInt32(WARSHA_NUMBER)
      value.number = number
    case .flag(let flag):
      value.kind = UInt32(WARSHA_FLAG)
      value.number = flag ? 1 : 0
    }
    return value
  }

  private func placed(
    _ string: warsha_string, _ base: UnsafeBufferPointer<CChar>
  ) -> warsha_string {
    guard string.length > 0, let offset = string.bytes, let start = base.baseAddress else {
      return warsha_string(bytes: nil, length: 0)
    }
    return warsha_string(bytes: start + Int(bitPattern: offset) - 1, length: string.length)
  }
}
