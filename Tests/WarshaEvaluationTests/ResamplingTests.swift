// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import WarshaEvaluation

/// Simulations with fixed seeds: the tests always see the same numbers.
struct ResamplingTests {
  /// Two systems on the same documents; hard documents are hard for both.
  private struct Simulation {
    var random: MersenneTwister

    /// What must be added to the chance of 0.6 for the F1 of all documents to rise by a difference: 6 right of
    /// 10 and 1.2 spurious ones are an F1 of 2 · 6 / (10 + 7.2).
    static func gain(inF1 difference: Double) -> Double {
      let f1 = 12 / 17.2 + difference
      return (11.2 * f1 / (2 - f1) - 6) / 10
    }

    /// Paired counts of documents with ten gold annotations and up to four spurious ones each; `gain` is
    /// added to the chance of the second system to find one. Spurious ones keep sums from being
    /// equal by chance: a test that counts ties as extreme would rightly stay below its level.
    mutating func documents(_ number: Int, gain: Double) -> ([Count], [Count]) {
      var (one, other): ([Count], [Count]) = ([], [])
      for _ in 0..<number {
        let ease = 0.4 + 0.4 * random.fraction()
        one.append(document(ease))
        other.append(document(ease + gain))
      }
      return (one, other)
    }

    private mutating func document(_ ease: Double) -> Count {
      let matched = (0..<10).count { _ in random.fraction() < ease }
      let spurious = (0..<4).count { _ in random.fraction() < 0.3 }
      return Count(gold: 10, predicted: matched + spurious, matched: matched)
    }
  }

  /// How many of `rounds` simulated comparisons are significant at 5 %.
  private func alarms(_ rounds: Int, documents: Int, gain: Double, seed: UInt64) -> Double {
    var simulation = Simulation(random: MersenneTwister(seed: seed))
    let found = (0..<rounds).count { round in
      let (one, other) = simulation.documents(documents, gain: gain)
      let test = Resampling(count: 199, seed: UInt64(round))
      return test.significance(one, other).map { $0 <= 0.05 } ?? false
    }
    return Double(found) / Double(rounds)
  }

  @Test func raisesFalseAlarmsAsOftenAsItSays() {
    let share = alarms(2000, documents: 15, gain: 0, seed: 7)
    #expect((0.04...0.06).contains(share), "\(share)")
  }

  @Test func findsTheDetectableDifferenceFourTimesOfFive() {
    var simulation = Simulation(random: MersenneTwister(seed: 3))
    var sum = 0.0
    for round in 0..<20 {
      let (one, other) = simulation.documents(30, gain: 0.1)
      sum +=
        Resampling(count: 200, seed: UInt64(round)).detectableDifference(one, other) ?? 1
    }
    let gain = Simulation.gain(inF1: sum / 20)
    let share = alarms(1000, documents: 30, gain: gain, seed: 11)
    #expect((0.7...0.9).contains(share), "\(sum / 20) found \(share)")
  }

  @Test func needsFiveDocumentsThatDiffer() {
    let (one, other) = (Count(gold: 2, predicted: 2, matched: 1), Count(gold: 2, predicted: 2))
    let test = Resampling(count: 50, seed: 1)
    let (four, five) = ([one, one, one, one], [one, one, one, one, one])
    #expect(test.detectableDifference(four, [other, one, one, one]) == nil)
    #expect(test.detectableDifference(five, five) == nil)
    #expect(test.detectableDifference(five, [other, one, one, one, one]) != nil)
  }

  /// The example of Holm's procedure with levels .01, .02, .03, .04; ties and nil beside it.
  @Test func adjustsForSeveralTests() {
    func rounded(_ values: [Double?]) -> [Double?] {
      Resampling.holm(values).map { $0.map { ($0 * 1000).rounded() / 1000 } }
    }
    #expect(rounded([0.01, 0.04, 0.03, 0.02]) == [0.04, 0.06, 0.06, 0.06])
    #expect(rounded([0.5, nil, 0.9]) == [1, nil, 1])
    #expect(rounded([nil]) == [nil])
    #expect(rounded([0.001]) == [0.001])
  }
}
