// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel
import WarshaText

struct AnalysedTextTests {
  private let analysis = Analyser().analyse(SourceText("وصل أمس. للقاهرة"))

  @Test func givesTheSpanBehindProclitics() {
    let stems = analysis.withText { text in
      [0, 1].map { text.string(text.range(from: 3, front: $0, through: 3)) }
    }
    #expect(stems == ["للقاهرة", "لقاهرة"])
  }

  @Test func hashesAStemAsTheWordAlone() {
    let alone = Analyser().analyse(SourceText("القاهرة")).withText { $0.tokens[0].hash }
    #expect(analysis.withText { $0.hash(of: $0.tokens[3], front: 1) } == alone)
  }

  @Test func findsTheSentenceOfAToken() {
    #expect(
      analysis.withText { text in (-1...4).map { text.sentence(ofToken: $0) } }
        == [nil, 0, 0, 0, 1, nil])
  }

  @Test func findsTheTokenThatEndsBehindAPosition() {
    #expect(
      analysis.withText { text in [0, 2, 3, 4, 7, 8, 16].map { text.token(endingAfter: $0) } }
        == [0, 0, 1, 1, 2, 3, 4])
  }
}
