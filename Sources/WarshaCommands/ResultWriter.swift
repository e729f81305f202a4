// SPDX-License-Identifier: Apache-2.0

import Foundation
import WarshaFormats
import WarshaModel
import WarshaRendering
import WarshaStore
import WarshaText

/// Writes the results of `extract` in one format, to a file, a folder or standard output.
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
  private let out: String?
  private let console: Console
  private var file: FileHandle?
  private var hasBegun = false
  private var losses = LossList()

  /// Opens the output.
  ///
  /// - Throws: `CommandFailure` when it cannot be written.
  init(
    format: ExtractCommand.Format, offsets: OffsetUnit, withText: Bool = false, out: String?,
    session: Session
  ) throws {
    self.format = format
    self.out = out
    console = session.console
    let style = out == nil ? session.console.style : .plain
    switch format {
    case .table:
      render = { set in
        let heading = "\(set.document.id): \(counted(set.annotations.count, "annotation"))\n"
        let table = set.annotations.isEmpty ? "" : AnnotationTable(set).rendered(style)
        return Rendered(set: set, bytes: Array((heading + table).utf8))
      }
    case .jsonl:
      let writer = JSONLinesWriter(offsetUnit: offsets, writesText: withText)
      render = { Rendered(set: $0, bytes: writer.line($0)) }
    case .brat:
      render = { Rendered(set: $0, bytes: Array(BratWriter().text(of: $0).utf8)) }
    case .exchange(let exchange):
      let writer = exchange.writer
      render = { set in
        let sentences = Analyser().analyse(set.document.text).withText { text in
          text.sentences.map { $0.tokens.map { text.tokens[$0].range } }
        }
        let exported = writer.write(set, sentences: sentences)
        return Rendered(set: set, bytes: exported.bytes, losses: exported.losses)
      }
    }
    guard let out else { return }
    do {
      if format == .brat {
        try FileManager.default.createDirectory(
          atPath: out, withIntermediateDirectories: true)
      } else {
        // Opened as it stands: a link, a pipe or a device stays what it is.
        let descriptor = open(out, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
          throw CommandFailure(
            .data,
            "\(out): cannot be written. Check that its folder exists and may be written to "
              + "(\(String(cString: strerror(errno)))).")
        }
        file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
      }
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure(.data, "\(out): cannot be made: \(error.localizedDescription)")
    }
  }

  /// Writes one document.
  func write(_ result: Rendered) throws {
    guard case .exchange(let exchange) = format else { return try put(result) }
    losses.add(result.losses)
    if result.bytes.isEmpty { return }
    var whole = result
    whole.bytes =
      Array((hasBegun ? exchange.writer.separator : exchange.writer.opening).utf8) + result.bytes
    hasBegun = true
    try put(whole)
  }

  private func put(_ result: Rendered) throws {
    guard let out else { return try console.write(result.bytes) }
    do {
      if format == .brat {
        let base = Files.join(out, Self.fileName(result.set.document.id))
        try Data(result.set.document.text.string.utf8).write(
          to: URL(fileURLWithPath: base + ".txt"))
        try Data(result.bytes).write(to: URL(fileURLWithPath: base + ".ann"))
      } else {
        try file?.write(contentsOf: result.bytes)
      }
    } catch {
      throw CommandFailure(.data, "\(out): cannot be written: \(error.localizedDescription)")
    }
  }

  /// Ends and closes the output, and tells what its format did not hold.
  func finish() throws {
    if case .exchange(let exchange) = format {
      let writer = exchange.writer
      let end = Array(((hasBegun ? "" : writer.opening) + writer.closing).utf8)
      if out == nil { try console.write(end) } else { try file?.write(contentsOf: end) }
      for line in losses.lines { console.remark("warning: \(exchange.rawValue) lacks \(line)") }
    }
    try file?.close()
  }

  /// An id as a file name: no path separators.
  private static func fileName(_ id: String) -> String {
    String(id.map { $0 == "/" || $0 == "\0" ? "_" : $0 })
  }
}
