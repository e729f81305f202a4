// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import WarshaFormats
import WarshaModel

struct DelimitedTests {
  @Test func writesRowForEachAnnotation() {
    let rows = ExchangeSample.text(.tsv).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(rows.count == 4)
    #expect(rows.allSatisfy { $0.count == 16 })
    #expect(rows[1].prefix(8) == ["a1", "T1", "claims", "Claim", "deny", "2", "5", "نفت"])
    #expect(rows[1][14] == "source 6..<13; content 28..<61")
    #expect(
      rows[2].prefix(8) == ["a1", "T2", "locations", "Location", "place", "15", "22", "القاهرة"])
    #expect(rows[2][8] == "القاهرة")
    #expect(rows[2][9] == "lat=30.06; lon=31.25; candidates=القاهرة (أخرى) 7|القاهرة 3")
    #expect(rows[2][10...13] == ["name", "locations", "0.1.0", "1"])
    #expect(rows[3][15] == "near=T2")
    #expect(ExchangeSample.losses(.tsv).isEmpty)
  }

  @Test func quotesAsTheStandardSays() {
    let document = Document(id: "a,1", text: SourceText("قال \"نعم\"\r\nثم"))
    let whole = Annotation(
      layer: "x", label: "X", type: "=1", range: TextRange(0, document.text.count),
      evidence: ["step"])
    let set = AnnotationSet(document: document, annotations: [whole])
    let csv = ExchangeSample.text(.csv, set)
    #expect(
      csv.hasSuffix(
        "\n\"a,1\",T1,x,X,'=1,0,13,\"قال \"\"نعم\"\"\r\nثم\",,,,,,1,,\n"), "\(csv)")
    let losses = ExchangeFormat.csv.writer.write(set, sentences: []).losses
    #expect(losses.count(of: .evidence) == 1)
  }

  @Test func putsPlacesOnTheMap() throws {
    let json = try JSONSerialization.jsonObject(with: Data(ExchangeSample.text(.geojson).utf8))
    let features = (json as? [String: Any])?["features"] as? [[String: Any]]
    #expect(features?.count == 1)
    let geometry = features?.first?["geometry"] as? [String: Any]
    #expect(geometry?["coordinates"] as? [Double] == [31.25, 30.06])
    let properties = features?.first?["properties"] as? [String: Any]
    #expect(properties?["doc"] as? String == "a1")
    #expect(properties?["start"] as? Int == 15 && properties?["end"] as? Int == 22)
    #expect(properties?["name"] as? String == "القاهرة")
    #expect(properties?["candidates"] as? [String] == ["القاهرة (أخرى) 7", "القاهرة 3"])
    #expect(
      ExchangeSample.losses(.geojson).lines == [
        "1 locations without coordinates: \"حمص\" (a1 37-40)",
        "1 annotations that are no locations: \"نفت\" (a1 2-5)",
      ])
  }

  @Test func aMapOfNothingIsStillAMap() throws {
    let empty = AnnotationSet(document: Document(id: "e", text: SourceText("")), annotations: [])
    let json = try JSONSerialization.jsonObject(
      with: Data(ExchangeSample.text(.geojson, empty).utf8))
    #expect(((json as? [String: Any])?["features"] as? [Any])?.isEmpty == true)
  }

  private let texts = KnownTexts([ExchangeSample.set().document], source: "texts")

  private func read(_ text: String, _ format: ExchangeFormat = .csv) -> Imported {
    format.reader(texts: texts).read(Array(text.utf8), file: "in.csv")
  }

  @Test(arguments: [ExchangeFormat.csv, .tsv])
  func rowsComeBack(format: ExchangeFormat) throws {
    let imported = read(ExchangeSample.text(format), format)
    #expect(imported.problems.isEmpty)
    let set = try #require(imported.sets.first)
    #expect(Sample.kept(set) == Sample.kept(ExchangeSample.set()))
    #expect(set.annotations[1].rule == "name" && set.annotations[1].extractor == "locations")
    #expect(set.document.date == "2024-12-06")
  }

  @Test func mapsComeBack() throws {
    let imported = read(ExchangeSample.text(.geojson), .geojson)
    #expect(imported.problems.isEmpty)
    let set = try #require(imported.sets.first)
    var expected = ExchangeSample.set().annotations[1]
    expected.id = 1
    #expect(set.annotations == [expected])
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+٥", "'+٥"), ("@x", "'@x"), ("\tx", "'\tx"), ("\rx", "'\rx"),
    ("-x", "'-x"),
    ("'=1", "''=1"), ("-5", "-5"), ("-5.25", "-5.25"), ("-", "'-"), ("-1-1", "'-1-1"), ("'x", "'x"),
    ("", ""), ("x=1", "x=1"), ("''", "''"),
  ])
  func formulasAreGuarded(field: String, written: String) throws {
    let item = Annotation(
      layer: "x", label: "X", type: field, range: TextRange(3, 6), value: .text(field))
    let set = AnnotationSet(document: ExchangeSample.set().document, annotations: [item])
    let tsv = ExchangeSample.text(.tsv, set)
    let quoted = written.contains { "\t\r".contains($0) } ? "\"\(written)\"" : written
    #expect(tsv.contains("\tX\t\(quoted)\t2\t5\t"), "\(tsv)")
    #expect(read(tsv, .tsv).sets.first?.annotations.first?.type == field)
  }

  private let header =
    "document,id,label,start_scalar,end_scalar,text,relations,parts,confidence\r\n"

  @Test(arguments: [
    ("a1,T1,X,2,5,نفت,,", "the row has 8 fields, the header 9. Is the file cut off here?"),
    ("a1,T1,X,zwei,5,نفت,,,", "start_scalar \"zwei\" is no whole number."),
    (
      "a1,T1,X,3,6,نفت,,,",
      "X at 3..<6 says \"نفت\" but the text has \"فت \". It stands 1 code point before"
    ),
    ("a2,T1,X,2,5,نفت,,,", "there is no text \"a2\" in texts. Did you mean \"a1\"?"),
    ("a1,T1,X,2,5,نفت,near=T3,,", "relation near leads to T3, which a1 does not have."),
    ("a1,T1,X,2,5,نفت,,source 7,", "parts \"source 7\" is not source 6..<13"),
    ("a1,T1,X,2,5,نفت,,source 7..<700,", "source at 7..<700 is no stretch of the text"),
    ("a1,T1,X,2,5,نفت,,,2", "confidence \"2\" is no number from 0 to 1."),
    ("a1,T1,X,2,5,\"نفت,,,", "the quotation mark that opens here is not closed."),
    ("a1,T9,X,2,5,نفت,,,", "id T9 of a1 is already that of line 3."),
  ])
  func saysWhatIsWrong(row: String, reason: String) {
    let sound = "\"a1\",T9,X,2,5,\"نفت\",,,\r\n"
    let imported = read("\u{FEFF}" + header + "\r\n" + sound + row + "\r\n")
    #expect(imported.problems.map(\.line) == [4])
    #expect(imported.problems.first?.reason.hasPrefix(reason) == true, "\(imported.problems)")
    #expect(imported.sets.map(\.document.id) == ["a1"])
  }

  @Test func namesTheOtherSeparator() {
    #expect(
      read("document;label;start_scalar;end_scalar\na1;X;2;5\n").problems.map(\.reason) == [
        "the header lacks document, label, start_scalar, end_scalar. Columns are parted by ; here."
      ])
    #expect(read("").problems.map(\.reason) == ["the file has no header row."])
  }

  @Test func featuresOutsideATextAreTold() {
    let map = """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{"a":"{\\"["}},
      {"type":"Feature","geometry":null,"properties":{"doc":"a1","start":2,"end":5}}]}
      """
    let imported = read(map, .geojson)
    #expect(
      imported.problems.map(\.description) == [
        "in.csv:2: feature 1 lacks doc, start or end: it stands on the map, but in no text."
      ])
    #expect(imported.sets.map(ExchangeSample.spans) == [["Location 3 نفت"]])
  }
}
