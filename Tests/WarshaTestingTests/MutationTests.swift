// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel
import WarshaTesting

struct MutationTests {
  private let text = "أعلن ٥ 5 كيلومترات"

  @Test func changesWhatItSays() {
    func changed(_ mutation: Mutation) -> String {
      mutation.applied(to: Array(text.utf16), seed: 3).text.string
    }
    #expect(changed(.arabicIndicDigits) == "أعلن ٥ ٥ كيلومترات")
    #expect(
      changed(.decomposed).unicodeScalars.elementsEqual("ا\u{0654}علن ٥ 5 كيلومترات".unicodeScalars)
    )
    #expect(changed(.tatweel).contains("\u{0640}"))
    #expect(changed(.rightToLeftMarks).contains("\u{200F}"))
    #expect(changed(.harakat).utf16.contains { (0x064E...0x0651).contains($0) })
  }

  @Test func isTheSameWithTheSameSeed() {
    let units = Array(text.utf16)
    #expect(
      Mutation.harakat.applied(to: units, seed: 1).text
        == Mutation.harakat.applied(to: units, seed: 1).text)
    #expect(
      Mutation.harakat.applied(to: units, seed: 1).text
        != Mutation.harakat.applied(to: units, seed: 2).text)
  }

  @Test(arguments: Mutation.all.indices)
  func leadsSpansBackToTheOriginal(_ index: Int) {
    let source = SourceText(text)
    let mutated = Mutation.all[index].applied(to: source.units, seed: 5)
    let blanks = mutated.text.units.indices.filter { mutated.text.units[$0] == 0x20 }
    var start = 0
    var words: [String] = []
    for end in blanks + [mutated.text.count] {
      words.append(source[mutated.original(TextRange(start, end))])
      start = end + 1
    }
    #expect(words == ["أعلن", "٥", "5", "كيلومترات"])
  }
}
