// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaKnowledge
import WarshaModel

struct QuantityWordTests {
  private let units: LengthUnits
  private let modifiers: Modifiers

  init() throws {
    units = try LengthUnits(
      table: Fixture.knowledge("units.tsv", columns: ["form", "unit", "metres", "number"]),
      folding: Fixture.folding)
    modifiers = try Modifiers(
      table: Fixture.knowledge("modifiers.tsv", columns: ["phrase", "position", "modifier"]),
      folding: Fixture.folding)
  }

  @Test(arguments: [
    ("كيلومترات", "kilometer plural 1"), ("كيلو متر", "kilometer singular 2"),
    ("مترين", "meter dual 1"), ("كم", "kilometer abbreviation 1"),
    ("ميلاً بحرياً", "nautical-mile singular 2"),
    ("ميل", "mile singular 1"), ("كيلوغرام", "none"),
  ])
  func readsUnits(_ phrase: String, _ wanted: String) {
    let found = Fixture.with(phrase) { units.form(in: $0, at: 0, end: $0.tokens.count) }
    #expect(found.map { "\($0.form.unit) \($0.form.number) \($0.tokenCount)" } ?? "none" == wanted)
  }

  @Test(arguments: [
    ("نحو 5", "approx"), ("أكثر من 5", "more_than"), ("ما لا يقل عن 5", "at_least"),
    ("لا يزيد عن 5", "at_most"), ("يقدر بنحو 5", "approx"), ("بأكثر من 5", "more_than"),
    ("قتل 5", "none"),
    ("نحو مدينة 5", "none"),
  ])
  func readsModifiersBeforeANumber(_ phrase: String, _ wanted: String) {
    let found = Fixture.with(phrase) { text in
      modifiers.before(text.tokens.count - 1, in: text, from: 0)?.name
    }
    #expect(found ?? "none" == wanted)
  }

  @Test(arguments: [
    ("تقريباً", "approx"), ("على الأقل", "at_least"), ("فأكثر", "at_least"), ("نحو", "none"),
  ])
  func readsModifiersBehindANumber(_ phrase: String, _ wanted: String) {
    let found = Fixture.with(phrase) { modifiers.after(0, in: $0, end: $0.tokens.count)?.name }
    #expect(found ?? "none" == wanted)
  }

  @Test func namesTheLineOfABadUnit() {
    #expect(throws: Table.Fault("t.tsv:2: metres must be above 0")) {
      try LengthUnits(
        table: Fixture.table("form\tunit\tmetres\tnumber\nx\tx\t0\tplural\n"),
        folding: Fixture.folding)
    }
  }

  @Test func saysNothingTwiceInATable() throws {
    for name in ["modifiers.tsv", "numbers.tsv", "units.tsv"] {
      let rows = try Fixture.knowledge(name, columns: []).rows.map { row in
        row["form"] + row["phrase"] + "\t" + row["position"] + row["kind"] + row["unit"]
          + row["number"]
      }
      #expect(Set(rows).count == rows.count, "\(name) says something twice")
    }
  }
}
