// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Makes annotations of a brat file and its text.
///
/// `T` lines of Location, Actor, Distance, Date or any other label become annotations of the layer
/// of that name: `type` and the value from the note, its other keys as attributes. An `E` line
/// becomes one claim: its cue is the range, Source and Content are parts, `stance` is type and
/// attribute. `R` lines become relations. Of a discontinuous span the longest fragment counts.
package struct BratReader: Sendable {
  /// What a problem does.
  package var mode: Brat.Mode

  /// Makes a reader.
  package init(_ mode: Brat.Mode = .strict) { self.mode = mode }

  /// The annotations that `ann`, the contents of `file`, has about a document.
  ///
  /// Problems are diagnostics of the set (lenient) or thrown together (strict). A span that a
  /// problem concerns is left out, with the claims and relations that need it.
  package func read(
    _ ann: String, file: String, document: Document
  ) throws(BratError) -> AnnotationSet {
    try read(BratFile(ann, file: file), document: document)
  }

  /// The annotations of a file whose lines are read already.
  package func read(_ file: BratFile, document: Document) throws(BratError) -> AnnotationSet {
    var (set, problems) = Self.load(file, document: document)
    if mode == .strict && !problems.isEmpty {
      throw BratError(file: file.file, problems: problems)
    }
    set.diagnostics =
      problems.map { Diagnostic(.error, origin: "brat", $0.description) } + set.diagnostics
    return set
  }

  /// The annotations of a file as far as they are sound, and what is wrong with the others.
  package static func load(
    _ file: BratFile, document: Document
  ) -> (set: AnnotationSet, problems: [FormatError]) {
    var builder = BratBuilder(file: file, text: document.text)
    let set = AnnotationSet(
      document: document, annotations: builder.annotations(), diagnostics: builder.remarks)
    return (set, builder.problems.sorted { $0.line < $1.line })
  }
}
