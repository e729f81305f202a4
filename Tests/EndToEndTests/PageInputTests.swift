// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Saved web pages wherever an input is read.
@Suite struct PageInputTests {
  private static let page = """
    <html><head><meta charset="utf-8"><title>سباق الصحراء | الرياضي</title>
    <meta property="article:published_time" content="2024-12-06T10:30:00+03:00"></head>
    <body><nav><a href="/">على بعد 7 كيلومترات</a></nav><h1>سباق الصحراء 📉</h1>
    <article><p>قطع العدّاء 5 كيلو<b>مترات</b> في نصف ساعة، ثم مشى أمس الخميس مئتي متر إلى خط النهاية
    بين آلاف من المشجعين.</p></article><footer>طول الشارع 3 كيلومترات</footer></body></html>
    """

  private static let text = """
    سباق الصحراء 📉

    قطع العدّاء 5 كيلومترات في نصف ساعة، ثم مشى أمس الخميس مئتي متر إلى خط النهاية بين آلاف من المشجعين.

    """

  private struct Line: Decodable {
    struct Annotation: Decodable {
      var start: Int
      var end: Int
      var text: String
      var value: Value?
    }
    /// A number or a string.
    enum Value: Decodable, Equatable {
      case number(Double), text(String)
      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        self =
          if let number = try? container.decode(Double.self) { .number(number) } else {
            .text(try container.decode(String.self))
          }
      }
    }
    var id: String
    var date: String?
    var title: String?
    var text: String?
    var annotations: [Annotation]
  }

  private func lines(_ words: [String], input: String = "", in folder: TemporaryFolder) throws
    -> [Line]
  {
    let run = try Warsha.run(words, input: input, in: folder)
    #expect(run.status == 0 && run.errors == "", "\(run.errors)")
    return try run.output.split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
  }

  @Test func offsetsPointIntoTheTextOfTheLine() throws {
    let folder = try TemporaryFolder()
    try folder.write("race.html", Self.page)
    let words = ["--extractors", "distances,dates", "--format", "jsonl", "--with-text"]
    let line = try #require(try lines(["extract", "race.html"] + words, in: folder).first)
    #expect(line.id == "race" && line.title == "سباق الصحراء 📉" && line.text == Self.text)
    #expect(line.date == "2024-12-06T10:30:00+03:00")
    let scalars = Array(Self.text.unicodeScalars)
    for annotation in line.annotations {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[annotation.start..<annotation.end])
      #expect(String(view) == annotation.text)
    }
    #expect(line.annotations.map(\.text).contains("5 كيلومترات"))
    #expect(!line.annotations.map(\.value).contains(.number(7000)))
    #expect(
      line.annotations.contains { $0.text == "أمس الخميس" && $0.value == .text("2024-12-05") })
  }

  @Test func lineWithTextIsInputAgain() throws {
    let folder = try TemporaryFolder()
    try folder.write("race.html", Self.page)
    let words = ["--extractors", "distances", "--format", "jsonl", "--with-text"]
    let first = try Warsha.run(["extract", "race.html"] + words, in: folder).output
    let again = try Warsha.run(["extract", "-"] + words, input: first, in: folder).output
    #expect(again == first.replacingOccurrences(of: Self.note, with: ""))
  }

  private static let note =
    #"{"severity":"note","origin":"page","message":"text from element article, "#
    + #"title from the headline, date from meta"}"#

  @Test func bratWritesTheText() throws {
    let folder = try TemporaryFolder()
    try folder.write("race.HTM", Self.page)
    let run = try Warsha.run(
      ["extract", "race.HTM", "--extractors", "distances", "--format", "brat", "--out", "out"],
      in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(folder.read("out/race.txt") == Self.text)
    #expect(folder.read("out/race.ann").hasPrefix("T1\tDistance"))
  }

  @Test func opensAndAsksForTheDate() throws {
    let folder = try TemporaryFolder()
    try folder.write("race.html", Self.page)
    try folder.write("undated.html", "<p>قطع العداء 5 كيلومترات في نصف ساعة يوم أمس وحده.</p>")
    let run = try Warsha.run(
      [],
      input: """
        open race.html
        open race.html --date 2020-01-01
        open undated.html
        show

        """, in: folder)
    #expect(
      run.output.hasPrefix(
        """
        race: 25 tokens, 2 sentences, date 2024-12-06T10:30:00+03:00
        race: 25 tokens, 2 sentences, date 2020-01-01
        undated: 11 tokens, 1 sentence, no date (give one with --date)
        """), "\(run.output)")
    #expect(
      run.errors.contains(
        "warning: undated: page: tells no date of publication, so relative dates stay open."))
  }

  @Test func explicitDateWins() throws {
    let folder = try TemporaryFolder()
    try folder.write("race.html", Self.page)
    let words = ["--extractors", "dates", "--format", "jsonl", "--date", "2020-01-03"]
    let line = try #require(try lines(["extract", "race.html"] + words, in: folder).first)
    #expect(line.date == "2020-01-03")
    #expect(line.annotations.map(\.value).contains(.text("2020-01-02")))
  }

  @Test func readsAFolderOfPages() throws {
    let folder = try TemporaryFolder()
    try folder.write("pages/b.html", Self.page)
    try folder.write("pages/a.html", Self.page)
    let found = try lines(
      ["extract", "pages", "--extractors", "distances", "--format", "jsonl"], in: folder)
    #expect(found.map(\.id) == ["a", "b"])
    #expect(found.map(\.annotations.count) == [2, 2])
    #expect(found.map(\.text) == [nil, nil])
  }

  @Test func readsLegacyCharset() throws {
    let folder = try TemporaryFolder()
    let bytes =
      Array("<meta http-equiv=content-type content='text/html; charset=windows-1256'><p>".utf8)
      + [0xDE, 0xD8, 0xDA, 0x20, 0x35, 0x20, 0xE3, 0xC8, 0xC7, 0xE1, 0xCD]
    try folder.write("old.html")
    try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/old.html"))
    let run = try Warsha.run(
      ["extract", "old.html", "--format", "jsonl", "--with-text", "--extractors", "distances"],
      in: folder)
    #expect(run.output.contains(#""text":"قطع 5 مبالح\n""#), "\(run.output)")
    #expect(run.output.contains("decoded from windows-1256"))
  }
}
