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

  private func read(_ xml: String) -> Imported {
    TimeMLReader().read(Array(xml.utf8), file: "in/a.tml")
  }

  @Test func comesBack() throws {
    let xml = TimeMLWriter().opening + String(decoding: exported().bytes, as: UTF8.self)
    let imported = read(xml)
    #expect(imported.problems.isEmpty)
    let set = try #require(imported.sets.first)
    #expect(set.document.id == "a&1" && set.document.date == "2024-12-06")
    #expect(set.document.text == SourceText(text.string.replacing("\u{1}", with: "\u{FFFD}")))
    #expect(ExchangeSample.spans(set) == ["Date \(range("27 رجب").start) 27 رجب", "Date 29 عام"])
    #expect(set.annotations.map(\.value) == [.text("2025-01-27"), .text("P1Y")])
    #expect(
      Set(set.annotations[0].attributes)
        == [Attribute("calendar", .text("hijri")), Attribute("mod", .text("APPROX"))])
  }

  @Test func readsWhatOthersWrite() throws {
    let imported = read(
      """
      <?xml version='1.0'?>\r
      <!DOCTYPE TimeML SYSTEM "TimeML.dtd" [<!ENTITY a "b">]>\r
      <!-- <TEXT> -->\r
      <TimeML xmlns:xsi='x'><DCT>كتب <TIMEX3 tid="t0" type="DATE" value="2024-12-06"/></DCT>\r
      <TEXT>\r
      <EVENT eid="e1">قال</EVENT> في <TIMEX3 tid='t1' type='DATE' anchorTimeID="t0" value='2024'\r
      >ع&#x627;م</TIMEX3><![CDATA[ <&>]]></TEXT><TLINK/></TimeML>

      """)
    #expect(imported.problems.isEmpty, "\(imported.problems)")
    let set = try #require(imported.sets.first)
    #expect(set.document.id == "a" && set.document.date == "2024-12-06")
    #expect(set.document.text.string == "\nقال في عام <&>")
    #expect(ExchangeSample.spans(set) == ["Date 8 عام"])
    #expect(
      set.diagnostics.map(\.message) == ["in/a.tml: left out: 1 <EVENT>, 1 anchorTimeID."])
  }

  @Test(arguments: [
    ("<TIMEX3 tid='t1' type='DAT'>x</TIMEX3>", "type=\"DAT\" is no type of TIMEX3"),
    ("<TIMEX3 tid='t1' type='DATE'>x", "<TIMEX3> is not closed"),
    ("</TIMEX3>", "</TIMEX3> ends a tag that is not open"),
    ("a & b", "is no character of XML"),
    ("<TIMEX3 tid='t1' type=DATE>x</TIMEX3>", "has no value in quotation marks"),
    (
      "<TIMEX3 tid='t1' type='DATE'>x</TIMEX3>\n<TIMEX3 tid='t1' type='DATE'>y</TIMEX3>",
      "tid t1 is already that of line 2"
    ),
  ])
  func saysWhatIsWrong(text: String, reason: String) {
    let imported = read("<TimeML>\n<TEXT>\(text)</TEXT></TimeML>")
    #expect(imported.problems.count == 1, "\(imported.problems)")
    #expect(imported.problems.first?.reason.contains(reason) == true, "\(imported.problems)")
    #expect(imported.sets.count == 1)
  }

  @Test func cutFileKeepsWhatStandsBefore() {
    let imported = read("<TimeML><TEXT>في <TIMEX3 type='DATE'>عام</TIMEX3> قال\nثم")
    #expect(
      imported.problems.map(\.description) == [
        "in/a.tml:1: <TEXT> is not closed. Is the file cut off?"
      ])
    #expect(imported.sets.map(\.annotations.count) == [1])
    #expect(read("<html></html>").problems.first?.reason.hasPrefix("there is no <TEXT>.") == true)
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
