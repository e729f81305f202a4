// SPDX-License-Identifier: Apache-2.0

import WarshaFormats
import WarshaModel

/// The rules of ANNOTATION, applied to one file whose lines have been read.
struct AnnotationCheck {
  private let file: BratFile
  private let scalars: [Unicode.Scalar]
  private var notes: [String: [BratNote.Pair]] = [:]
  private var found: [CorpusProblem] = []

  init(file: BratFile, text: SourceText) {
    self.file = file
    // Offsets of the file count code points, and so do these.
    self.scalars = Array(text.string.unicodeScalars)
    for note in file.notes { notes[note.target, default: []] += note.pairs }
  }

  /// What breaks a rule, in no particular order.
  mutating func problems() -> [CorpusProblem] {
    let labels = Dictionary(file.spans.map { ($0.id, $0.label) }) { first, _ in first }
    file.spans.forEach { check($0) }
    file.events.forEach { check($0, labels) }
    file.links.forEach { check($0, labels) }
    checkOverlaps()
    checkLoneSpans()
    for note in file.notes { checkValues(note) }
    return found
  }

  private mutating func problem(_ line: Int, _ reason: String) {
    found.append(CorpusProblem(file: file.file, line: line, reason))
  }

  private func note(_ id: String, _ key: String) -> String? {
    notes[id]?.last { $0.key == key }?.value
  }

  private mutating func check(_ span: BratFile.Span) {
    guard AnnotationRules.labels.contains(span.label) else {
      let hint = Suggestion.sentence(for: span.label, among: AnnotationRules.labels)
      return problem(
        span.line,
        "label \(span.label) is not one of \(AnnotationRules.labels.joined(separator: ", ")).\(hint)"
      )
    }
    if span.fragments.count > 1 {
      problem(span.line, "\(span.id) is discontinuous; keep its main part.")
    }
    for fragment in span.fragments where fragment.upperBound <= scalars.count {
      checkEnds(of: fragment, span)
    }
    if let types = AnnotationRules.types[span.label] {
      let type = note(span.id, "type")
      if !types.contains(type ?? "") {
        problem(
          span.line,
          "\(span.id): the type of label \(span.label) is one of \(types.joined(separator: ", ")), "
            + (type.map { "not \($0)." } ?? "and this one has none."))
      }
    }
    if span.label == "Date" {
      let value = note(span.id, "value")
      if !AnnotationRules.isTimex(value ?? " ") {
        problem(
          span.line,
          "\(span.id): \(value.map { "value \($0) is no TIMEX3 value" } ?? "no value"), "
            + "e.g. 2024-12-06, 2024-12-06TMO, P3D, PAST_REF.")
      }
    }
    if span.label == "Distance" {
      let metres = note(span.id, "metres")
      if !AnnotationRules.isMetres(metres ?? "") {
        problem(
          span.line,
          "\(span.id): \(metres.map { "metres \($0) is no number" } ?? "no metres"), "
            + "e.g. metres=5000 or metres=5000..10000.")
      }
    }
  }

  /// No blank at either end, and no word cut but for its proclitics.
  private mutating func checkEnds(of span: Range<Int>, _ line: BratFile.Span) {
    guard let first = scalars[span].first, let last = scalars[span].last else { return }
    if first.properties.isWhitespace || last.properties.isWhitespace {
      problem(line.line, "\(line.id) begins or ends with a blank. Leave it out.")
    }
    if isWordScalar(last), span.upperBound < scalars.count, isWordScalar(scalars[span.upperBound]) {
      problem(line.line, "\(line.id) ends inside a word. Enclitics and vowel signs stay in.")
    }
    guard isWordScalar(first) else { return }
    let before = scalars[..<span.lowerBound].reversed().prefix(while: isWordScalar)
    // بـتأخير: the stretch after a proclitic belongs to it.
    let letters = before.filter {
      $0.properties.generalCategory != .nonspacingMark && $0 != AnnotationRules.tatweel
    }
    if !letters.allSatisfy(AnnotationRules.proclitics.contains) || letters.count > 3 {
      problem(
        line.line,
        "\(line.id) begins inside a word. Only proclitics stay out, the article stays in.")
    }
  }

