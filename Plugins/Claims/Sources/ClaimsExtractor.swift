// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel
import WarshaPluginKit

/// Finds who says what: cue, source and content of reported speech, with stance.
///
/// One pass looks every token up in the cue and word tables; the rest works sentence by sentence on
/// integers. Complexity: linear in the length of the text.
package struct ClaimsExtractor: Extractor {
  package static let id = "claims"
  package static let version = "0.2.0"

  private let table: CueTable
  private let memory = SheetMemory()

  package init(_ setup: Setup) throws { table = try CueTable(setup) }

  package mutating func extract(_ document: InputDocument, into output: inout Output) {
    let text = document.text
    let sheet = TokenSheet(text, table: table, memory, actors: document.spans(in: "actors"))
    var history = SourceHistory()
    var links: ClaimLinks?
    for (number, sentence) in text.sentences.enumerated() {
      if number & 255 == 255 && output.isCancelled { return }
      var reader = SentenceReader(sheet, sentence: sentence.tokens)
      let drafts = reader.read()
      if drafts.isEmpty && reader.speakers.isEmpty { continue }
      var known = links ?? ClaimLinks(document)
      emit(drafts, reader.speakers, sheet, &history, &known, &output)
      links = known
    }
  }

  /// Writes the claims of a sentence in the order of their cues and remembers their sources.
  private func emit(
    _ drafts: [Draft], _ speakers: [(source: Phrase, form: Form)], _ sheet: TokenSheet,
    _ history: inout SourceHistory, _ links: inout ClaimLinks, _ output: inout Output
  ) {
    let text = sheet.text
    var waiting = speakers
    for draft in drafts.sorted(by: { $0.cue.first < $1.cue.first }) {
      while let next = waiting.first, next.source.first < draft.cue.first {
        history.add(range(next.source, text), gender: next.form.gender, number: next.form.number)
        waiting.removeFirst()
      }
      let cue = range(draft.cue, text)
      var implied: TextRange?
      if let source = draft.source {
        history.add(range(source, text), gender: draft.form.gender, number: draft.form.number)
      } else {
        implied = history.source(agreeingWith: draft.form, before: cue.start)
        if implied == nil { continue }  // a report that names nobody is no claim
      }
      var claim = annotation(draft, cue, implied, text, output.wantsEvidence)
      if let source = draft.source {
        claim.attributes.append(Attribute("source_kind", .text(sheet.kind(of: source).rawValue)))
      }
      link(&claim, draft, sheet, &links, &output)
    }
    for next in waiting {
      history.add(range(next.source, text), gender: next.form.gender, number: next.form.number)
    }
  }

  /// Ties a claim to what it speaks of and to its denial, and writes it.
  private func link(
    _ claim: inout Annotation, _ draft: Draft, _ sheet: TokenSheet, _ links: inout ClaimLinks,
    _ output: inout Output
  ) {
    let text = sheet.text
    let content = range(draft.content.phrase, text)
    let source =
      claim.parts.first { $0.role == "source" }.map { text.string($0.range) }
      ?? claim.attributes.first { $0.key == "implied" }?.value.description ?? ""
    let isDenial = draft.stance == .deny
    claim.relations = links.about(content)
    if let (relation, reason) = links.opposite(
      content, source: source, isDenial: isDenial, in: sheet)
    {
      claim.relations.append(relation)
      if output.wantsEvidence { claim.evidence.append("\(relation.role): \(reason)") }
    }
    guard let id = output.emit(claim) else { return }
    links.add(id: id, content: content, source: source, isDenial: isDenial, in: sheet)
  }

  private func annotation(
    _ draft: Draft, _ cue: TextRange, _ implied: TextRange?, _ text: AnalysedText, _ explains: Bool
  ) -> Annotation {
    var annotation = Annotation(
      layer: "claims", label: "Claim", type: draft.stance.rawValue, range: cue,
      rule: draft.rule.rawValue)
    annotation.attributes = [
      Attribute("stance", .text(draft.stance.rawValue)),
      Attribute("quote", .text(draft.content.quote.rawValue)),
    ]
    if let implied {
      annotation.attributes.append(Attribute("implied", .text(text.string(implied))))
    }
    if let source = draft.source { annotation.parts.append(Part("source", range(source, text))) }
    let content = range(draft.content.phrase, text)
    annotation.parts.append(Part("content", content))
    if explains {
      annotation.evidence = [
        draft.row == 0
          ? "a colon after a name at the head of a paragraph"
          : "cue \"\(text.string(cue))\": Data/cues.tsv line \(draft.row)",
        draft.source.map { "source: \"\(text.string(range($0, text)))\"" }
          ?? "no source here; it goes back to \"\(implied.map(text.string) ?? "")\", the nearest source "
          + "before it that agrees in gender and number",
        "content: \(text.tokens.isEmpty ? 0 : content.count) characters, \(draft.content.quote.rawValue)",
      ]
    }
    return annotation
  }

  private func range(_ phrase: Phrase, _ text: AnalysedText) -> TextRange {
    text.range(from: phrase.first, front: phrase.front, through: phrase.last)
  }
}
