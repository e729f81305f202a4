// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel

struct CancellationTests {
  @Test func staysThrownUntilReset() {
    let cancellation = Cancellation()
    cancellation.cancel()
    #expect([cancellation.isCancelled, cancellation.isCancelled] == [true, true])
    cancellation.reset()
    #expect(!cancellation.isCancelled)
  }

  @Test func throwsItselfAfterSoManyQuestions() {
    let cancellation = Cancellation(afterAsking: 2)
    #expect((0..<4).map { _ in cancellation.isCancelled } == [false, false, true, true])
    #expect(cancellation.timesAsked == 4)
  }
}
