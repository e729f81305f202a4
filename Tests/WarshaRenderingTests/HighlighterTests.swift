// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel

@testable import WarshaRendering

@Suite struct HighlighterTests {
  /// Annotations of substrings, by label.
  private func highlighter(_ text: String, _ spans: [(String, String)]) -> Highlighter {
    let units = Array(text.utf16)
    let annotations = spans.enumerated().map { index, span in
      let part = Array(span.0.utf16)
      let start = (0...(units.count - part.count)).first {
        units[$0..<$0 + part.count] == part[...]
      }
      return Annotation(
        id: index + 1, layer: "x", label: span.1, type: "",
        range: TextRange(start ?? 0, (start ?? 0) + part.count))
    }
    return Highlighter(SourceText(text), annotations)
  }

  private func withoutColour(_ text: String) -> String {
    text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
  }

  @Test func bracketsSpansWithoutColour() {
    let shown = highlighter("وصل إلى حمص اليوم", [("حمص", "Location"), ("اليوم", "Date")])
    #expect(shown.rendered() == "وصل إلى [حمص]Loc [اليوم]Date")
  }

  @Test func marksPartsOnRequest() {
    var highlighter = Highlighter(
      SourceText("قال سعيد نعم"),
      [
        Annotation(
          layer: "claims", label: "Claim", type: "assert", range: TextRange(0, 3),
          parts: [
            Part("source", TextRange(4, 8)),
            Part("content", TextRange(9, 12)),
          ])
      ])
    #expect(highlighter.rendered() == "[قال]Claim سعيد نعم")
    highlighter = highlighter.showingParts()
    #expect(highlighter.rendered() == "[قال]Claim [سعيد]Src [نعم]Cont")
  }

  @Test func nestsBrackets() {
    let shown = highlighter(
      "على بعد 5 كيلومترات من حمص.", [("حمص", "Location"), ("5 كيلومترات من حمص", "Distance")])
    #expect(shown.rendered() == "على بعد [5 كيلومترات من [حمص]Loc]Dist.")
  }

  @Test func sameSpanTwiceIsMarkedTwice() {
    let shown = highlighter("حمص", [("حمص", "Location"), ("حمص", "Actor")])
    #expect(shown.rendered() == "[[حمص]Act]Loc")
  }

  @Test func crossingSpansKeepEveryLetter() {
    let shown = highlighter("ا ب ج", [("ا ب", "Location"), ("ب ج", "Date")])
    #expect(shown.rendered() == "[ا [ب]Loc ج]Date")
  }

  @Test func touchingSpansCloseBeforeTheNextOpens() {
    let shown = highlighter("حمص2024", [("حمص", "Location"), ("2024", "Date")])
    #expect(shown.rendered() == "[حمص]Loc[2024]Date")
  }

  @Test func coloursALoneSpanWithoutBrackets() {
    let shown = highlighter("في حمص.", [("حمص", "Location")])
    #expect(shown.rendered(Style(colour: true)) == "في \u{1B}[1;34mحمص\u{1B}[0m.")
  }

  @Test func coloursTheInnermostAndMarksSharedEnds() {
    let shown = highlighter("من حمص ليلا", [("من حمص ليلا", "Claim"), ("حمص", "Location")])
    let expected =
      "\u{1B}[1;33m[من \u{1B}[0m\u{1B}[1;34m[حمص]Loc\u{1B}[0m\u{1B}[1;33m ليلا]Claim\u{1B}[0m"
    #expect(shown.rendered(Style(colour: true)) == expected)
  }

  @Test func isolatesOnlyWhenAskedAndOnlyLoneSpans() {
    let shown = highlighter("في حمص", [("حمص", "Location")])
    #expect(shown.rendered(Style(isolates: true)) == "في [\u{2068}حمص\u{2069}]Loc")
    let crossing = highlighter("ا ب ج", [("ا ب", "Location"), ("ب ج", "Date")])
    #expect(crossing.rendered(Style(isolates: true)) == crossing.rendered())
  }

  @Test func wrapsByWordsWithinTheWidth() {
    let text = String(repeating: "وَصَلَ الوفدُ إلى حمص ", count: 12)
    let shown = highlighter(text, [("حمص", "Location")]).rendered(Style(colour: true, width: 30))
    let lines = withoutColour(shown).split(separator: "\n")
    #expect(lines.count > 5)
    for line in lines {
      let cells = DisplayWidth.of(String(line)) - (line.hasSuffix(" ") ? 1 : 0)
      #expect(cells <= 30, "\(line)")
    }
    #expect(withoutColour(shown).replacing("\n", with: "") == text)
  }

  @Test func noColourIsOpenAcrossALineEnd() {
    let shown = highlighter("ا ب ج د ه و", [("ب ج د ه", "Claim")])
    let text = shown.rendered(Style(colour: true, width: 5))
    #expect(
      text == "ا \u{1B}[1;33mب ج \u{1B}[0m\n\u{1B}[1;33mد ه\u{1B}[0m و")
  }

  @Test func keepsParagraphsAndLongWords() {
    let text = "سطر\n\nhttps://example.org/a/very/long/address حمص\n"
    #expect(
      highlighter(text, []).rendered(Style(width: 10))
        == "سطر\n\nhttps://example.org/a/very/long/address \nحمص\n")
  }

  @Test func neverDropsOrReordersCharacters() {
    let text = "قال:\u{200F} «دِمَشْقُ» 🚗 تبعد ٥ كم\r\nعن حمص\u{2029}e\u{301}  \t\u{A0}x\u{FEFF}"
    let units = Array(text.utf16).count
    var random = Repeatable()
    for _ in 0..<200 {
      let annotations = (1...6).map { id in
        let start = Int.random(in: 0..<units, using: &random)
        return Annotation(
          id: id, layer: "x", label: "Location", type: "",
          range: TextRange(start, Int.random(in: start...units, using: &random)))
      }
      let shown = Highlighter(SourceText(text), annotations).rendered()
      // By code points: a mark may stand before a haraka, which then joins the bracket.
      let bare = shown.unicodeScalars.filter { !"[]Loc".unicodeScalars.contains($0) }
      #expect(bare.elementsEqual(text.unicodeScalars), "\(annotations.map(\.range))")
    }
  }

  @Test func terminalIsNotSteeredByTheText() {
    #expect(highlighter("a\u{1B}[2Jb", []).rendered(Style(width: 80)) == "a␛[2Jb")
    #expect(highlighter("a\u{1B}b", []).rendered() == "a\u{1B}b")
  }

  @Test func showsAPart() {
    var shown = highlighter("من حمص إلى حماة", [("حمص", "Location"), ("حماة", "Location")])
    shown.range = TextRange(3, 10)
    #expect(shown.rendered() == "[حمص]Loc إلى")
    #expect(shown.legend() == "Location (Loc) 1")
  }

  @Test func countsLabelsInTheLegend() {
    let shown = highlighter(
      "حمص حماة اليوم", [("حمص", "Location"), ("حماة", "Location"), ("اليوم", "Date")])
    #expect(shown.legend() == "Date 1  Location (Loc) 2")
    #expect(highlighter("x", []).legend() == "")
  }
}

/// A fixed sequence, so that a failure comes back (SplitMix64).
private struct Repeatable: RandomNumberGenerator {
  private var state: UInt64 = 7

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
