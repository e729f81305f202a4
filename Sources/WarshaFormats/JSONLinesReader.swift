// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Reads JSON Lines: documents to work on, and lines that `JSONLinesWriter` wrote.
package struct JSONLinesReader: Sendable {
  /// Name of the file in messages.
  package var file: String

  /// Makes a reader.
  package init(file: String) { self.file = file }

  /// The document of an input line `{"id","text","date"?,"title"?}`; other members are ignored.
  ///
  /// Whether ids occur twice is for the caller to see. Throws when the line is not JSON, or has no
  /// usable `id` or `text`.
  package func document(
    _ line: some Collection<UInt8>, number: Int
  ) throws(FormatError) -> Document {
    let record = try object(line, number)
    let id = try id(of: record, number)
    guard let text = record["text"]?.string else {
      let found = record["text"].map { "\"text\" is \($0.kind), not a string" }
      throw FormatError(
        file: file, line: number,
        (found ?? "no \"text\"") + ". A line is {\"id\": …, \"text\": …, \"date\": …}.")
    }
    var document = Document(id: id, text: SourceText(text))
    document.date = try optional("date", of: record, number)
    document.title = try optional("title", of: record, number)
    if let date = document.date, !Self.looksLikeISODate(date) {
      document.diagnostics.append(
        Diagnostic(
          .warning, origin: "reader",
          "\(file):\(number): date \"\(date)\" is not ISO 8601 (2024-12-06 or 2024-12-06T10:30). "
            + "Relative dates of this document may stay unresolved."))
    }
    return document
  }

  /// The document id of a line, to find the document that its annotations belong to.
  package func id(_ line: some Collection<UInt8>, number: Int) throws(FormatError) -> String {
    try id(of: try object(line, number), number)
  }

  func object(_ line: some Collection<UInt8>, _ number: Int) throws(FormatError) -> JSONValue {
    do {
      let value = try JSONValue(parsing: line)
      if case .object = value { return value }
      throw FormatError(
        file: file, line: number, "the line holds \(value.kind), not an object {\"id\": …}.")
    } catch let error as JSONSyntaxError {
      throw FormatError(
        file: file, line: number, "\(error). Each line must be one whole JSON object.")
    } catch let error as FormatError {
      throw error
    } catch {
      throw FormatError(file: file, line: number, "\(error)")
    }
  }

  func id(of record: JSONValue, _ number: Int) throws(FormatError) -> String {
    if let id = record["id"]?.string, !id.isEmpty { return id }
    if let id = record["id"]?.integer { return String(id) }
    throw FormatError(
      file: file, line: number,
      "no \"id\". Give each line an id that no other line has: {\"id\": \"a1\", \"text\": …}.")
  }

  private func optional(
    _ key: String, of record: JSONValue, _ number: Int
  ) throws(FormatError) -> String? {
    guard let value = record[key], value != .null else { return nil }
    guard let text = value.string else {
      throw FormatError(
        file: file, line: number, "\"\(key)\" is \(value.kind), not a string. Quote it or drop it.")
    }
    return text.isEmpty ? nil : text
  }

  /// Whether a text begins as `2024`, `2024-12` or `2024-12-06` and goes on, if at all, with T.
  package static func looksLikeISODate(_ text: String) -> Bool {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    let fields = parts[0].split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    return fields.count <= 3
      && zip(fields, widths).allSatisfy { field, width in
        field.utf8.count == width && field.utf8.allSatisfy { (0x30...0x39).contains($0) }
      } && (parts.count == 1 || fields.count == 3)
  }
}
