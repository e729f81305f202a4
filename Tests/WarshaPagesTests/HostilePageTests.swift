// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel
import WarshaPages

/// Pages that are broken or made to break: no crash, no hang, and what there is of text.
@Suite(.timeLimit(.minutes(1)))
struct HostilePageTests {
  private static func many(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  /// Pages in which the paragraph must be found nevertheless.
  static let readable: [(name: String, html: String)] = [
    ("open divs before", many("<div>", 200_000) + Reader.paragraph),
    ("100,000 deep", many("<div>", 100_000) + Reader.paragraph + many("</div>", 100_000)),
    ("inline, 100,000 deep", many("<b><font>", 50_000) + Reader.paragraph),
    ("lists in lists", many("<ul><li>", 50_000) + Reader.paragraph),
    ("tables in tables", many("<table><tr><td>", 30_000) + Reader.paragraph),
    ("end tags of nothing", many("</b></x></div>", 50_000) + Reader.paragraph),
    ("no end tags", "<html><body><div><p>حمص<div>" + String(Reader.paragraph.dropLast(4))),
    ("a tag of 1 MB", "<div a=\"\(many("x", 1_000_000))\">" + Reader.paragraph),
    (
      "100,000 attributes",
      "<div \((0..<100_000).map { "a\($0)=1" }.joined(separator: " "))>" + Reader.paragraph
    ),
    (
      "100,000 attributes without blanks",
      "<div \((0..<100_000).map { "a\($0)='<'" }.joined())>" + Reader.paragraph
    ),
    ("100,000 empty elements", many("<i></i>", 100_000) + Reader.paragraph),
    ("100,000 line breaks", many("<br>", 100_000) + Reader.paragraph),
    ("100,000 comments", many("<!-- x -->", 100_000) + Reader.paragraph),
    ("100,000 open comments", Reader.paragraph + many("<!--", 100_000)),
    ("100,000 scripts", many("<script>a<b</script>", 100_000) + Reader.paragraph),
    ("100,000 headings", many("<h2>حمص</h2>", 100_000) + Reader.paragraph),
    ("100,000 bodies", Reader.paragraph + many("<body class=x>", 100_000)),
    (
      "spans of furniture",
      many("<p><span class=tag>", 20_000) + many("<i></i>", 20_000) + Reader.paragraph
    ),
    ("NULs", "<html>\0<bo\0dy>\0" + Reader.paragraph.replacing(" ", with: "\0 ")),
    ("controls", "\u{1}\u{7F}<p\u{8}>" + Reader.paragraph + "\u{FFFF}\u{FFFE}"),
    ("cut in a tag", Reader.paragraph + "<p class=\"x"),
    ("cut in an end tag", String(Reader.paragraph.dropLast())),
    ("cut in an entity", "<b>حمص</b>" + Reader.paragraph + "&am"),
    ("cut in a script", Reader.paragraph + "<script>var x = '<p>"),
    (
      "entities that multiply",
      "<!DOCTYPE html [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"> "
        + "<!ENTITY c SYSTEM \"file:///etc/passwd\">]>" + Reader.paragraph
    ),
    (
      "JSON-LD that is not JSON", "<script type=application/ld+json>{{{</script>" + Reader.paragraph
    ),
    (
      "JSON-LD 100,000 deep",
      "<script type=application/ld+json>\(many("[", 100_000))</script>" + Reader.paragraph
    ),
    ("a charset that lies", "<meta charset=utf-7>" + Reader.paragraph),
    (
      "a refresh",
      "<meta http-equiv=refresh content='0;url=http://example.invalid/'>" + Reader.paragraph
    ),
  ]

  @Test(arguments: readable.indices) func findsTheText(_ index: Int) {
    let text = Reader.read(Self.readable[index].html).text.string
    #expect(text.contains(Reader.plain), "\(Self.readable[index].name)")
    #expect(!text.contains("root:"), "\(Self.readable[index].name)")
  }

  /// Pages without text: what comes of them, and the warning.
  static let empty: [(html: String, text: String, warning: String)] = [
    ("", "", "has no HTML in it"),
    ("   \n", "   \n", "has no HTML in it"),
    ("حمص < حماة\n\n5 > 3", "حمص < حماة\n\n5 > 3", "has no HTML in it"),
    ("{\"html\": \"<p>حمص</p>\"}", "{\"html\": \"<p>حمص</p>\"}", "has no HTML in it"),
    ("<", "<", "has no HTML in it"),
    ("<script>document.write('x')</script>", "", "no main text found"),
    ("<html><frameset cols='1,2'><frame src=a><frame src=b></frameset></html>", "", "no main text"),
    ("<title>حمص</title><body><div id=root></div>", "حمص\n", "no main text found"),
    ("<div", "", "no main text found"),
  ]

  @Test(arguments: empty) func saysThatThereIsNothing(html: String, text: String, warning: String) {
    let page = Reader.read(html)
    #expect(page.text.string == text)
    #expect(page.diagnostics.contains { $0.severity == .warning && $0.message.hasPrefix(warning) })
  }

  @Test func doesNotExpandEntitiesOfThePage() {
    let page = Reader.read(
      "<!DOCTYPE x [<!ENTITY c SYSTEM \"file:///etc/passwd\">]>" + Reader.paragraph
        + "<p>حمص &c; هنا")
    #expect(page.text.string.hasSuffix("حمص &c; هنا\n"))
  }

  @Test func readsTheBeginningOfAPageWithoutEnd() {
    let filler = "<!-- " + Self.many("x", 1 << 23) + " -->"
    let page = Reader.read(Reader.paragraph + filler + Reader.paragraph)
    #expect(page.text.string == Reader.plain + "\n")
    #expect(page.diagnostics.contains { $0.message.hasPrefix("too long") })
  }

  @Test func cutsAnywhere() {
    let html =
      "<html><head><title>س</title><script type=\"application/ld+json\">{\"@type\":\"Article\"}"
      + "</script></head><body><!-- x --><div class='a b'>\(Reader.paragraph)&amp;</div></body>"
    let units = Array(html.utf16)
    for end in units.indices { _ = Reader.reader.read(SourceText(units: Array(units[..<end]))) }
    let bytes = Array(html.utf8)
    for end in stride(from: 0, to: bytes.count, by: 3) { _ = Reader.read(Array(bytes[..<end])) }
  }

  @Test func survivesNoise() {
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      "<", ">", "/", "\"", "'", "=", " ", "&", "#", ";", "!", "--", "?", "[", "]", "\0", "\n",
      "div", "p", "table", "tr", "td", "li", "a", "body", "html", "head", "script", "style",
      "meta", "title", "form", "frameset", "svg", "textarea", "class", "حمص", "\u{200F}", "😀",
      "<p>", "</p>", "<a href=x>", "</a>", "<td>", "<br>", "<!--", "-->", "<script>",
    ]
    for _ in 0..<2000 {
      let page = (0..<random(120)).map { _ in pieces[random(pieces.count)] }.joined()
      _ = Reader.read(page)
    }
  }
}
