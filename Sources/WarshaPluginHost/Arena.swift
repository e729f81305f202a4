// SPDX-License-Identifier: Apache-2.0

import CWarshaABI
import WarshaModel

/// Memory for what the host lends to a plugin; everything goes when the arena goes.
final class Arena {
  private var blocks: [UnsafeMutableRawPointer] = []
  private var free: UnsafeMutableRawPointer?
  private var left = 0

  deinit {
    for block in blocks { block.deallocate() }
  }

  private func take(_ bytes: Int) -> UnsafeMutableRawPointer {
    let rounded = (bytes + 7) & ~7
    if let place = free, rounded <= left {
      free = place + rounded
      left -= rounded
      return place
    }
    let size = max(rounded, 4096)
    let block = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    blocks.append(block)
    free = block + rounded
    left = size - rounded
    return block
  }

  func array<Element>(_ values: [Element]) -> UnsafeMutablePointer<Element>? {
    if values.isEmpty { return nil }
    let place = take(MemoryLayout<Element>.stride * values.count)
      .bindMemory(to: Element.self, capacity: values.count)
    place.initialize(from: values, count: values.count)
    return place
  }

  func string(_ string: String) -> warsha_string {
    var string = string
    return string.withUTF8 { utf8 in
      let place = take(utf8.count).bindMemory(to: CChar.self, capacity: utf8.count)
      for i in utf8.indices { place[i] = CChar(bitPattern: utf8[i]) }
      return warsha_string(bytes: place, length: utf8.count)
    }
  }

  func value(_ scalar: Scalar?) -> warsha_value {
    var value = warsha_value()
    switch scalar {
    case nil: value.kind = UInt32(WARSHA_NONE)
    case .text(let text):
      value.kind = UInt32(WARSHA_TEXT)
      value.text = string(text)
    case .number(let number):
      value.kind = UInt32(WARSHA_NUMBER)
      value.number = number
    case .flag(let flag):
      value.kind = UInt32(WARSHA_FLAG)
      value.number = flag ? 1 : 0
    }
    return value
  }

  func attribute(_ attribute: Attribute) -> warsha_attribute {
    warsha_attribute(key: string(attribute.key), value: value(attribute.value))
  }

  func annotation(_ annotation: Annotation) -> warsha_annotation {
    var record = warsha_annotation()
    record.struct_size = UInt32(MemoryLayout<warsha_annotation>.size)
    record.id = UInt32(truncatingIfNeeded: annotation.id)
    record.start = UInt32(truncatingIfNeeded: annotation.range.start)
    record.end = UInt32(truncatingIfNeeded: annotation.range.end)
    record.layer = string(annotation.layer)
    record.label = string(annotation.label)
    record.type = string(annotation.type)
    record.rule = string(annotation.rule)
    record.value = value(annotation.value)
    record.confidence = annotation.confidence
    record.attributes = UnsafePointer(array(annotation.attributes.map(attribute)))
    record.attribute_count = UInt32(annotation.attributes.count)
    record.relations = UnsafePointer(
      array(
        annotation.relations.map {
          warsha_relation(
            role: string($0.role), target: UInt32(truncatingIfNeeded: $0.target), reserved: 0)
        }))
    record.relation_count = UInt32(annotation.relations.count)
    record.parts = UnsafePointer(
      array(
        annotation.parts.map {
          warsha_part(
            role: string($0.role), start: UInt32(truncatingIfNeeded: $0.range.start),
            end: UInt32(truncatingIfNeeded: $0.range.end))
        }))
    record.part_count = UInt32(annotation.parts.count)
    return record
  }
}

extension String {
  /// Copies a string of the contract; malformed UTF-8 is repaired.
  init(_ string: warsha_string) {
    guard let bytes = string.bytes, string.length > 0 else {
      self = ""
      return
    }
    self = String(
      decoding: UnsafeRawBufferPointer(start: bytes, count: string.length), as: UTF8.self)
  }
}
