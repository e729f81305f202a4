// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel
import WarshaPages

/// Titles and dates, and which of several counts.
struct MetadataTests {
  static let dates: [(html: String, date: String?)] = [
    ("<meta property=article:published_time content=2024-12-06>", "2024-12-06"),
    ("<meta name=DC.date.issued content='2024-12-06T10:30Z'>", "2024-12-06T10:30Z"),
    (
      "<meta itemprop=datePublished content='2024-12-06 10:30:15.123 +0300'>",
      "2024-12-06T10:30:15+03:00"
    ),
    ("<meta name=pubdate content='20241206T103000+03'>", "2024-12-06T10:30:00+03:00"),
    ("<meta name=pubdate content='20241206'>", "2024-12-06"),
    ("<meta name=date content='Fri, 06 Dec 2024 10:30:00 GMT'>", "2024-12-06T10:30:00Z"),
    ("<meta name=date content='December 6, 2024 9:05 PM'>", "2024-12-06T21:05"),
    ("<meta name=date content='25/12/2024 18:00'>", "2024-12-25T18:00"),
    ("<meta name=date content='12/25/2024'>", "2024-12-25"),
    ("<meta name=date content='6/12/2024'>", nil),
    ("<meta name=date content='1733481000'>", "2024-12-06T10:30:00Z"),
    ("<meta name=date content='٢٠٢٤/١٢/٠٦'>", "2024-12-06"),
    ("<meta name=date content='2024-02-30'>", nil),
    ("<meta name=date content='0000-00-00'><meta name=created content=2024-12-06>", "2024-12-06"),
    ("<meta name=date content='1970-01-01T00:00:00Z'>", nil),
    ("<meta name=date content='أمس'>", nil),
    ("<meta name=date content='2024-12-06T25:61'>", "2024-12-06"),
    (
      "<meta name=date content=2020-01-01><meta property=article:published_time content=2024-12-06>",
      "2024-12-06"
    ),
    (
      "<meta property=article:modified_time content=2025-01-01><p><time datetime=2024-12-06>x</time></p>",
      "2024-12-06"
    ),
    ("<meta property=article:modified_time content=2025-01-01>", "2025-01-01"),
    ("<div itemprop=datePublished>6 Dec 2024</div>", "2024-12-06"),
    ("<time datetime=2020-01-01>x</time><time pubdate datetime=2024-12-06>y</time>", "2024-12-06"),
    ("<div class=comments><time datetime=2020-01-01>x</time></div>", nil),
    (
      #"<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-12-06"}</script>"#,
      "2024-12-06"
    ),
    (
      #"<meta name=date content=2020-01-01><script type="application/ld+json">//<![CDATA["#
        + "\n"
        + #"{"@graph":[{"@type":"WebPage","datePublished":"2021-01-01"},{"@type":["BlogPosting"],"#
        + #""datePublished":["2024-12-06"]}]}"# + "\n//]]></script>", "2024-12-06"
    ),
    (
      #"<script type=application/ld+json>{"@type":"NewsArticle","datePublished" : "2024-12-06T10:30:00+03:00",}</script>"#,
      "2024-12-06T10:30:00+03:00"
    ),
    (
      #"<script type=application/ld+json>{"@type":"VideoGame","datePublished":"2024-12-06"}</script>"#,
      nil
    ),
  ]

  @Test(arguments: dates) func findsDate(html: String, date: String?) {
    #expect(Reader.read("<html><head>\(html)</head><body>\(Reader.paragraph)").date == date)
  }

  static let titles: [(html: String, title: String?)] = [
    ("<meta property=og:title content=' انفجار&nbsp;في  حمص '>", "انفجار في حمص"),
    ("<title>انفجار كبير في حمص | وكالة الشمال</title>", "انفجار كبير في حمص"),
    ("<title>انفجار كبير في مدينة حمص - وكالة أنباء الشمال</title>", "انفجار كبير في مدينة حمص"),
    ("<title>حمص - حماة</title>", "حمص - حماة"),
    ("<title>وكالة الشمال - انفجار في حمص</title><h1>انفجار في حمص</h1>", "انفجار في حمص"),
    (
      "<title>الدوري - وكالة الشمال</title><meta property=og:site_name content='وكالة الشمال'>",
      "الدوري"
    ),
    (
      "<meta property=og:title content='وكالة الشمال: انفجار'><meta property=og:site_name content='وكالة الشمال'>",
      "وكالة الشمال: انفجار"
    ),
    ("<h1>انفجار في حمص</h1><title>وكالة الشمال</title>", "انفجار في حمص"),
    (
      #"<title>س</title><script type=application/ld+json>{"@type":"NewsArticle","headline":"انفجار"}</script>"#,
      "انفجار"
    ),
    ("", nil),
  ]

  @Test(arguments: titles) func findsTitle(html: String, title: String?) {
    #expect(Reader.read("<html>\(html)<body>\(Reader.paragraph)").title == title)
  }

  @Test func putsTheHeadlineBeforeATextWithoutIt() {
    let page = { Reader.read("<title>حمص بخير</title><body>" + $0).text.string }
    let text = Reader.plain + "\n"
    #expect(page(Reader.paragraph) == "حمص بخير\n\n" + text)
    #expect(page("<h1>حمصُ بخير</h1>" + Reader.paragraph) == "حمصُ بخير\n\n" + text)
    #expect(
      page("<p>سوريا</p><h1>حمص بخير</h1>" + Reader.paragraph) == "سوريا\n\nحمص بخير\n\n" + text)
    #expect(
      page(
        "<div><h1>حمص بخير</h1></div><article><div class=summary>كل الطرق إلى المدينة مفتوحة أمام المسافرين من جديد</div><div class=article-body>\(Reader.paragraph)</div></article>"
      )
        == "حمص بخير\n\nكل الطرق إلى المدينة مفتوحة أمام المسافرين من جديد\n\n" + text)
  }

  @Test func saysWhereThingsComeFrom() {
    let page = Reader.read(
      "<meta property=article:modified_time content=2024-12-06><h1>حمص</h1>" + Reader.paragraph)
    #expect(
      page.diagnostics.map(\.message) == [
        "text from the densest text, title from the headline, date from meta",
        "the date is that of the last change; the page tells no other",
      ])
  }
}
