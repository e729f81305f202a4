// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaFormats
import WarshaModel

/// A format on a round trip: all exchange formats, and with them our own two.
///
/// A new case of `ExchangeFormat` takes part without a line here.
enum Carrier: Sendable, CaseIterable, CustomTestStringConvertible {
  case jsonl, brat
  case exchange(ExchangeFormat)

  static var allCases: [Carrier] { [.jsonl, .brat] + ExchangeFormat.allCases.map(Self.exchange) }

  var testDescription: String {
    switch self {
    case .jsonl: "jsonl"
    case .brat: "brat"
    case .exchange(let format): format.rawValue
    }
  }

  /// Whether text that is read anew has the offsets of the one that was written. The four columns of
  /// CoNLL-2003 have none.
  var keepsOffsets: Bool { if case .exchange(.conll) = self { false } else { true } }

  /// What comes back of a set, and what the writer said was lost.
  func trip(
    _ set: AnnotationSet, _ sentences: [[TextRange]]
  ) throws -> (back: AnnotationSet, losses: LossList, problems: [FormatError]) {
    let imported = read(bytes(of: set, sentences), of: set.document)
    let back = try #require(imported.sets.first, "\(imported.problems)")
    return (back, losses(of: set, sentences), imported.problems)
  }

  func bytes(of set: AnnotationSet, _ sentences: [[TextRange]]) -> [UInt8] {
    switch self {
    case .jsonl: return JSONLinesWriter().line(set)
    case .brat: return Array(BratWriter().text(of: set).utf8)
    case .exchange(let format):
      let writer = format.writer
      return Array(writer.opening.utf8) + writer.write(set, sentences: sentences).bytes
        + Array(writer.closing.utf8)
    }
  }

  private func losses(of set: AnnotationSet, _ sentences: [[TextRange]]) -> LossList {
    switch self {
    case .jsonl: LossList()
    case .brat: BratWriter().losses(of: set)
    case .exchange(let format): format.writer.write(set, sentences: sentences).losses
    }
  }

  /// What a file gives; formats without texts are told that of the document.
  func read(_ bytes: [UInt8], of document: Document) -> Imported {
    let texts = KnownTexts([document], source: "texts")
    switch self {
    case .jsonl: return RunLinesReader(texts: texts).read(bytes, file: "in")
    case .brat:
      var document = document
      document.date = nil
      let file = BratFile(String(decoding: bytes, as: UTF8.self), file: "in")
      let (set, problems) = BratReader.load(file, document: document)
      return Imported(sets: [set], problems: problems)
    case .exchange(let format):
      // A format without ids of documents takes the name of the file.
      return format.reader(texts: format.needsTexts ? texts : nil)
        .read(bytes, file: "folder/\(document.id).xyz")
    }
  }
}
