// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import WarshaModel
import WarshaPages

/// Whole pages of different makes: `Pages/NAME.html` becomes `Pages/NAME.expected`, which is title and
/// date, an empty line, and the text.
struct PageLayoutTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Pages").path

  private static func bytes(_ file: String) -> [UInt8] {
    Array(FileManager.default.contents(atPath: folder + "/" + file) ?? Data())
  }

  @Test func thereIsAnExpectationForEachPage() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    let pages = names.filter { $0.hasSuffix(".html") }.map { $0.dropLast(5) }.sorted()
    let expected = names.filter { $0.hasSuffix(".expected") }.map { $0.dropLast(9) }.sorted()
    #expect(pages == expected)
    #expect(pages.map(String.init) == Self.pages.sorted())
  }

  static let pages = [
    "agency-json-ld", "amp", "blogger", "brief", "comments", "hashed-classes", "inline-ads",
    "live-blog", "mobile", "nested-divs",
    "script-loaded", "table-1256", "time-only", "wordpress-related",
  ]

  @Test(arguments: pages) func takesTextTitleAndDate(of page: String) {
    let read = Reader.read(Self.bytes(page + ".html"))
    let found =
      "title: \(read.title ?? "")\ndate: \(read.date ?? "")\n\n\(read.text.string)"
    let expected = String(decoding: Self.bytes(page + ".expected"), as: UTF8.self)
    #expect(found == expected, "\(Self.difference(expected, found))")
  }

  /// The lines that differ, those expected with - and those found with +.
  private static func difference(_ expected: String, _ found: String) -> String {
    let (old, new) = (expected.split(separator: "\n"), found.split(separator: "\n"))
    let changes = new.difference(from: old)
    return (changes.removals.map { ($0, "-") } + changes.insertions.map { ($0, "+") })
      .map { change, sign in
        switch change {
        case .insert(let line, let text, _), .remove(let line, let text, _):
          "\n\(sign) \(line + 1): \(text)"
        }
      }.joined()
  }
}
