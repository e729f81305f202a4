// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaEvaluation
import WarshaModel
import WarshaRendering

struct EvaluationPageTests {
  private let document = Document(id: "a", text: SourceText("زار حمص ثم حماة ودمشق"))

  private func place(_ start: Int, _ end: Int, _ type: String = "place") -> Annotation {
    Annotation(layer: "locations", label: "L", type: type, range: TextRange(start, end))
  }

  @Test func showsFiguresErrorsAndTextsWithGold() throws {
    let gold = AnnotationSet(document: document, annotations: [place(4, 7), place(11, 15)])
    let found = AnnotationSet(
      document: document, annotations: [place(4, 7, "admin"), place(17, 21)])
    let report = try Evaluator(EvaluationOptions(layers: ["locations"])).report(
      on: "Corpus", [EvaluationCase(id: "a", gold: gold, predicted: found, groups: [])])
    let page = EvaluationPage(
      report, name: "mine",
      texts: [
        MarkedText(document, gold: gold.annotations, sides: [found.annotations])
      ]
    ).rendered
    #expect(page.contains("Corpus: 1 document, 2 gold annotations in, all scored"))
    #expect(page.contains("mine: locations strict 0.500"))
    for list in ["missed", "spurious", "type"] {
      #expect(page.contains("<bdi>\(list)</bdi> : <b>1</b>"), "\(list)")
    }
    #expect(page.contains("<a href=\"#text-1\" data-start=\"11\">a</a>"))
    #expect(page.contains("<mark class=\"gold\" data-start=\"11\""))
    #expect(page.contains("<mark class=\"all\" data-start=\"17\""))
  }

  @Test func everyTextHasAnAnchorOfItsOwn() throws {
    let sets = ["a b", "ab", "100%41"].map { id in
      AnnotationSet(
        document: Document(id: id, text: document.text), annotations: [place(4, 7)])
    }
    let report = try Evaluator(EvaluationOptions(layers: ["locations"])).report(
      on: "Corpus",
      sets.map { EvaluationCase(id: $0.document.id, gold: $0, predicted: nil, groups: []) })
    let page = EvaluationPage(
      report, name: "mine",
      texts: sets.map { MarkedText($0.document, gold: $0.annotations, sides: [[]]) }
    ).rendered
    for (place, set) in sets.enumerated() {
      let anchor = "text-\(place + 1)"
      let id = set.document.id
      #expect(page.contains("<details class=\"document\" id=\"\(anchor)\""))
      #expect(page.contains("<a href=\"#\(anchor)\" data-start=\"4\">\(id)</a>"))
    }
    #expect(!page.contains("decodeURI"))
  }
}
