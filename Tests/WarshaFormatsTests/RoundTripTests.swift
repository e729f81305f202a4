// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaFormats
import WarshaModel

/// Whatever a format is, what it does not give back it has told as lost, and it makes nothing up.
struct RoundTripTests {
  private static let lostSpans: [LossList.Kind] = [
    .spanInsideToken, .overlappingSpan, .spanOverSentences, .spanWithoutToken, .spanBetweenTokens,
    .withoutCoordinates, .otherLabel, .otherThanTime,
  ]
  private static let lostText: [LossList.Kind] = [
    .betweenTokens, .betweenSentences, .blankInToken, .notInXML,
  ]

  @Test(arguments: Carrier.allCases)
  func nothingIsLostInSilence(carrier: Carrier) throws {
    let set = RoundTripSample.set()
    let (back, losses, problems) = try carrier.trip(set, RoundTripSample.sentences)
    #expect(problems.isEmpty)
    let said = Facts(set, byOffset: carrier.keepsOffsets)
    let found = Facts(back, byOffset: carrier.keepsOffsets)
    let missing = said.spans.subtracting(found.spans)
    // Parts are lost with their annotation, which counts once.
    let counted = missing.filter { said.owners[$0]?.isSubset(of: missing) != true }
    let told = Self.lostSpans.reduce(0) { $0 + losses.count(of: $1) }
    #expect(counted.count <= told, "\(missing.sorted()), \(losses.lines)")
    for kind in LossList.Kind.allCases {
      let gone = said.all.subtracting(found.all).filter {
        $0.kind == kind && missing.isDisjoint(with: $0.spans)
      }
      #expect(gone.count <= losses.count(of: kind), "\(kind): \(gone), \(losses.lines)")
    }
  }

  @Test(arguments: Carrier.allCases)
  func nothingIsMadeUp(carrier: Carrier) throws {
    let set = RoundTripSample.set()
    let (back, losses, _) = try carrier.trip(set, RoundTripSample.sentences)
    let said = Facts(set, byOffset: carrier.keepsOffsets)
    let found = Facts(back, byOffset: carrier.keepsOffsets)
    let more = found.all.subtracting(said.all).filter {
      $0.kind != .documentID || losses.count(of: .documentID) == 0
    }
    #expect(more.isEmpty)
    #expect(!found.spans.isEmpty)
  }

  @Test(arguments: Carrier.allCases)
  func textComesBackOrIsTold(carrier: Carrier) throws {
    let set = RoundTripSample.set()
    let (back, losses, _) = try carrier.trip(set, RoundTripSample.sentences)
    let told = Self.lostText.contains { losses.count(of: $0) > 0 }
    #expect(back.document.text == set.document.text || told, "\(back.document.text.string)")
    // Where offsets are kept, so are the words that stand there.
    guard carrier.keepsOffsets else { return }
    for item in back.annotations {
      let (has, had) = (back.document.text[item.range], set.document.text[item.range])
      #expect(has.utf16.elementsEqual(had.utf16) || told, "\(has) is not \(had)")
    }
  }

  /// Once through a format, a set goes through it again unharmed.
  @Test(arguments: Carrier.allCases)
  func secondTripLosesNothingMore(carrier: Carrier) throws {
    let first = try carrier.trip(RoundTripSample.set(), RoundTripSample.sentences).back
    // Tokens that can be found again in the text as it is now.
    let sentences = Self.sentences(of: first.document.text)
    let second = try carrier.trip(first, sentences).back
    let said = Facts(first, byOffset: carrier.keepsOffsets)
    let found = Facts(second, byOffset: carrier.keepsOffsets)
    #expect(found.all == said.all)
  }

  private static func sentences(of text: SourceText) -> [[TextRange]] {
    guard text != RoundTripSample.text else { return RoundTripSample.sentences }
    var at = 0
    return RoundTripSample.sentences.map { tokens in
      tokens.map { token in
        let wanted = RoundTripSample.text.units[token.start..<token.end]
        while !text.units[at...].starts(with: wanted) { at += 1 }
        defer { at += wanted.count }
        return TextRange(at, at + wanted.count)
      }
    }
  }
}
