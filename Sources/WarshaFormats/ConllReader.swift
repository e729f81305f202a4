// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Reads files with a token and an IOB tag a line: CoNLL-2003 and the IOB2 files of others.
///
/// The tag is the last column, or the last but one where the last has `start_char=…|end_char=…`. With
/// these the text gets the offsets that it had; without, tokens are joined by blanks and sentences
/// by line breaks. IOB1 and IOB2 are told apart by the whole file; spans
/// that begin as in the other one are left out.
package struct ConllReader: ExchangeReader {
  /// Code points that may lie between two tokens: the text between is made up of blanks.
  private static let longestGap = 100_000

  /// Makes a reader.
  package init() {}

  package func load(_ bytes: [UInt8], file: String) -> Imported {
    var lines = ConllLines(file: file)
    var problems: [FormatError] = []
    for (number, line) in numberedLines(bytes) {
      guard let text = String(validating: line, as: UTF8.self) else {
        problems.append(.notUTF8(file, number))
        continue
      }
      lines.add(text, number)
    }
    problems += lines.problems
    let strays = IOBScheme.strays(in: lines.documents.flatMap(\.sentences))
    problems += strays.map { FormatError(file: file, line: $0.line, $0.reason) }
    var sets: [AnnotationSet] = []
    for document in lines.documents {
      do {
        sets.append(try set(of: document, file, without: Set(strays.map(\.line))))
      } catch {
        problems.append(error)
      }
    }
    return Imported(sets: sets, problems: problems)
  }

  private func set(
    of document: ConllLines.Document, _ file: String, without strays: Set<Int>
  ) throws(FormatError) -> AnnotationSet {
    var text: [UInt16] = []
    var count = 0  // code points in text
    var annotations: [Annotation] = []
    for (place, sentence) in document.sentences.enumerated() {
      var open: Annotation?
      for (index, token) in sentence.enumerated() {
        let isFirst = index == 0
        let isGlued = index > 0 && sentence[index - 1].isGlued
        let gap = isFirst ? (place == 0 ? 0 : 1) : isGlued ? 0 : 1
        let start = token.start ?? count + gap
        let length = token.form.unicodeScalars.count
        guard start - count <= Self.longestGap else {
          throw FormatError(
            file: file, line: token.line,
            "\"\(token.form)\" is at \(start), more than \(Self.longestGap) code points after the token "
              + "before it. Do the offsets belong to this document?")
        }
        guard start >= count, token.end.map({ $0 == start + length }) ?? true else {
          throw FormatError(
            file: file, line: token.line,
            "\"\(token.form)\" is at \(start)..<\(token.end ?? start + length), but has \(length) code "
              + "points and may begin at \(count) at the earliest. Do the offsets count code points?"
          )
        }
        // The line break goes where the gap before a sentence begins.
        for place in count..<start {
          text.append(isFirst && place == count && count > 0 ? 0x0A : 0x20)
        }
        let begin = text.count
        text += Array(token.form.utf16)
        count = start + length
        if !token.goesOn(from: index > 0 ? sentence[index - 1] : nil) {
          if let open { annotations.append(open) }
          open =
            strays.contains(token.line)
            ? nil
            : token.label.map { label in
              Annotation(
                id: annotations.count + 1, layer: Brat.layer(ofLabel: label), label: label,
                type: "",
                range: TextRange(begin, text.count))
            }
        }
        open?.range.end = text.count
      }
      if let open { annotations.append(open) }
    }
    return AnnotationSet(
      document: Document(id: document.id, text: SourceText(units: text), date: document.date),
      annotations: annotations)
  }
}
