// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaFormats
import WarshaModel

/// Files that were cut off, or in which bytes changed, went missing or came in.
struct DamageTests {
  /// The same numbers in each run.
  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, sides)
    }
  }

  private static let bytes: [UInt8] =
    Array("\t\n\r \"'<>&|[]_-\\;:,=#{}10.".utf8) + [0, 0xD8, 0xFF]

  @Test(arguments: Carrier.allCases)
  func readersSurviveIt(carrier: Carrier) throws {
    let whole = carrier.bytes(of: RoundTripSample.set(), RoundTripSample.sentences)
    var dice = Dice(state: UInt64(whole.count))
    for _ in 0..<150 {
      var damaged = whole
      if dice.roll(4) == 0 { damaged.removeLast(dice.roll(damaged.count)) }
      for _ in 0...dice.roll(4) where !damaged.isEmpty {
        let place = dice.roll(damaged.count)
        switch dice.roll(3) {
        case 0: damaged[place] = Self.bytes[dice.roll(Self.bytes.count)]
        case 1: damaged.insert(Self.bytes[dice.roll(Self.bytes.count)], at: place)
        default: damaged.remove(at: place)
        }
      }
      let imported = carrier.read(damaged, of: RoundTripSample.set().document)
      for set in imported.sets {
        let end = set.document.text.count
        for item in set.annotations {
          let ranges = [item.range] + item.parts.map(\.range)
          #expect(ranges.allSatisfy { $0.start >= 0 && $0.end <= end && !$0.isEmpty })
        }
      }
      #expect(imported.problems.allSatisfy { $0.line >= 1 && !$0.reason.isEmpty })
    }
  }

  @Test func discontinuousSpansAreTold() {
    let document = Document(id: "a", text: SourceText("شمال وجنوب حلب"))
    let ann = BratFile("T1\tLocation 0 4;11 14\tشمال حلب", file: "a.ann")
    let (set, problems) = BratReader.load(ann, document: document)
    #expect(problems.isEmpty)
    #expect(set.annotations.map { document.text[$0.range] } == ["شمال"])
    #expect(
      set.diagnostics.map(\.message) == [
        "a.ann:1: T1 is discontinuous; its longest fragment \"شمال\" stands for it."
      ])
    let tsv = """
      #FORMAT=WebAnno TSV 3.3
      #T_SP=webanno.custom.Location|


      #Text=شمال وجنوب حلب
      1-1\t0-4\tشمال\t*[1]\t
      1-2\t5-10\tوجنوب\t_\t
      1-3\t11-14\tحلب\t*[1]\t
      """
    let imported = WebAnnoReader().read(Array(tsv.utf8), file: "a.tsv")
    #expect(imported.sets.map(ExchangeSample.spans) == [["Location 0 شمال وجنوب حلب"]])
    #expect(
      imported.sets.first?.diagnostics.map(\.message) == [
        "a.tsv:8: Location of line 6 leaves tokens out: it is taken for one stretch."
      ])
  }
}
