// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// The work of one `BratReader.read`.
struct BratBuilder {
  private let file: BratFile
  private let text: SourceText
  private var notes: [String: [BratNote.Pair]] = [:]
  private var ranges: [String: TextRange] = [:]
  /// Place in the result of the annotation that a `T` or `E` line made.
  private var places: [String: Int] = [:]
  /// What is wrong with the file.
  private(set) var problems: [FormatError]
  /// What is worth knowing and no mistake.
  private(set) var remarks: [Diagnostic] = []

  init(file: BratFile, text: SourceText) {
    self.file = file
    self.text = text
    problems = file.problems
    for note in file.notes { add(note) }
  }

  /// Two notes of one span may complete each other, not contradict: the first one counts.
  private mutating func add(_ note: BratFile.Note) {
    for pair in note.pairs {
      guard let first = notes[note.target]?.first(where: { $0.key == pair.key }) else {
        notes[note.target, default: []].append(pair)
        continue
      }
      if first.value.utf16.elementsEqual(pair.value.utf16) { continue }
      problems.append(
        FormatError(
          file: file.file, line: note.line,
          "\(note.target) has \(pair.key)=\(first.value) already; \(pair.key)=\(pair.value) contradicts "
            + "it. Keep one of them."))
    }
  }

  /// The annotations that can be made; ids are places from 1.
  mutating func annotations() -> [Annotation] {
    locateSpans()
    var result: [Annotation] = []
    let parts = spansOfEvents()
    for span in file.spans where !Brat.claimSpans.contains(span.label) {
      guard !parts.contains(span.id), let range = ranges[span.id] else { continue }
      add(annotation(label: span.label, id: span.id, range), of: span.id, to: &result)
    }
    for event in file.events {
      guard let range = ranges[event.trigger] else { continue }
      let known = event.arguments.filter { ranges[$0.target] != nil }
      if known.count < event.arguments.count { continue }
      var annotation = annotation(label: event.type, id: event.id, range)
      annotation.parts = known.compactMap { argument in
        ranges[argument.target].map { Part(Brat.uncapitalised(argument.role), $0) }
      }
      add(annotation, of: event.id, to: &result)
    }
    for link in file.links { add(link, to: &result) }
    return result
  }

  /// The spans that are only the trigger or a part of an `E` line, as their missing note shows.
  private func spansOfEvents() -> Set<String> {
    let labels = Dictionary(file.spans.map { ($0.id, $0.label) }) { first, _ in first }
    var result: Set<String> = []
    for event in file.events where event.type != "Claim" { result.insert(event.trigger) }
    for argument in file.events.flatMap(\.arguments)
    where labels[argument.target] == argument.role && notes[argument.target] == nil {
      result.insert(argument.target)
    }
    return result
  }

  private mutating func add(
    _ annotation: Annotation, of id: String, to result: inout [Annotation]
  ) {
    result.append(annotation)
    result[result.count - 1].id = result.count
    places[id] = result.count - 1
  }

  private mutating func add(_ link: BratFile.Link, to result: inout [Annotation]) {
    for target in [link.from, link.to] where places[target] == nil && ranges[target] != nil {
      problems.append(
        FormatError(
          file: file.file, line: link.line,
          "\(link.id) points at \(target), which is only a part of a claim. Point at the E line."))
    }
    guard let from = places[link.from], let to = places[link.to] else { return }
    result[from].relations.append(
      Relation(Brat.role(ofLinkType: link.type), target: result[to].id))
  }

