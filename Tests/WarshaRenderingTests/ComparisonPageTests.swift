// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import WarshaEvaluation
import WarshaModel
import WarshaRendering

struct ComparisonPageTests {
  private let document = Document(id: "a<b", text: SourceText("زار حمص\nثم حماة & <دمشق>"))

  private func place(_ start: Int, _ end: Int) -> Annotation {
    Annotation(layer: "locations", label: "L", type: "place", range: TextRange(start, end))
  }

  private func page(gold: [Annotation]?) throws -> String {
    let sides = [[place(4, 7)], [place(4, 7), place(11, 15)]]
    func set(_ annotations: [Annotation]) -> AnnotationSet {
      AnnotationSet(document: document, annotations: annotations)
    }
    let comparison = try Comparer(EvaluationOptions(layers: ["locations"])).compare(
      zip(["one", "two"], sides).map { Comparer.Prediction(name: $0, [set($1)]) },
      gold: gold.map { [set($0)] } ?? [])
    return ComparisonPage(
      comparison, title: "Corpus", texts: [MarkedText(document, gold: gold, sides: sides)]
    ).rendered
  }

  @Test func showsScoresCasesAndTexts() throws {
    let page = try page(gold: [place(4, 7), place(11, 15)])
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(page.hasSuffix("</html>\n"))
    #expect(page.contains("<td class=\"number best\">1.000</td>"))
    #expect(
      page.contains("<mark class=\"all gold\" data-start=\"4\" title=\"one: locations place; two: ")
    )
    #expect(page.contains("<mark class=\"side1 gold\""))
    #expect(page.contains("<bdi class=\"hit\" dir=\"auto\">حماة</bdi>"))
    #expect(page.contains("<bdi>two</bdi> alone right: <b>1</b>"))
    #expect(page.contains("dir=\"rtl\""))
    #expect(page.contains("one: locations strict 0.667"))
    #expect(page.contains("<li>two and one differ in no layer by more than chance.</li>"))
    for heading in ["Scores", "Agreement of the sides", "Where they differ", "Texts"] {
      #expect(page.contains("<h2>\(heading)</h2>"), "\(heading)")
    }
  }

  @Test func needsNothingFromElsewhereAndEscapes() throws {
    let page = try page(gold: [place(4, 7)])
    for word in ["http:", "https:", "src=", "@import", "url(", "<دمشق>", "a<b"] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.components(separatedBy: "<script>").count == 2)
    #expect(page.contains("default-src 'none'"))
    #expect(page.contains("&amp; &lt;دمشق&gt;") && page.contains("زار "))
  }

  @Test func showsAgreementWithoutGold() throws {
    let page = try page(gold: nil)
    #expect(!page.contains("<h2>Scores</h2>") && page.contains("α units"))
    #expect(page.contains("<bdi>two</bdi> only here (not in one): <b>1</b>"))
    #expect(!page.contains("class=\"gold\""))
  }

  /// Nested, equal, crossing, touching and empty spans, in no order.
  @Test func everyRunHasAllThatCoverItInTheirOrder() throws {
    let text = SourceText("abcdefgh")
    func span(_ start: Int, _ end: Int, _ type: String) -> Annotation {
      Annotation(layer: "l", label: "L", type: type, range: TextRange(start, end))
    }
    let side = [
      span(5, 7, "a"), span(0, 8, "b"), span(2, 4, "c"), span(2, 4, "d"), span(3, 6, "e"),
      span(1, 1, "f"), span(4, 5, "g"), span(1, 8, "h"),
    ]
    let spans = MarkedText(Document(id: "a", text: text), gold: nil, sides: [side])
    let comparison = try Comparer(EvaluationOptions(layers: ["l"])).compare(
      ["x", "y"].map {
        Comparer.Prediction(
          name: $0, [AnnotationSet(document: spans.document, annotations: side)])
      }, gold: [])
    let page = ComparisonPage(comparison, title: "t", texts: [spans]).rendered
    let titles = page.components(separatedBy: "title=\"").dropFirst().map {
      String($0.prefix { $0 != "\"" }).replacing("x: ", with: "").replacing("l ", with: "")
    }
    #expect(
      titles == [
        "b", "b, h", "b, c, d, h", "b, c, d, e, h", "b, e, g, h", "a, b, e, h", "a, b, h", "b, h",
      ])
  }
}
