// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Writes a `TimeML` element with the text of a document and its dates as TIMEX3 tags inside.
///
/// `t0` is the document's date. `value` is TIMEX3, Gregorian; the calendar of a Hijri date, for which
/// TIMEX3 has no attribute, goes into `comment`. A file holds one document.
package struct TimeMLWriter: ExchangeWriter {
  /// The types of TIMEX3.
  static let types = ["DATE", "TIME", "DURATION", "SET"]

  /// Makes a writer.
  package init() {}

  package var opening: String { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" }

  package func write(_ set: AnnotationSet, sentences: [[TextRange]]) -> Exported {
    let document = set.document
    var losses = LossList()
    var xml = "<TimeML>\n<DOCID>\(escaped(document.id, isAttribute: false))</DOCID>\n<DCT>"
    if let date = document.date {
      let type = date.contains("T") ? "TIME" : "DATE"
      let value = escaped(date, isAttribute: true)
      xml += "<TIMEX3 tid=\"t0\" type=\"\(type)\" value=\"\(value)\" "
      xml += "functionInDocument=\"CREATION_TIME\">\(escaped(date, isAttribute: false))</TIMEX3>"
    }
    xml += "</DCT>\n<TEXT>"
    var place = 0
    for (number, date) in dates(of: set, losses: &losses).enumerated() {
      xml += text(TextRange(place, date.range.start), of: document, &losses)
      let attributes = attributes(of: date, tid: number + 1, in: document, &losses)
      xml += "<TIMEX3\(attributes)>\(text(date.range, of: document, &losses))</TIMEX3>"
      place = date.range.end
    }
    xml += text(TextRange(place, document.text.count), of: document, &losses)
    xml += "</TEXT>\n</TimeML>\n"
    return Exported(bytes: Array(xml.utf8), losses: losses)
  }

  /// The annotations with a TIMEX3 type that overlap none before them.
  private func dates(of set: AnnotationSet, losses: inout LossList) -> [Annotation] {
    var end = 0
    return set.annotations.filter { item in
      guard Self.types.contains(item.type) else {
        losses.add(.otherThanTime, at: item.range, in: set.document)
        return false
      }
      guard item.range.start >= end else {
        losses.add(.overlappingSpan, at: item.range, in: set.document)
        return false
      }
      end = item.range.end
      return true
    }
  }

  private func attributes(
    of item: Annotation, tid: Int, in document: Document, _ losses: inout LossList
  ) -> String {
    var pairs = [("tid", "t\(tid)"), ("type", item.type)]
    if let value = item.value { pairs.append(("value", value.description)) }
    for attribute in item.attributes {
      switch attribute.key {
      case "mod", "quant", "freq": pairs.append((attribute.key, attribute.value.description))
      case "calendar": pairs.append(("comment", "calendar=\(attribute.value.description)"))
      case "comment" where item.attribute("calendar") == nil:
        pairs.append(("comment", attribute.value.description))
      default: losses.add(.attribute, at: item.range, in: document, naming: attribute.key)
      }
    }
    pairs.append(("functionInDocument", "NONE"))
    for relation in item.relations {
      losses.add(.relation, at: item.range, in: document, naming: relation.role)
    }
    losses.addProvenance(of: item, in: document)
    return pairs.map { " \($0.0)=\"\(escaped($0.1, isAttribute: true))\"" }.joined()
  }

  private func text(
    _ range: TextRange, of document: Document, _ losses: inout LossList
  ) -> String {
    for i in range.start..<range.end where !Self.isAllowed(UInt32(document.text.units[i])) {
      losses.add(.notInXML, at: TextRange(i, i + 1), in: document, naming: "at")
    }
    return escaped(document.text[range], isAttribute: false)
  }

  private func escaped(_ text: String, isAttribute: Bool) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": scalars.append(contentsOf: "&amp;".unicodeScalars)
      case "<": scalars.append(contentsOf: "&lt;".unicodeScalars)
      case ">": scalars.append(contentsOf: "&gt;".unicodeScalars)
      // A reader of XML makes LF of a bare CR LF, and blanks of line breaks in an attribute.
      case "\r": scalars.append(contentsOf: "&#13;".unicodeScalars)
      case "\n" where isAttribute: scalars.append(contentsOf: "&#10;".unicodeScalars)
      case "\t" where isAttribute: scalars.append(contentsOf: "&#9;".unicodeScalars)
      case "\"" where isAttribute: scalars.append(contentsOf: "&quot;".unicodeScalars)
      default: scalars.append(Self.isAllowed(scalar.value) ? scalar : "\u{FFFD}")
      }
    }
    return String(scalars)
  }

  private static func isAllowed(_ value: UInt32) -> Bool {
    value >= 0x20 ? value != 0xFFFE && value != 0xFFFF : [0x09, 0x0A, 0x0D].contains(value)
  }
}
