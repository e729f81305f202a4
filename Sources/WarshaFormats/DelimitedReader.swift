// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Reads the rows that `DelimitedWriter` writes. Columns are found by name, in any order;
/// `document`, `label`, `start_scalar` and `end_scalar` must be there.
package struct DelimitedReader: ExchangeReader {
  /// What stands between two fields: `,` or a tab.
  private let delimiter: Unicode.Scalar
  private let texts: KnownTexts?

  /// Makes a reader.
  package init(delimiter: Unicode.Scalar, texts: KnownTexts?) {
    self.delimiter = delimiter
    self.texts = texts
  }

  package func load(_ bytes: [UInt8], file: String) -> Imported {
    func failure(_ line: Int, _ reason: String) -> Imported {
      Imported(sets: [], problems: [FormatError(file: file, line: line, reason)])
    }
    for (number, line) in numberedLines(bytes) where String(validating: line, as: UTF8.self) == nil
    {
      return Imported(sets: [], problems: [.notUTF8(file, number)])
    }
    let table = DelimitedTable(
      String(decoding: bytes, as: UTF8.self), delimiter: delimiter, file: file)
    guard let header = table.rows.first else { return failure(1, "the file has no header row.") }
    let missing = DelimitedWriter.needed.filter { !header.fields.contains($0) }
    if !missing.isEmpty {
      let other = [",", ";", "\t"].first { other in
        other != String(Character(delimiter)) && header.fields.contains { $0.contains(other) }
      }
      return failure(
        header.line,
        "the header lacks \(missing.joined(separator: ", "))."
          + (other.map {
            $0 == "\t" ? " Columns are parted by tabs here." : " Columns are parted by \($0) here."
          } ?? ""))
    }
    var spans = LooseSpans(file: file)
    for row in table.rows.dropFirst() {
      guard row.fields.count == header.fields.count else {
        spans.problem(
          row.line,
          "the row has \(row.fields.count == 1 ? "1 field" : "\(row.fields.count) fields"), the header \(header.fields.count). Is the file cut "
            + "off here?")
        continue
      }
      let pairs = zip(header.fields, row.fields.map(SpreadsheetGuard.unguarded))
      do {
        spans.add(try Self.span(Dictionary(pairs) { first, _ in first }, row.line, file))
      } catch {
        spans.problem(error.line, error.reason)
      }
    }
    var imported = spans.imported(with: texts)
    imported.problems += table.problems
    return imported
  }

  private static func span(
    _ fields: [String: String], _ line: Int, _ file: String
  ) throws(FormatError) -> LooseSpans.Span {
    func field(_ name: String) -> String { fields[name] ?? "" }
    func fail(_ reason: String) -> FormatError { FormatError(file: file, line: line, reason) }
    func number(_ name: String) throws(FormatError) -> Int {
      if let number = Int32(field(name)) { return Int(number) }
      throw fail("\(name) \"\(field(name))\" is no whole number.")
    }
    let label = field("label")
    if label.isEmpty { throw fail("the row has no label.") }
    var item = Annotation(
      layer: field("layer").isEmpty ? Brat.layer(ofLabel: label) : field("layer"), label: label,
      type: field("type"), range: TextRange(0, 0), extractor: field("extractor"),
      version: field("version"), rule: field("rule"))
    if !field("value").isEmpty {
      item.value = Annotation.value(field("value"), ofLayer: item.layer)
    }
    if !field("confidence").isEmpty {
      guard let confidence = Double(field("confidence")), (0...1).contains(confidence) else {
        throw fail("confidence \"\(field("confidence"))\" is no number from 0 to 1.")
      }
      item.confidence = confidence
    }
    if !field("attributes").isEmpty {
      guard let pairs = BratNote.pairs(in: field("attributes")) else {
        throw fail("attributes \"\(field("attributes"))\" is not key=value; key=value.")
      }
      item.attributes = pairs.map { Attribute($0.key, BratNote.scalar($0.value, key: $0.key)) }
    }
    for link in field("relations").split(separator: ";") {
      let sides = link.split(separator: "=").map { String($0.drop { $0 == " " }) }
      guard sides.count == 2, let target = id(sides[1]) else {
        throw fail("relations \"\(field("relations"))\" is not role=T7; role=T8.")
      }
      item.relations.append(Relation(sides[0], target: target))
    }
    var span = LooseSpans.Span(
      document: field("document"), id: nil, start: try number("start_scalar"),
      end: try number("end_scalar"), quoted: fields["text"], annotation: item, line: line)
    for part in field("parts").split(separator: ";") {
      let words = part.split(separator: " ")
      let ends = (words.count == 2 ? words[1] : "").components(at: "..<").map { Int32($0) }
      guard ends.count == 2, let start = ends[0], let end = ends[1], start <= end else {
        throw fail("parts \"\(field("parts"))\" is not source 6..<13; content 28..<61.")
      }
      span.parts.append((String(words[0]), Int(start)..<Int(end)))
    }
    if !field("id").isEmpty {
      guard let id = id(field("id")) else { throw fail("id \"\(field("id"))\" is no T7.") }
      span.id = id
    }
    return span
  }

  /// The number of `T7` or `7`.
  private static func id(_ text: String) -> Int? {
    Int32(text.hasPrefix("T") ? String(text.dropFirst()) : text).flatMap { $0 > 0 ? Int($0) : nil }
  }
}

extension Substring {
  /// The two sides of the first separator, or the whole.
  fileprivate func components(at separator: String) -> [Substring] {
    guard let place = firstRange(of: separator) else { return [self] }
    return [self[..<place.lowerBound], self[place.upperBound...]]
  }
}
