// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel
import WarshaStore

/// Which files are pages, and whose date counts.
struct PageInputTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Stands in for the reader of pages: the text is the name of the file.
  @Sendable private static func decode(_ bytes: [UInt8], _ path: String) -> FileContent {
    FileContent(
      text: SourceText(path.split(separator: "/").last.map(String.init) ?? ""), title: "page",
      date: bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self),
      undated: Diagnostic(.warning, origin: "page", "undated"))
  }

  private func read(_ name: String, date: String? = nil) throws -> [Document] {
    try InputReader(date: date, decode: Self.decode).read(folder.path + "/" + name).documents
  }

  @Test(arguments: [
    ("a.html", true), ("a.HTM", true), ("x/a.b.xhtml", true), ("a.txt", false), (".html", false),
    ("html", false), ("a.html.txt", false), ("a.jsonl", false), ("a.mhtml", false),
  ])
  func knowsPagesByTheirNames(path: String, isPage: Bool) {
    #expect(DocumentNames.isPage(path) == isPage)
  }

  @Test func givenDateCountsBeforeThatOfThePage() throws {
    try folder.write("dated.html", "2024-12-06")
    try folder.write("undated.html")
    #expect(try read("dated.html").map(\.date) == ["2024-12-06"])
    #expect(try read("dated.html", date: "2020-01-01").map(\.date) == ["2020-01-01"])
    #expect(try read("undated.html").flatMap(\.diagnostics).map(\.message) == ["undated"])
    #expect(try read("undated.html", date: "2020-01-01").flatMap(\.diagnostics) == [])
  }

  @Test func recordOfACorpusCountsBeforeAll() throws {
    try folder.write("a.html", "2024-12-06")
    try folder.write("b.txt", "2024-12-06")
    try folder.write("b.html", "2024-12-06")
    try folder.write("corpus.json", #"[{"id":"a","date":"2021-01-01","title":"t"},{"id":"b"}]"#)
    for documents in [try read("."), try read(".", date: "2022-02-02")] {
      #expect(documents.map(\.text.string) == ["a.html", "b.txt"])
      #expect(documents.first?.date == "2021-01-01" && documents.first?.title == "t")
    }
    #expect(try read("a.html").first?.date == "2021-01-01")
  }

  @Test func readsAFolderOfPages() throws {
    for name in ["b.htm", "a.html", "a.txt", "c.txt", "page_files/ad.html", "x.jpg"] {
      try folder.write(name)
    }
    let documents = try read(".")
    #expect(documents.map(\.id) == ["a", "a.txt", "b", "c"])
    #expect(documents.map(\.text.string) == ["a.html", "a.txt", "b.htm", "c.txt"])
  }

  @Test func folderWithoutPagesIsNoCorpus() throws {
    try folder.write("a.txt")
    #expect(throws: StoreError.self) { try read(".") }
  }
}
