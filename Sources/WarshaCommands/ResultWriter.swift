// SPDX-License-Identifier: Apache-2.0

import WarshaFormats
import WarshaModel
import WarshaRendering
import WarshaStore
import WarshaText

/// Writes annotations in one format, to a file, a folder or standard output.
final class ResultWriter {
  /// A document's results and their bytes, made on the worker's thread.
  struct Rendered: Sendable {
    var set: AnnotationSet
    var bytes: [UInt8]
    var losses = LossList()
  }

  /// Turns a set into its bytes.
  let render: @Sendable (AnnotationSet) -> Rendered
  private let format: ExtractCommand.Format
  private let output: ResultOutput
  private let console: Console
  private var hasBegun = false
  private var losses = LossList()

  /// Opens the output.
  ///
  /// `documents` is how many will be written.
  ///
  /// - Throws: `CommandFailure` when it cannot be written, or a file cannot hold so many documents.
  init(
    format: ExtractCommand.Format, offsets: OffsetUnit, withText: Bool = false, out: String?,
    documents: Int,
    session: Session
  ) throws {
    self.format = format
    console = session.console
    render = Self.renderer(
      of: format, offsets: offsets, withText: withText,
      style: out == nil ? session.console.style : .plain)
    guard let out else {
      if let exchange = format.onePerFile, documents > 1 {
        throw CommandFailure(
          .usage,
          "\(exchange.rawValue) has one document a file, and here are \(documents). Name a folder "
            + "with --out.")
      }
      output = ResultOutput(session.console)
      return
    }
    let isFolder =
      format == .brat
      || format.onePerFile != nil && (documents > 1 || out.hasSuffix("/") || Files.isFolder(out))
    output = try ResultOutput(out, asFolder: isFolder)
  }

  private static func renderer(
    of format: ExtractCommand.Format, offsets: OffsetUnit, withText: Bool, style: Style
  ) -> @Sendable (AnnotationSet) -> Rendered {
    switch format {
    case .table:
      return { set in
        let heading = "\(set.document.id): \(counted(set.annotations.count, "annotation"))\n"
        let table = set.annotations.isEmpty ? "" : AnnotationTable(set).rendered(style)
        return Rendered(set: set, bytes: Array((heading + table).utf8))
      }
    case .jsonl:
      let writer = JSONLinesWriter(offsetUnit: offsets, writesText: withText)
      return { Rendered(set: $0, bytes: writer.line($0)) }
    case .brat:
      let writer = BratWriter()
      return { set in
        Rendered(set: set, bytes: Array(writer.text(of: set).utf8), losses: writer.losses(of: set))
      }
    case .exchange(let exchange):
      let writer = exchange.writer
      return { set in
        let sentences = Analyser().analyse(set.document.text).withText { text in
          text.sentences.map { $0.tokens.map { text.tokens[$0].range } }
        }
        let exported = writer.write(set, sentences: sentences)
        return Rendered(set: set, bytes: exported.bytes, losses: exported.losses)
      }
    }
  }

  /// Writes one document.
  func write(_ result: Rendered) throws {
    losses.add(result.losses)
    let document = result.set.document
    switch format {
    case .brat:
      let text = Array(document.text.string.utf8)
      let name = try output.write([("txt", text), ("ann", result.bytes)], of: document.id)
      checkID(of: document, against: name)
    case .exchange(let exchange):
      let writer = exchange.writer
      if let name = exchange.fileExtension, output.isFolder {
        let whole = Array(writer.opening.utf8) + result.bytes + Array(writer.closing.utf8)
        let file = try output.write([(name, whole)], of: document.id)
        if exchange.namesByFile { checkID(of: document, against: file) }
        return
      }
      if result.bytes.isEmpty { return }
      try output.append(
        Array((hasBegun ? writer.separator : writer.opening).utf8) + result.bytes)
      hasBegun = true
    case .table, .jsonl: try output.append(result.bytes)
    }
  }

  /// Tells that a document comes back under the name of its file, where that is not its id.
  private func checkID(of document: Document, against name: String) {
    if !name.utf8.elementsEqual(document.id.utf8) {
      losses.add(.documentID, naming: name, in: document)
    }
  }

  /// Ends and closes the output, and tells what its format did not hold.
  func finish() throws {
    if case .exchange(let exchange) = format {
      let writer = exchange.writer
      // Of no document, a file of many is an empty list; a file of one is nothing.
      let isMissing = !hasBegun && format.onePerFile == nil
      try output.append(Array(((isMissing ? writer.opening : "") + writer.closing).utf8))
    }
    for line in losses.lines { console.remark("warning: \(format.name) lacks \(line)") }
    try output.close()
  }
}

extension ExtractCommand.Format {
  fileprivate var name: String {
    switch self {
    case .table: "table"
    case .jsonl: "jsonl"
    case .brat: "brat"
    case .exchange(let format): format.rawValue
    }
  }

  /// The format, where it has one document a file.
  fileprivate var onePerFile: ExchangeFormat? {
    if case .exchange(let format) = self, format.fileExtension != nil { format } else { nil }
  }
}
