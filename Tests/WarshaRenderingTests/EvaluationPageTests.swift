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
    #expect(page.contains("<a href=\"#text-a\" data-start=\"11\">a</a>"))
    #expect(page.contains("<mark class=\"gold\" data-start=\"11\""))
    #expect(page.contains("<mark class=\"all\" data-start=\"17\""))
  }
}
