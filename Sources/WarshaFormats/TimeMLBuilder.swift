// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Makes documents of the tags of a TimeML file.
struct TimeMLBuilder {
  private struct Tag {
    var start: Int
    var attributes: [String: String]
    var line: Int
  }

  /// A document under construction.
  private struct Draft {
    var id = ""
    var date: String?
    var text: [UInt16]?
    var tags: [Annotation] = []
    /// Lines of tags by `tid`.
    var lines: [String: Int] = [:]
    var leftOut: [String: Int] = [:]
    var empty = 0
  }

  private let file: String
  private var path: [(name: String, line: Int)] = []
  private var draft = Draft()
  private var open: [Tag] = []
  private var sets: [AnnotationSet] = []
  private var problems: [FormatError] = []

  init(file: String) { self.file = file }

  mutating func problem(_ line: Int, _ reason: String) {
    problems.append(FormatError(file: file, line: line, reason))
  }

  mutating func take(_ event: XMLScanner.Event, _ line: Int) {
    switch event {
    case .text(let text): add(text)
    case .open(let name, let attributes):
      begin(name, attributes, line)
      path.append((name, line))
    case .close(let name):
      // What was opened later and never closed ends here too.
      guard let place = path.lastIndex(where: { $0.name == name }) else {
        return problem(line, "</\(name)> ends a tag that is not open.")
      }
      for (inner, start) in path[(place + 1)...].reversed() { leftOpen(inner, start) }
      path.removeSubrange(place...)
      end(name)
    }
  }

  /// The documents of the file, which ends here.
  mutating func finished(atLine line: Int) -> Imported {
    if let (name, start) = path.last, problems.last?.line != line { leftOpen(name, start) }
    finishDocument()
    if sets.isEmpty && problems.isEmpty {
      problem(line, "there is no <TEXT>. A document is <TimeML> with <DOCID>, <DCT> and <TEXT>.")
    }
    return Imported(sets: sets, problems: problems)
  }

  private mutating func begin(_ name: String, _ attributes: [String: String], _ line: Int) {
    switch name {
    case "TimeML": if draft.text != nil { finishDocument() }
    case "TEXT":
      if draft.text != nil { problem(line, "the document has a second <TEXT>; it is added.") }
      draft.text = draft.text ?? []
    case "TIMEX3" where isIn("TEXT"):
      open.append(Tag(start: draft.text?.count ?? 0, attributes: attributes, line: line))
      // TimeBank has the date of the document in the text.
      if attributes["functionInDocument"] == "CREATION_TIME" {
        draft.date = draft.date ?? attributes["value"]
      }
    case "TIMEX3": draft.date = draft.date ?? attributes["value"]
    default: if isIn("TEXT") { draft.leftOut["<\(name)>", default: 0] += 1 }
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "TIMEX3" where isIn("TEXT"): if let tag = open.popLast() { finish(tag) }
    case "TimeML": finishDocument()
    default: break
    }
  }

  private mutating func leftOpen(_ name: String, _ line: Int) {
    problem(line, "<\(name)> is not closed. Is the file cut off?")
    if name == "TIMEX3" { _ = open.popLast() }
  }

  private mutating func add(_ text: String) {
    if isIn("TEXT") {
      draft.text?.append(contentsOf: text.utf16)
    } else if path.last?.name == "DOCID" {
      draft.id += text
    }
  }

  private func isIn(_ name: String) -> Bool { path.contains { $0.name == name } }

  private mutating func finish(_ tag: Tag) {
    if let tid = tag.attributes["tid"] {
      if let first = draft.lines[tid] {
        return problem(
          tag.line, "tid \(tid) is already that of line \(first). Give this one a free number.")
      }
      draft.lines[tid] = tag.line
    }
    let range = TextRange(tag.start, draft.text?.count ?? 0)
    if range.isEmpty {
      draft.empty += 1
      return
    }
    let type = tag.attributes["type"] ?? ""
    guard TimeMLWriter.types.contains(type) else {
      return problem(
        tag.line,
        "type=\"\(type)\" is no type of TIMEX3. It is one of "
          + TimeMLWriter.types.joined(separator: ", ") + "."
          + Suggestion.sentence(for: type, among: TimeMLWriter.types))
    }
    var date = Annotation(
      id: draft.tags.count + 1, layer: "dates", label: "Date", type: type, range: range,
      value: tag.attributes["value"].map { .text($0) })
    for key in ["mod", "quant", "freq"] {
      if let value = tag.attributes[key] { date.attributes.append(Attribute(key, .text(value))) }
    }
    if let comment = tag.attributes["comment"], !comment.isEmpty {
      let calendar = comment.hasPrefix("calendar=") ? String(comment.dropFirst(9)) : nil
      date.attributes.append(
        Attribute(calendar == nil ? "comment" : "calendar", .text(calendar ?? comment)))
    }
    for (key, value) in tag.attributes where !Self.held.contains(key) {
      let saysNothing = key == "functionInDocument" && value == "NONE"
      if !saysNothing { draft.leftOut[key, default: 0] += 1 }
    }
    draft.tags.append(date)
  }

  private static let held: Set<String> = [
    "tid", "type", "value", "mod", "quant", "freq", "comment",
  ]

  private mutating func finishDocument() {
    defer { draft = Draft() }
    open = []
    guard let text = draft.text else { return }
    let id = draft.id.split(whereSeparator: \.isNewline).joined(separator: " ")
    var notes = draft.leftOut.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    if draft.empty > 0 { notes.append("\(draft.empty) <TIMEX3> without text") }
    var document = Document(
      id: id.isEmpty ? FileName.stem(of: file) : id, text: SourceText(units: text))
    document.date = draft.date.flatMap { $0.isEmpty ? nil : $0 }
    let diagnostics =
      notes.isEmpty
      ? []
      : [
        Diagnostic(
          .warning, origin: "reader", "\(file): left out: \(notes.joined(separator: ", ")).")
      ]
    sets.append(
      AnnotationSet(document: document, annotations: draft.tags, diagnostics: diagnostics))
  }
}
