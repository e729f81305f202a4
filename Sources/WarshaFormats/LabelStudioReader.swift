// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Reads tasks of Label Studio: the first annotation of each, or its first prediction.
///
/// Offsets are UTF-16 units. A relation from a claim to a region whose label is the relation's name,
/// such as `source` to `Source`, makes that region a part of the claim. Problems stand at the line on
/// which their task begins.
package struct LabelStudioReader: ExchangeReader {
  /// Makes a reader.
  package init() {}

  package func load(_ bytes: [UInt8], file: String) -> Imported {
    var imported = Imported(sets: [], problems: [])
    do {
      let bytes = withoutMark(bytes)
      let value = try JSONValue(parsing: bytes)
      let tasks = value.array ?? [value]
      let lines = JSONLines.ofObjects(in: bytes, depth: value.array == nil ? 1 : 2)
      var ids = IDLines(file: file)
      for (place, task) in tasks.enumerated() {
        let line = lines.count == tasks.count ? lines[place] : 1
        guard let text = task["data"]?["text"]?.string else {
          let reason =
            "task \(place + 1) has no data.text that is a string. Is its text in another field?"
          imported.problems.append(FormatError(file: file, line: line, reason))
          continue
        }
        let (set, problems) = set(of: task, SourceText(text), file, place + 1, line)
        if let repeated = ids.use(set.document.id, line) {
          imported.problems.append(repeated)
          continue
        }
        imported.sets.append(set)
        imported.problems += problems
      }
    } catch {
      imported.problems.append(
        FormatError(
          file: file, line: error.line, "\(error). The file must be one whole JSON value."))
    }
    return imported
  }

  private func set(
    of task: JSONValue, _ text: SourceText, _ file: String, _ number: Int, _ line: Int
  ) -> (AnnotationSet, [FormatError]) {
    let result = Self.result(of: task)
    var items: [SpanImport.Item] = []
    var names: [String: Int] = [:]
    var notes: [Int: [BratNote.Pair]] = [:]
    var scores: [Int: Double] = [:]
    var problems: [FormatError] = []
    for region in result where region["type"]?.string == "labels" {
      guard let value = region["value"], let start = value["start"]?.integer,
        let end = value["end"]?.integer, let label = value["labels"]?.array?.first?.string
      else {
        problems.append(
          FormatError(
            file: file, line: line,
            "task \(number): a region lacks start, end or a label, and is left out."))
        continue
      }
      items.append(
        SpanImport.Item(
          start: start, end: end, label: label, quoted: value["text"]?.string, line: line))
      if let id = region["id"]?.string, names.updateValue(items.count, forKey: id) != nil {
        problems.append(
          FormatError(
            file: file, line: line,
            "task \(number): two regions have the id \"\(id)\". Give each an id of its own: relations "
              + "need it."))
      }
      notes[items.count] = region["meta"]?["text"]?.array?.first?.string.flatMap(BratNote.pairs)
      if case .number(let score) = region["score"] { scores[items.count] = score }
    }
    let found = SpanImport(items, of: text, unit: .utf16, file: file)
    var links = SpanLinks(
      found.annotations.map { annotation in
        var annotation = annotation
        annotation.apply(notes[annotation.id] ?? [])
        if let score = scores[annotation.id] { annotation.confidence = score }
        return annotation
      })
    problems += link(result, names, &links, file, line)
    let data = task["data"]
    let document = Document(
      id: data?["id"]?.string ?? task["id"]?.integer.map(String.init) ?? "task-\(number)",
      text: text, date: data?["date"]?.string)
    return (AnnotationSet(document: document, annotations: links.whole), problems + found.problems)
  }

  /// The regions and relations of what people made, or else of the first prediction.
  private static func result(of task: JSONValue) -> [JSONValue] {
    let made = task["annotations"]?.array?.first { $0["was_cancelled"] != .flag(true) }
    return (made ?? task["predictions"]?.array?.first)?["result"]?.array ?? []
  }

  private func link(
    _ result: [JSONValue], _ names: [String: Int], _ links: inout SpanLinks,
    _ file: String, _ line: Int
  ) -> [FormatError] {
    var problems: [FormatError] = []
    for relation in result where relation["type"]?.string == "relation" {
      guard let from = relation["from_id"]?.string.flatMap({ names[$0] }),
        let to = relation["to_id"]?.string.flatMap({ names[$0] })
      else {
        problems.append(
          FormatError(
            file: file, line: line, "a relation leads from or to no region, and is left out."))
        continue
      }
      let role = relation["labels"]?.array?.first?.string ?? "related"
      links.add(role, from: from, to: to)
    }
    return problems
  }
}
