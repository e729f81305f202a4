// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The JSON Lines that other programs read.
@Suite struct JSONLinesContractTests {
  private struct Line: Decodable {
    struct Annotation: Decodable {
      struct Span: Decodable {
        var start: Int
        var end: Int
        var text: String
      }
      var id: String
      var layer: String
      var label: String
      var start: Int
      var end: Int
      var text: String
      var cue: Span?
      var source: Span?
      var content: Span?
    }
    var id: String
    var date: String?
    var unit: String
    var annotations: [Annotation]

    enum CodingKeys: String, CodingKey {
      case id, date, annotations
      case unit = "offset_unit"
    }
  }

  private func lines(_ text: String) throws -> [Line] {
    try text.split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
  }

  @Test func offsetsPointAtTheirTextInEveryLineOfTheCorpus() throws {
    let folder = try TemporaryFolder()
    let corpus = Warsha.checkout + "/Corpus"
    let run = try Warsha.run(["extract", corpus, "--format", "jsonl"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let lines = try lines(run.output)
    #expect(lines.count >= 16)
    for line in lines {
      let data = FileManager.default.contents(atPath: "\(corpus)/\(line.id).txt") ?? Data()
      let text = Array(String(decoding: data, as: UTF8.self).unicodeScalars)
      #expect(line.unit == "codepoint")
      for annotation in line.annotations {
        let spans =
          [(annotation.start, annotation.end, annotation.text)]
          + [annotation.cue, annotation.source, annotation.content].compactMap { part in
            part.map { ($0.start, $0.end, $0.text) }
          }
        for (start, end, surface) in spans {
          var view = String.UnicodeScalarView()
          view.append(contentsOf: text[start..<end])
          #expect(String(view) == surface, "\(line.id) \(annotation.id)")
        }
      }
    }
  }

  @Test(
    arguments: [("codepoint", 2, 13), ("utf16", 3, 14), ("utf8", 5, 25)] as [(String, Int, Int)])
  func countsInTheUnitAskedFor(unit: String, start: Int, end: Int) throws {
    let folder = try TemporaryFolder()
    try folder.write("emoji.txt", "📉 5 كيلومترات")
    let run = try Warsha.run(
      [
        "extract", "emoji.txt", "--extractors", "distances", "--format", "jsonl", "--offsets", unit,
      ], in: folder)
    let annotation = try #require(try lines(run.output).first?.annotations.first)
    #expect(annotation.start == start && annotation.end == end)
    #expect(annotation.text == "5 كيلومترات")
  }

  @Test func countsBothUnitsOfALineEnd() throws {
    let folder = try TemporaryFolder()
    try folder.write("crlf.txt", "مرحبا\r\n\r\n5 كيلومترات\r\n")
    let run = try Warsha.run(
      ["extract", "crlf.txt", "--extractors", "distances", "--format", "jsonl"], in: folder)
    let annotation = try #require(try lines(run.output).first?.annotations.first)
    #expect(annotation.start == 9 && annotation.end == 20)
  }

  @Test func readsStandardInputInOrder() throws {
    let folder = try TemporaryFolder()
    let input = """
      {"id":"b","text":"5 كيلومترات","date":"2024-12-06"}
      {"id":"a","text":""}

      {"id":"c","text":"42 كلم"}
      """
    let run = try Warsha.run(
      ["extract", "-", "--extractors", "distances", "--format", "jsonl"], input: input, in: folder)
    let lines = try lines(run.output)
    #expect(lines.map(\.id) == ["b", "a", "c"])
    #expect(lines.map(\.date) == ["2024-12-06", nil, nil])
    #expect(lines.map(\.annotations.count) == [1, 0, 1])
    #expect(run.status == 0)
  }

  @Test func brokenLinesCostThemselvesOnly() throws {
    let folder = try TemporaryFolder()
    let input =
      "{\"id\":\"a\",\"text\":\"42 كلم\"}\nnot json\n{\"id\":\"b\",\"text\":\"5 أمتار\"}\n"
    let run = try Warsha.run(
      ["extract", "-", "--extractors", "distances", "--format", "jsonl"], input: input, in: folder)
    #expect(try lines(run.output).map(\.id) == ["a", "b"])
    #expect(run.errorLines.first?.hasPrefix("error: -:2: not JSON") ?? false)
    #expect(run.status == 1)
  }

  @Test func sameBytesForAnyNumberOfThreads() throws {
    let folder = try TemporaryFolder()
    let words = [
      "extract", Warsha.checkout + "/Corpus", "--format", "jsonl", "--explain", "--jobs",
    ]
    let outputs = try ["1", "2", "5"].map { try Warsha.run(words + [$0], in: folder).output }
    #expect(outputs[0].count > 1000)
    #expect(outputs[0] == outputs[1])
    #expect(outputs[0] == outputs[2])
  }
}