  private func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark:
      true
    default: false
    }
  }

  private mutating func check(_ event: BratFile.Event, _ labels: [String: String]) {
    if event.type != "Claim" {
      return problem(event.line, "\(event.id) has the type \(event.type); an E line is a Claim.")
    }
    var roles = [("Cue", event.trigger)]
    roles += event.arguments.map { ($0.role, $0.target) }
    for (role, target) in roles where !Brat.claimSpans.contains(role) {
      problem(event.line, "\(event.id) has \(role):\(target); a claim has Source and Content.")
    }
    for (role, target) in roles {
      if let label = labels[target], label != role, Brat.claimSpans.contains(role) {
        problem(event.line, "\(event.id): \(target) is \(label), not \(role).")
      }
    }
    for (role, count) in Dictionary(grouping: roles, by: \.0).mapValues(\.count) where count > 1 {
      problem(event.line, "\(event.id) has \(count) of \(role). Give each an E line of its own.")
    }
    if !roles.contains(where: { $0.0 == "Content" }) {
      problem(event.line, "\(event.id) has no Content.")
    }
    if !roles.contains(where: { $0.0 == "Source" }), note(event.id, "implied") == nil {
      problem(event.line, "\(event.id) has neither Source nor implied. One says who claims it.")
    }
    for key in ["stance", "quote"] where note(event.id, key) == nil {
      let allowed = AnnotationRules.values[key] ?? []
      problem(event.line, "\(event.id) has no \(key): \(allowed.joined(separator: ", ")).")
    }
  }

  private mutating func check(_ link: BratFile.Link, _ labels: [String: String]) {
    guard ["MeasuredFrom", "MeasuredTo"].contains(link.type) else {
      return problem(link.line, "\(link.id): \(link.type) is not MeasuredFrom or MeasuredTo.")
    }
    if labels[link.from] != "Distance" || labels[link.to] != "Location" {
      problem(link.line, "\(link.id): Arg1 is a Distance and Arg2 a Location.")
    }
  }

  /// Equal spans of one label are written once; others of one label do not overlap.
  private mutating func checkOverlaps() {
    for (label, spans) in Dictionary(grouping: file.spans, by: \.label).sorted(by: {
      $0.key < $1.key
    }) {
      let sorted = spans.sorted {
        ($0.main.lowerBound, $0.main.upperBound, $0.line)
          < ($1.main.lowerBound, $1.main.upperBound, $1.line)
      }
      var widest: BratFile.Span?
      for span in sorted {
        if let before = widest {
          let first = sorted.first { $0.main == span.main }
          if let first, first.id != span.id {
            problem(
              span.line,
              "\(span.id) is the same \(label) as \(first.id). Write it once; several lines may "
                + "share a T.")
          } else if !AnnotationRules.nesting.contains(label), before.main.overlaps(span.main) {
            problem(
              span.line,
              "\(span.id) overlaps \(before.id), of the same label \(label). The outermost wins.")
          }
        }
        if span.main.upperBound > (widest?.main.upperBound ?? -1) { widest = span }
      }
    }
  }

  private mutating func checkLoneSpans() {
    var used: Set<String> = []
    for event in file.events { used.formUnion([event.trigger] + event.arguments.map(\.target)) }
    for span in file.spans where Brat.claimSpans.contains(span.label) && !used.contains(span.id) {
      problem(
        span.line, "\(span.id), \(span.label), belongs to no claim. Add an E line or drop it.")
    }
  }

  private mutating func checkValues(_ note: BratFile.Note) {
    for pair in note.pairs {
      guard let allowed = AnnotationRules.values[pair.key], !allowed.contains(pair.value) else {
        continue
      }
      problem(
        note.line,
        "\(note.target): \(pair.key) is one of \(allowed.joined(separator: ", ")), "
          + "not \(pair.value).")
    }
  }
}
