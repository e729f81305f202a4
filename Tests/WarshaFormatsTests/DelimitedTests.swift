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
        "\n\"a,1\",T1,x,X,=1,0,13,\"قال \"\"نعم\"\"\r\nثم\",,,,,,1,,\n"), "\(csv)")
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
}