  private func annotation(label: String, id: String, _ range: TextRange) -> Annotation {
    var annotation = Annotation(
      layer: Brat.layer(ofLabel: label), label: label, type: "", range: range)
    let pairs = notes[id] ?? []
    if let layer = pairs.last(where: { $0.key == "layer" }) { annotation.layer = layer.value }
    let isClaim = annotation.layer == "claims"
    let valueKey = Brat.valueKey(ofLayer: annotation.layer)
    for pair in pairs {
      switch pair.key {
      case "layer": break
      case "type": annotation.type = pair.value
      case valueKey where !isClaim:
        // A year is a text: 2011 of a date is no number to calculate with.
        annotation.value =
          ["locations", "actors", "dates"].contains(annotation.layer)
          ? .text(pair.value) : BratNote.scalar(pair.value, key: pair.key)
      default:
        if isClaim && pair.key == "stance" { annotation.type = pair.value }
        annotation.attributes.removeAll { $0.key == pair.key }
        let isName = pair.key == "implied" || pair.key == "role" || pair.key == "class"
        annotation.attributes.append(
          Attribute(
            pair.key,
            isName ? .text(pair.value) : BratNote.scalar(pair.value, key: pair.key)))
      }
    }
    return annotation
  }

  /// Fills `ranges` with the spans that stand where their line says.
  private mutating func locateSpans() {
    var wrong: [BratFile.Span] = []
    for span in file.spans {
      guard let range = range(of: span.main),
        span.fragments.allSatisfy({ self.range(of: $0) != nil })
      else {
        let ends = span.fragments.map { "\($0.lowerBound)..<\($0.upperBound)" }
        problem(
          span.line,
          "\(span.id) is at \(ends.joined(separator: ";")), outside the text of "
            + "\(text.codePointCount) code points.")
        continue
      }
      guard said(span.quoted, by: span.fragments, shift: 0) else {
        wrong.append(span)
        continue
      }
      ranges[span.id] = range
      if span.fragments.count > 1 {
        remarks.append(
          Diagnostic(
            .warning, origin: "brat",
            "\(file.file):\(span.line): \(span.id) is discontinuous; its longest fragment "
              + "\"\(text[range])\" stands for it.", at: range))
      }
    }
    let shift = commonShift(of: wrong)
    for span in wrong {
      let has = span.fragments.compactMap { range(of: $0) }.map { text[$0] }
      var reason =
        "\(span.id) says \"\(span.quoted)\" but the text has \"\(has.joined(separator: " "))\"."
      if let shift {
        reason +=
          " It stands \(abs(shift)) code points \(shift > 0 ? "further on" : "before")"
          + (wrong.count > 1 ? ", as all \(wrong.count) such spans do" : "")
          + ". Has the text changed? Move the offsets or bring back the text."
      }
      problem(span.line, reason)
    }
  }

  private mutating func problem(_ line: Int, _ reason: String) {
    problems.append(FormatError(file: file.file, line: line, reason))
  }

  private func range(of fragment: Range<Int>) -> TextRange? {
    guard let start = text.position(ofCodePoint: fragment.lowerBound),
      let end = text.position(ofCodePoint: fragment.upperBound)
    else { return nil }
    return TextRange(start, end)
  }

  /// Whether the text has `quoted` at the fragments, moved by a number of code points.
  private func said(_ quoted: String, by fragments: [Range<Int>], shift: Int) -> Bool {
    var parts: [String] = []
    for fragment in fragments {
      let start = fragment.lowerBound + shift
      guard start >= 0, let range = range(of: start..<fragment.upperBound + shift) else {
        return false
      }
      parts.append(text[range])
    }
    // Code units, because == takes canonically equivalent letters for the same.
    return Brat.quoted(parts.joined(separator: " ")).utf16.elementsEqual(quoted.utf16)
  }

  /// The smallest shift that puts every one of the spans right, or nil.
  private func commonShift(of spans: [BratFile.Span]) -> Int? {
    guard let first = spans.first else { return nil }
    let start = first.main.lowerBound
    let limit = min(max(start, text.codePointCount - start), 20_000)
    for distance in stride(from: 1, through: limit, by: 1) {
      for shift in [distance, -distance]
      where spans.allSatisfy({ said($0.quoted, by: $0.fragments, shift: shift) }) {
        return shift
      }
    }
    return nil
  }
}
