// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import WarshaFormats
import WarshaModel

struct WebAnnoTests {
  private func read(_ text: String, texts: KnownTexts? = nil) -> Imported {
    WebAnnoReader(texts: texts).read(Array(text.utf8), file: "in/a1.tsv")
  }

  private let header = """
    #FORMAT=WebAnno TSV 3.3
    #T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value
    #T_SP=webanno.custom.Place|kind|
    #T_RL=webanno.custom.Near|how|BT_webanno.custom.Place


    """

  @Test func writesRowsForTokensAndStretches() {
    let lines = ExchangeSample.text(.webanno).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "#FORMAT=WebAnno TSV 3.3")
    #expect(lines[3].isEmpty && lines[4].isEmpty)
    #expect(lines[5] == "#Text=😀 نفت الوزارة بالقاهرة")
    #expect(lines[6] == "1-1\t0-2\t😀\t_\t_\t_\t_\t_\t_\t")
    #expect(lines[7] == "1-2\t3-6\tنفت\tClaim\tdeny\t*\t*\t_\t_\t")
    #expect(lines[8] == "1-3\t7-14\tالوزارة\tSource\t*\t*\t*\tsource\t1-2\t")
    #expect(lines[9] == "1-4\t15-23\tبالقاهرة\t_\t_\t_\t_\t_\t_\t")
    #expect(
      lines[10].hasPrefix("1-4.1\t16-23\tالقاهرة\tLocation\tplace\tالقاهرة\tlat=30.06\\; lon="))
    #expect(lines[10].hasSuffix("(أخرى) 7\\|القاهرة 3\tnear\t2-4[1_0]\t"), "\(lines[10])")
    #expect(
      lines.contains { $0.hasPrefix("2-4\t38-41\tحمص\tLocation[1]|Content[2]\tplace[1]|*[2]") })
  }

  @Test func givesEverythingBack() throws {
    let imported = read(ExchangeSample.text(.webanno))
    #expect(imported.problems.isEmpty)
    let set = try #require(imported.sets.first)
    #expect(set.document.id == "a1")
    #expect(Sample.kept(set) == Sample.kept(ExchangeSample.set()))
  }

  @Test func takesTheKnownText() throws {
    let known = KnownTexts([ExchangeSample.set().document], source: "texts")
    let set = try #require(read(ExchangeSample.text(.webanno), texts: known).sets.first)
    #expect(set.document.text == ExchangeSample.text && set.document.date == "2024-12-06")
  }

  @Test func readsLayersOfOthers() throws {
    let body = """
      #Text=حمص قرب دير
      #Text=الزور
      1-1\t0-3\tحمص\t*\tLOC\tcity\\_big[4]|x[5]\t_[4]|*[5]\t_\t_\t
      1-2\t4-7\tقرب\t_\t_\t_\t_\t_\t_\t
      1-3\t8-11\tدير\t*[1]\tLOC[1]\tcity[2]\t*[2]\tby|\\*\t1-1[4_2]|1-1[5_2]\t
      1-4\t12-17\tالزور\t*[1]\tLOC[1]\tcity[2]\t*[2]\t_\t_\t

      """
    let imported = read(header + body)
    #expect(imported.problems.isEmpty)
    let set = try #require(imported.sets.first)
    #expect(set.document.text.string == "حمص قرب دير\nالزور\n")
    #expect(
      ExchangeSample.spans(set).sorted() == [
        "LOC 0 حمص", "LOC 8 دير\nالزور", "Place 0 حمص", "Place 0 حمص", "Place 8 دير\nالزور",
      ])
    let places = set.annotations.filter { $0.label == "Place" }
    #expect(places.compactMap { $0.attribute("kind")?.description } == ["city_big", "x", "city"])
    #expect(places[0].relations.map(\.role) == ["by"] && places[1].relations.map(\.role) == ["*"])
  }

  @Test(arguments: [
    ("1-1\t0-3", 7, "Is the file cut off here?"),
    ("1-1\t0-3\tحمص\t*\tLOC", 7, "the row has 2 columns behind its token, the header 6."),
    ("1-1\t2-5\tدير\t_\t_\t_\t_\t_\t_\t", 7, "says \"دير\" but the text has"),
    ("1-1\t0-3\tحمص\t*\tLOC|B\t_\t_\t_\t_\t", 7, "different numbers of entries: 1, 2."),
    ("1-1\t0-3\tحمص\t*\tLOC\t_\t_\tx\t1-9\t", 7, "comes from \"1-9\", where no annotation is"),
    ("1-1\t0-3\tحمص\t*[1]\tLOC[1]\tx[1]\t*[1]\t_\t_\t", 7, "[1] is that of an annotation of"),
  ])
  func saysWhatIsWrong(row: String, line: Int, reason: String) {
    let imported = read(header + "#Text=حمص\n" + row + "\n")
    #expect(imported.problems.map(\.line) == [line])
    #expect(imported.problems.first?.reason.contains(reason) == true, "\(imported.problems)")
  }

  @Test func needsFormatAndText() {
    #expect(read("1-1\t0-3\tحمص\n").problems.count == 3)
    #expect(read("#FORMAT=WebAnno TSV 2\n").problems.map(\.line) == [1, 1])
  }

  @Test func sentencesWithoutGapAreOne() throws {
    let document = Document(id: "a1", text: SourceText("قال.ثم"))
    let sentences = [[TextRange(0, 3), TextRange(3, 4)], [TextRange(4, 6)]]
    let span = Annotation(layer: "xs", label: "X", type: "", range: TextRange(2, 6))
    let exported = WebAnnoWriter().write(
      AnnotationSet(document: document, annotations: [span]), sentences: sentences)
    let text = String(decoding: exported.bytes, as: UTF8.self)
    #expect(text.components(separatedBy: "#Text=").count == 2)
    let set = try #require(read(WebAnnoWriter().opening + text).sets.first)
    #expect(ExchangeSample.spans(set) == ["X 2 ل.ثم"])
  }

  @Test(arguments: ["", " ", "\n", " \n\t\r\n", "…\n"])
  func aTextWithoutTokensComesBack(text: String) throws {
    let document = Document(id: "a1", text: SourceText(text))
    let exported = WebAnnoWriter().write(
      AnnotationSet(document: document, annotations: []), sentences: [[]])
    #expect(exported.losses.isEmpty)
    let file = WebAnnoWriter().opening + String(decoding: exported.bytes, as: UTF8.self)
    let imported = read(file)
    #expect(imported.problems.isEmpty, "\(imported.problems)")
    #expect(imported.sets.map(\.document.text) == [document.text])
  }
}
