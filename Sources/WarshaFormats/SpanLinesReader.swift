// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Reads a line of JSON for each document: spaCy, doccano or Prodigy.
///
/// The id is `meta.id` or `id`, else `line-7`. Labels become layers as in brat: `Location` →
/// `locations`. Spans and tokens that say their text are compared with it.
package struct SpanLinesReader: ExchangeReader {
  /// Which of the formats.
  package var dialect: SpanLinesDialect

  /// Makes a reader.
  package init(dialect: SpanLinesDialect) { self.dialect = dialect }

  package func load(_ bytes: [UInt8], file: String) -> Imported {
    var imported = Imported(sets: [], problems: [])
    var ids = IDLines(file: file)
    for (number, line) in numberedLines(bytes) where !line.isBlank {
      do {
        let record = try JSONLinesReader(file: file).object(line, number)
        guard let text = record["text"]?.string else {
          throw FormatError(
            file: file, line: number,
            "no \"text\" that is a string. A line is {\"text\": …, \"\(dialect.keys[0])\": […]}.")
        }
        let document = document(of: record, SourceText(text), number)
        if let repeated = ids.use(document.id, number) { throw repeated }
        let (set, problems) = set(of: record, document, file, number)
        imported.sets.append(set)
        imported.problems += problems
      } catch let error as FormatError {
        imported.problems.append(error)
      } catch {
        imported.problems.append(FormatError(file: file, line: number, "\(error)"))
      }
    }
    return imported
  }

  private func document(of record: JSONValue, _ text: SourceText, _ number: Int) -> Document {
    let given = record["meta"]?["id"] ?? record["id"]
    let id = given?.string ?? given?.integer.map(String.init) ?? "line-\(number)"
    let date = record["meta"]?["date"]?.string ?? record["date"]?.string
    return Document(id: id, text: text, date: date)
  }

  private func set(
    of record: JSONValue, _ document: Document, _ file: String, _ number: Int
  ) -> (AnnotationSet, [FormatError]) {
    var problems: [FormatError] = []
    var diagnostics: [Diagnostic] = []
    var items: [SpanImport.Item] = []
    var names: [Int: Int] = [:]
    let key = dialect.keys.first { record[$0]?.array?.isEmpty == false }
    var values = key.flatMap { record[$0]?.array } ?? []
    if let answer = record["answer"]?.string, answer != "accept" {
      values = []
      diagnostics.append(
        Diagnostic(
          .warning, origin: "reader",
          "\(file):\(number): answer is \"\(answer)\": its spans are left out."))
    }
    for value in values {
      guard let item = item(value, number) else {
        problems.append(
          FormatError(
            file: file, line: number,
            "an entry of \"\(key ?? "")\" is no span. Write [start, end, label] with whole numbers."
          ))
        continue
      }
      items.append(item)
      if let id = value["id"]?.integer, names.updateValue(items.count, forKey: id) != nil {
        problems.append(
          FormatError(
            file: file, line: number,
            "two spans have the id \(id). Give each an id of its own: relations need it."))
      }
    }
    if !items.isEmpty { items += tokens(of: record, number) }
    let found = SpanImport(items, of: document.text, unit: .codepoint, file: file)
    var annotations = found.annotations
    for relation in dialect == .doccano ? record["relations"]?.array ?? [] : [] {
      guard let from = relation["from_id"]?.integer.flatMap({ names[$0] }),
        let to = relation["to_id"]?.integer.flatMap({ names[$0] }),
        let type = relation["type"]?.string
      else {
        problems.append(
          FormatError(
            file: file, line: number,
            "a relation has no type, or its from_id or to_id is that of no span. It is left out."))
        continue
      }
      guard let place = annotations.firstIndex(where: { $0.id == from }) else { continue }
      annotations[place].relations.append(Relation(type, target: to))
    }
    let set = AnnotationSet(
      document: document, annotations: annotations, diagnostics: diagnostics)
    return (set, problems + found.problems)
  }

  /// `[start, end, label]` or an object with these members, also under doccano's names.
  private func item(_ value: JSONValue, _ number: Int) -> SpanImport.Item? {
    if let values = value.array {
      guard values.count >= 3, let start = values[0].integer, let end = values[1].integer,
        let label = values[2].string
      else { return nil }
      return SpanImport.Item(start: start, end: end, label: label, quoted: nil, line: number)
    }
    guard let start = (value["start"] ?? value["start_offset"])?.integer,
      let end = (value["end"] ?? value["end_offset"])?.integer, let label = value["label"]?.string
    else { return nil }
    return SpanImport.Item(
      start: start, end: end, label: label, quoted: value["text"]?.string, line: number)
  }

  private func tokens(of record: JSONValue, _ number: Int) -> [SpanImport.Item] {
    guard dialect == .prodigy else { return [] }
    return (record["tokens"]?.array ?? []).compactMap { token in
      guard let start = token["start"]?.integer, let end = token["end"]?.integer,
        let text = token["text"]?.string, start < end
      else { return nil }
      return SpanImport.Item(start: start, end: end, label: nil, quoted: text, line: number)
    }
  }
}
