// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel

struct SuggestionTests {
  private let names = ["actors", "claims", "dates", "distances", "locations"]

  @Test(arguments: [
    ("date", ["dates"]), ("dtaes", ["dates"]), ("Dates", ["dates"]), ("distnaces", ["distances"]),
    ("loc", ["locations"]), ("acters", ["actors"]),
  ])
  func namesWhatIsNear(_ word: String, _ near: [String]) {
    #expect(Suggestion.nearest(to: word, among: names) == near)
  }

  /// A guess that shares little with the word would send the user astray.
  @Test(arguments: ["", "xyz", "events", "d8"])
  func namesNothingWhenNothingIsNear(_ word: String) {
    #expect(Suggestion.nearest(to: word, among: names) == [])
  }

  @Test func namesAtMostThree() {
    #expect(Suggestion.nearest(to: "aa", among: ["ab", "ac", "ad", "ae"]) == ["ab", "ac", "ad"])
  }

  @Test func readsAsASentence() {
    #expect(Suggestion.sentence(for: "dats", among: names) == " Did you mean \"dates\"?")
    #expect(
      Suggestion.sentence(for: "aa", among: ["ab", "ac"]) == " Did you mean \"ab\" or \"ac\"?")
    #expect(Suggestion.sentence(for: "xyz", among: names) == "")
  }
}
