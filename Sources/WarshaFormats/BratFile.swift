// SPDX-License-Identifier: Apache-2.0

/// The lines of one brat file, before they are held against the text.
///
/// Offsets are code points.
package struct BratFile: Sendable {
  /// A `T` line.
  package struct Span: Sendable, Equatable {
    package var id: String
    package var label: String
    /// In line order; one, unless the span is discontinuous.
    package var fragments: [Range<Int>]
    /// The text that the line repeats.
    package var quoted: String
    package var line: Int

    /// The longest fragment, the first of equals.
    package var main: Range<Int> {
      fragments.dropFirst().reduce(fragments.first ?? 0..<0) { $1.count > $0.count ? $1 : $0 }
    }
  }

  /// An `E` line.
  package struct Event: Sendable, Equatable {
    package var id: String
    package var type: String
    package var trigger: String
    package var arguments: [Argument]
    package var line: Int
  }

  /// `Source:T7` in an `E` line.
  package struct Argument: Sendable, Equatable {
    package var role: String
    package var target: String
  }

  /// An `R` line.
  package struct Link: Sendable, Equatable {
    package var id: String
    package var type: String
    package var from: String
    package var to: String
    package var line: Int
  }

  /// A `#` line that carries attributes.
  package struct Note: Sendable, Equatable {
    package var target: String
    package var pairs: [BratNote.Pair]
    package var line: Int
  }

  /// The file as the user named it.
  package var file: String
  package var spans: [Span] = []
  package var events: [Event] = []
  package var links: [Link] = []
  package var notes: [Note] = []
  /// Lines that could not be read, ids that occur twice, references to nothing.
  package var problems: [FormatError] = []

  /// Reads the lines of a file.
  ///
  /// Never fails: what cannot be read is a problem.
  package init(_ text: String, file: String) {
    self.file = file
    var ids: [String: Int] = [:]
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, bytes) in lines.enumerated() {
      var line = String(Substring(bytes))
      if line.utf8.last == UInt8(ascii: "\r") { line = String(line.unicodeScalars.dropLast()) }
      if index == 0, line.unicodeScalars.first == "\u{FEFF}" {
        line = String(line.unicodeScalars.dropFirst())
      }
      if line.allSatisfy(\.isWhitespace) { continue }
      let fields = line.unicodeScalars.split(separator: "\t", omittingEmptySubsequences: false)
        .map(String.init)
      let number = index + 1
      let id = fields[0]
      if !id.hasPrefix("#"), let first = ids[id] {
        problem(number, "id \(id) is already that of line \(first). Give this one a free number.")
        continue
      }
      ids[id] = number
      switch id.first {
      case "T": readSpan(fields, number)
      case "E": readEvent(fields, number)
      case "R": readLink(fields, number)
      case "#": readNote(fields, number)
      default:
        problem(
          number,
          "a line begins with T, E, R or # and a number, not \"\(id)\". Attributes stand in "
            + "AnnotatorNotes as key=value.")
      }
    }
    checkReferences()
  }

  private mutating func problem(_ line: Int, _ reason: String) {
    problems.append(FormatError(file: file, line: line, reason))
  }

  private mutating func readSpan(_ fields: [String], _ line: Int) {
    let shape = "T1, tab, Location 31 35, tab, the text of that stretch"
    let body = fields.count > 1 ? fields[1].split(separator: " ", maxSplits: 1) : []
    guard fields.count > 2, body.count == 2 else {
      return problem(line, "broken line: a span is written as \(shape).")
    }
    var fragments: [Range<Int>] = []
    for fragment in body[1].split(separator: ";", omittingEmptySubsequences: false) {
      let ends = fragment.split(separator: " ").map { Int($0) }
      guard ends.count == 2, let start = ends[0], let end = ends[1] else {
        return problem(line, "broken line: \"\(body[1])\" are no offsets; \(shape).")
      }
      guard start >= 0, start < end else {
        return problem(line, "the span \(start)..<\(end) is empty or reversed.")
      }
      fragments.append(start..<end)
    }
    spans.append(
      Span(
        id: fields[0], label: String(body[0]), fragments: fragments,
        quoted: fields[2...].joined(separator: "\t"), line: line))
  }

  private mutating func readEvent(_ fields: [String], _ line: Int) {
    let pairs = (fields.count == 2 ? fields[1] : "").split(separator: " ").map(Self.argument)
    guard let head = pairs.first, !pairs.contains(where: { $0 == nil }), let head else {
      return problem(
        line, "broken line: a claim is written as E1, tab, Claim:T1 Source:T2 Content:T3.")
    }
    events.append(
      Event(
        id: fields[0], type: head.role, trigger: head.target,
        arguments: pairs.dropFirst().compactMap { $0 }, line: line))
  }

  private mutating func readLink(_ fields: [String], _ line: Int) {
    let words = (fields.count > 1 ? fields[1] : "").split(separator: " ")
    let ends = words.dropFirst().map(Self.argument)
    guard ends.count == 2, let from = ends[0], let to = ends[1], from.role == "Arg1",
      to.role == "Arg2"
    else {
      return problem(
        line, "broken line: a relation is written as R1, tab, MeasuredFrom Arg1:T1 Arg2:T2.")
    }
    links.append(
      Link(
        id: fields[0], type: String(words[0]), from: from.target, to: to.target, line: line))
  }

  private mutating func readNote(_ fields: [String], _ line: Int) {
    let words = (fields.count > 1 ? fields[1] : "").split(separator: " ")
    guard words.count == 2, fields.count > 2 else {
      return problem(
        line, "broken line: a note is written as #1, tab, AnnotatorNotes T1, tab, key=value; ….")
    }
    guard words[0] == "AnnotatorNotes" else { return }  // brat's own remarks, e.g. of its checks
    guard let pairs = BratNote.pairs(in: fields[2...].joined(separator: "\t")) else {
      return problem(line, "the note is not key=value; key=value.")
    }
    notes.append(Note(target: String(words[1]), pairs: pairs, line: line))
  }

  private static func argument(_ text: Substring) -> Argument? {
    let halves = text.split(separator: ":", omittingEmptySubsequences: false)
    guard halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty else { return nil }
    return Argument(role: String(halves[0]), target: String(halves[1]))
  }

  private mutating func checkReferences() {
    let spanIDs = Set(spans.map(\.id))
    let all = spanIDs.union(events.map(\.id))
    func missing(_ id: String, _ from: String, _ line: Int) -> FormatError {
      FormatError(file: file, line: line, "\(from) points at \(id), which no readable line has.")
    }
    for event in events {
      for target in [event.trigger] + event.arguments.map(\.target) where !spanIDs.contains(target)
      {
        problems.append(missing(target, event.id, event.line))
      }
    }
    for link in links {
      for target in [link.from, link.to] where !all.contains(target) {
        problems.append(missing(target, link.id, link.line))
      }
    }
    for note in notes where !all.contains(note.target) && !note.target.hasPrefix("R") {
      problems.append(missing(note.target, "the note", note.line))
    }
    problems.sort { $0.line < $1.line }
  }
}
