// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel
import WarshaPluginKit

/// The cues with all their inflected forms, and the words that the chunker knows by class.
struct CueTable {
  let cues: [Cue]
  let forms: [Form]
  /// Forms by their folded words; payloads are indices into `forms`.
  let lexicon: Lexicon
  /// Function words; the payload of an entry is its class, see `classes`.
  let words: Lexicon
  /// Class of each entry of `words`.
  let classes: [WordClass]

  /// Reads `Data/cues.tsv` and `Data/words.tsv`.
  ///
  /// - Throws: `Table.Fault` with file and line of a cell that means nothing.
  init(_ setup: Setup) throws {
    let folding = setup.folding
    var cues: [Cue] = []
    var forms: [Form] = []
    var lexicon = Lexicon()
    let table = try setup.table(
      "Data/cues.tsv", columns: ["form", "lemma", "kind", "frame", "stance", "negated", "needs"])
    var read: [Cue] = []
    for row in table.rows { read.append(try Self.cue(row, in: table.name)) }
    // Of forms that are written alike the verb comes first, whatever the order of the rows.
    let byKind = CueKind.allCases.flatMap { kind in read.filter { $0.kind == kind } }
    for cue in byKind {
      let words = folding.words(cue.form)
      cues.append(cue)
      guard words.count == 1 else {
        lexicon.add(words, forms.count)
        forms.append(Form(cue: cues.count - 1))
        continue
      }
      for (word, form) in VerbInflection.forms(
        of: cue.form, folded: words[0], kind: cue.kind, cue: cues.count - 1)
      {
        lexicon.add([word], forms.count)
        forms.append(form)
      }
    }
    self.cues = cues
    self.forms = forms
    self.lexicon = lexicon
    (words, classes) = try Self.words(setup)
  }

  private static func cue(_ row: Table.Row, in name: String) throws -> Cue {
    func fault(_ column: String) -> Table.Fault {
      Table.Fault("\(name):\(row.line): \(column) \"\(row[column])\" is unknown")
    }
    guard let kind = CueKind(rawValue: row["kind"]) else { throw fault("kind") }
    guard let stance = Stance(rawValue: row["stance"]) else { throw fault("stance") }
    var frame: Frame = []
    for part in row.list("frame") {
      guard let known = Frame.names[part] else { throw fault("frame") }
      frame.formUnion(known)
    }
    return Cue(
      form: try row.required("form"), kind: kind, frame: frame, stance: stance,
      negated: Stance(rawValue: row["negated"]), isEvaluative: row["needs"] == "quotation",
      needsSubject: row["needs"] == "subject", needsSource: row["needs"] == "source",
      needsEvent: row["needs"] == "event", needsDeed: row["needs"] == "deed", line: row.line)
  }

  private static func words(_ setup: Setup) throws -> (Lexicon, [WordClass]) {
    let (lexicon, rows) = try setup.lexicon("Data/words.tsv", column: "words")
    let classes = try rows.map { row in
      guard let known = WordClass.names[row["class"]] else {
        throw Table.Fault("Data/words.tsv:\(row.line): class \"\(row["class"])\" is unknown")
      }
      return known
    }
    let combined = (0..<lexicon.count).map { entry in
      lexicon.payloads(of: entry).reduce(into: WordClass()) { $0.formUnion(classes[Int($1)]) }
    }
    return (lexicon, combined)
  }
}
