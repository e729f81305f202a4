// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import WarshaFormats
import WarshaModel

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct TimeMLTests {
  private let text = SourceText("😀 في \u{200F}27 رجب\r\nو<حمص> & \u{1}منذ عام")

  private func range(_ phrase: String) -> TextRange { Sample.range(phrase, in: text) }

  private func exported() -> Exported {
    let set = AnnotationSet(
      document: Document(id: "a&1", text: text, date: "2024-12-06"),
      annotations: [
        Annotation(
          layer: "dates", label: "Date", type: "DATE", range: range("27 رجب"),
          value: .text("2025-01-27"),
          attributes: [
            Attribute("calendar", .text("hijri")), Attribute("mod", .text("APPROX")),
            Attribute("note", .text("x")),
          ]),
        Annotation(layer: "dates", label: "Date", type: "SET", range: range("رجب")),
        Annotation(layer: "locations", label: "Location", type: "place", range: range("حمص")),
        Annotation(
          layer: "dates", label: "Date", type: "DURATION", range: range("عام"), value: .text("P1Y")),
      ])
    return TimeMLWriter().write(set, sentences: [])
  }

  @Test func tagsTheText() {
    #expect(
      String(decoding: exported().bytes, as: UTF8.self) == """
        <TimeML>
        <DOCID>a&amp;1</DOCID>
        <DCT><TIMEX3 tid="t0" type="DATE" value="2024-12-06" functionInDocument="CREATION_TIME">\
        2024-12-06</TIMEX3></DCT>
        <TEXT>😀 في \u{200F}<TIMEX3 tid="t1" type="DATE" value="2025-01-27" \
        comment="calendar=hijri" mod="APPROX" functionInDocument="NONE">27 رجب</TIMEX3>&#13;
        و&lt;حمص&gt; &amp; \u{FFFD}منذ <TIMEX3 tid="t2" type="DURATION" value="P1Y" \
        functionInDocument="NONE">عام</TIMEX3></TEXT>
        </TimeML>

        """)
    #expect(
      exported().losses.lines == [
        "1 spans nested in or overlapping another: \"رجب\" (a&1 9-12)",
        "1 annotations that are no dates: \"حمص\" (a&1 16-19)",
        "1 characters that XML 1.0 does not allow, written as U+FFFD: at (a&1 23-24)",
        "1 attributes: note (a&1 6-12)",
      ])
  }

  @Test func parsesToTheSameText() throws {
    let writer = TimeMLWriter()
    let xml = writer.opening + String(decoding: exported().bytes, as: UTF8.self) + writer.closing
    let reading = Reading()
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = reading
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    let expected = text.string.replacing("\u{1}", with: "\u{FFFD}")
    #expect(reading.text.utf16.elementsEqual(expected.utf16), "\(reading.text)")
    #expect(reading.values == ["2024-12-06", "2025-01-27", "P1Y"])
  }

  /// The characters of `TEXT` and the values of the tags.
  private final class Reading: NSObject, XMLParserDelegate {
    var text = ""
    var values: [String] = []
    private var isInText = false

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String] = [:]
    ) {
      if name == "TEXT" { isInText = true }
      if let value = attributes["value"] { values.append(value) }
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      if name == "TEXT" { isInText = false }
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) {
      if isInText { text += characters }
    }
  }
}
