// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import WarshaFormats
import WarshaModel

struct JSONLinesTests {
  private let reader = JSONLinesReader(file: "in.jsonl")

  @Test func writesLineAsContractHasIt() {
    let text = SourceText("نفت \"سانا\" 5 كم")
    var document = Document(id: "a\n1", text: text, date: "2024-12-06")
    document.diagnostics = [Diagnostic(.note, origin: "decoder", "ok", at: TextRange(0, 3))]
    let set = AnnotationSet(
      document: document,
      annotations: [
        Annotation(
          id: 1, layer: "claims", label: "Claim", type: "deny", range: TextRange(0, 3),
          parts: [Part("content", TextRange(4, 10))], extractor: "claims", version: "1",
          rule: "r"),
        Annotation(
          id: 2, layer: "distances", label: "Distance", type: "Distance", range: TextRange(11, 15),
          value: .number(5000), attributes: [Attribute("lat", .number(0.5))],
          relations: [Relation("from", target: 1)], confidence: 0.5, evidence: ["e"]),
      ])
    let expected = """
      {"id":"a\\n1","date":"2024-12-06","text_sha256":"\
      \(SHA256.hexDigest(of: Array(text.string.utf8)))","offset_unit":"codepoint","annotations":[\
      {"id":"T1","layer":"claims","label":"Claim","type":"deny","start":0,"end":3,"text":"نفت",\
      "value":null,"cue":{"start":0,"end":3,"text":"نفت"},"source":null,\
      "content":{"start":4,"end":10,"text":"\\"سانا\\""},"attributes":{},"relations":[],\
      "extractor":"claims","version":"1","rule":"r","confidence":1},\
      {"id":"T2","layer":"distances","label":"Distance","type":"Distance","start":11,"end":15,\
      "text":"5 كم","value":5000,"attributes":{"lat":0.5},"relations":[{"role":"from","target":"T1"}],\
      "extractor":"","version":"","rule":"","confidence":0.5,"evidence":["e"]}],\
      "diagnostics":[{"severity":"note","origin":"decoder","message":"ok","start":0,"end":3}]}

      """
    #expect(String(decoding: JSONLinesWriter().line(set), as: UTF8.self) == expected)
  }

  @Test(arguments: OffsetUnit.allCases)
  func readsWhatItWrites(unit: OffsetUnit) throws {
    let set = Sample.set()
    let line = JSONLinesWriter(offsetUnit: unit).line(set)
    let back = try reader.annotations(line, number: 1, document: set.document)
    #expect(back.annotations == set.annotations)
  }

  @Test func agreesWithFoundationOnEscapes() throws {
    let text = "\"\\\u{1}\u{1F}\u{7F}\t\r\n😀\u{2028}ًا"
    let document = Document(id: text, text: SourceText(text))
    let whole = Annotation(
      layer: "x", label: "X", type: "", range: TextRange(0, document.text.count))
    let line = JSONLinesWriter().line(AnnotationSet(document: document, annotations: [whole]))
    let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
    #expect((object?["id"] as? String)?.utf16.elementsEqual(text.utf16) == true)
    let annotations = object?["annotations"] as? [[String: Any]]
    #expect((annotations?.first?["text"] as? String)?.utf16.elementsEqual(text.utf16) == true)
  }

  @Test func readsDocument() throws {
    let line = #"{"title":null,"id":"a1","text":"حمص \ud83d\ude00","date":"2024-12-06T10:30"}"#
    let document = try reader.document(Array(line.utf8), number: 1)
    #expect(document.id == "a1")
    #expect(document.text.string == "حمص 😀")
    #expect(document.date == "2024-12-06T10:30")
    #expect(document.title == nil && document.diagnostics.isEmpty)
  }

  @Test func remarksOnDateThatIsNotISO() throws {
    let line = #"{"id":"a1","text":"x","date":"6/12/2024"}"#
    #expect(try reader.document(Array(line.utf8), number: 1).diagnostics.count == 1)
  }

  @Test(arguments: [
    (
      "{\"id\":",
      "in.jsonl:7: not JSON: the text ends where a value should stand (byte 7). Each line must be "
        + "one whole JSON object."
    ),
    ("[1]", "in.jsonl:7: the line holds an array, not an object {\"id\": …}."),
    (
      "{\"text\":\"x\"}",
      "in.jsonl:7: no \"id\". Give each line an id that no other line has: {\"id\": \"a1\", "
        + "\"text\": …}."
    ),
    (
      "{\"id\":\"a\"}",
      "in.jsonl:7: no \"text\". A line is {\"id\": …, \"text\": …, \"date\": …}."
    ),
    (
      "{\"id\":\"a\",\"text\":1}",
      "in.jsonl:7: \"text\" is a number, not a string. A line is {\"id\": …, \"text\": …, "
        + "\"date\": …}."
    ),
  ])
  func saysWhyLineIsNoDocument(line: String, message: String) {
    let error = #expect(throws: FormatError.self) {
      try reader.document(Array(line.utf8), number: 7)
    }
    #expect(error?.description == message)
  }

  @Test(arguments: [
    (#"{"id":"b"}"#, "belongs to document b"),
    (#"{"id":"a1","text_sha256":"00"}"#, "text_sha256"),
    (#"{"id":"a1","offset_unit":"bytes"}"#, "codepoint, utf8, utf16"),
    (
      #"{"id":"a1","annotations":[{"layer":"x","start":0,"end":999}]}"#, "not a stretch of the text"
    ),
    (#"{"id":"a1","annotations":[{"layer":"x","start":0,"end":3,"text":"قال"}]}"#, "the text has"),
    (
      #"{"id":"a1","annotations":[{"id":"T1","layer":"x","start":0,"end":3,"#
        + #""relations":[{"role":"from","target":"T9"}]}]}"#, "T9"
    ),
  ])
  func refusesLineOfAnotherText(line: String, part: String) {
    let error = #expect(throws: FormatError.self) {
      try reader.annotations(Array(line.utf8), number: 1, document: Sample.document())
    }
    #expect(error?.description.contains(part) == true, "\(String(describing: error))")
  }
}
