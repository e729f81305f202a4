// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaFormats
import WarshaModel
import WarshaStore

struct CorpusReaderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func message(_ path: String? = nil) -> String? {
    let error = #expect(throws: StoreError.self) {
      try CorpusReader.open(path ?? folder.path, decode: TemporaryFolder.decode)
    }
    return error.map { folder.relative($0.description) }
  }

  @Test func opensTextsAndGold() throws {
    try folder.write("a.txt", "في حمص")
    try folder.write("a.ann", "T1\tLocation 3 6\tحمص\n#1\tAnnotatorNotes T1\ttype=place\n")
    try folder.write("b.txt", "لا شيء")
    try folder.write(
      "corpus.json",
      #"[{"id":"b","date":null},{"id":"a","title":"عنوان","date":"2024-12-06","split":"dev","#
        + #""topic":"war","source":{"url":"x"}}]"#)
    let corpus = try CorpusReader.open(folder.path, decode: TemporaryFolder.decode)
    #expect(corpus.entries.map(\.id) == ["b", "a"])
    let entry = try corpus.entry("a")
    #expect(entry.groups == ["split:dev", "topic:war"])
    let document = try corpus.document(entry)
    #expect(document.title == "عنوان" && document.date == "2024-12-06")
    #expect(try corpus.gold(entry)?.annotations.map(\.type) == ["place"])
    #expect(try corpus.gold(corpus.entry("b")) == nil)
    let error = #expect(throws: StoreError.self) { try corpus.entry("aa") }
    #expect(error?.description.hasSuffix("Did you mean \"a\"?") == true)
  }

  @Test func namesNearestFolder() throws {
    try folder.write("gold/corpus.json", "[]")
    #expect(
      message(folder.path + "/golf")
        == "golf: no such file or folder. Did you mean \"gold\"?")
    #expect(
      message(folder.path + "/golf/sub")
        == "golf/sub: no such file or folder. Did you mean \"gold\"?")
  }

  @Test func saysWhatCorpusIs() throws {
    #expect(message()?.hasPrefix("DIR: no corpus.json, so this is no corpus.") == true)
    let file = try folder.write("a.txt")
    #expect(message(file)?.hasPrefix("a.txt: is a file; a folder is expected") == true)
  }

  @Test func listsWhereIndexAndFilesDisagree() throws {
    try folder.write("stray.txt")
    try folder.write("lost.ann")
    try folder.write("ab.txt")
    try folder.write(
      "corpus.json",
      "[\n {\"id\": \"ac\"},\n {\"id\": \"ab\"},\n {\"id\": \"ab\"}\n]")
    #expect(
      message() == """
        DIR: corpus.json and the files beside it do not agree.
          corpus.json:2: record "ac" has no ac.txt beside it. Add the text or drop the record. Did \
        you mean "ab.txt"?
          corpus.json:3: two records have the id "ab".
          lost.ann: no lost.txt beside these annotations.
          stray.txt: not in corpus.json. Add {"id": "stray", "date": …, "licence": …} to it or move \
        the text elsewhere.
        """)
  }

  @Test(arguments: [
    (
      "[\n{\"id\": \"a\",}]", "corpus.json:2: not JSON: a name in quotation marks should stand here"
    ),
    ("{}", "corpus.json:1: the file holds an object, not a list of records"),
    ("[{}]", "corpus.json:1: record 1 has no usable \"id\""),
    ("[{\"id\":\"../x\"}]", "corpus.json:1: record 1 has no usable \"id\""),
  ])
  func saysWhyIndexIsMalformed(text: String, start: String) throws {
    try folder.write("corpus.json", text)
    #expect(message()?.hasPrefix(start) == true)
  }

  @Test func readsFilesWithDesignedErrors() throws {
    try folder.write("sub/a.txt", "x")
    let error = #expect(throws: StoreError.self) { try Files.bytes(at: folder.path + "/sub") }
    #expect(error == .isDirectory(path: folder.path + "/sub"))
    #expect(try Files.bytes(at: folder.path + "/sub/a.txt") == [0x78])
    #expect(try AnnotationFiles.pairs(in: folder.path + "/sub").map(\.id) == ["a"])
  }
}
