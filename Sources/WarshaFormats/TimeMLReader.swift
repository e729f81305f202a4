// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Reads TimeML: the text of each `TEXT` with its TIMEX3 as dates, the document's date from `DCT`.
///
/// `value`, `mod`, `quant` and `freq` are kept, `comment` with `calendar=hijri` becomes the calendar.
/// Events, signals, links and the attributes that point at other tags are left out and told. A
/// document without `DOCID` is named for its file.
package struct TimeMLReader: ExchangeReader {
  /// Makes a reader.
  package init() {}

  package func load(_ bytes: [UInt8], file: String) -> Imported {
    for (number, line) in numberedLines(bytes) where String(validating: line, as: UTF8.self) == nil
    {
      return Imported(sets: [], problems: [.notUTF8(file, number)])
    }
    var scanner = XMLScanner(Array(withoutMark(bytes)))
    var builder = TimeMLBuilder(file: file)
    do {
      while let event = try scanner.next() { builder.take(event, scanner.line) }
    } catch {
      builder.problem(error.line, error.reason)
    }
    return builder.finished(atLine: scanner.line)
  }
}
