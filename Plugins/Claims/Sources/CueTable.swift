// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel
import WarshaPluginKit

/// The cues with all their inflected forms, and the words that the chunker knows by class.
final class CueTable: Sendable {
  let cues: [Cue]
  /// The forms of each entry of `lexicon`, one after the other in table order.
  let forms: [Form]
  /// Kind of each form.
  let kinds: [CueKinds]
  /// First form of each entry; one more at the end.
  private let starts: [Int32]
  /// All kinds of each entry's forms.
  private let entryKinds: [CueKinds]
  /// Forms by their folded words; an entry's forms are `forms(of:)`.
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
    var read: [(form: String, cue: Cue)] = []
    for row in table.rows {
      read.append((try row.required("form"), try Self.cue(row, in: table.name)))
    }
    // Of forms that are written alike the verb comes first, whatever the order of the rows.
    let byKind = CueKind.allCases.flatMap { kind in read.filter { $0.cue.kind == kind } }
    let nouns = Set(read.filter { $0.cue.kind == .masdar }.map { folding.words($0.form) })
    for (form, cue) in byKind {
      let words = folding.words(form)
      cues.append(cue)
      guard words.count == 1 else {
        lexicon.add(words, forms.count)
        forms.append(Form(cue: cues.count - 1))
        continue
      }
      for (word, form) in VerbInflection.forms(
        of: form, folded: words[0], kind: cue.kind, cue: cues.count - 1)
      {
        // أمرا, طلبا: the accusative of the noun; hardly ever the verb of two.
        if cue.kind == .perfect, form.number == .dual, nouns.contains([Array(word.dropLast())]) {
          continue
        }
        lexicon.add([word], forms.count)
        forms.append(form)
      }
    }
    var sorted: [Form] = []
    var kinds: [CueKinds] = []
    var starts: [Int32] = [0]
    for entry in 0..<lexicon.count {
      for payload in lexicon.payloads(of: entry) {
        let form = forms[Int(payload)]
        sorted.append(form)
        kinds.append(Self.kinds(of: form, cues[form.cue]))
      }
      starts.append(Int32(sorted.count))
    }
    entryKinds = (0..<lexicon.count).map { entry in
      kinds[Int(starts[entry])..<Int(starts[entry + 1])].reduce([]) { $0.union($1) }
    }
    self.cues = cues
    self.forms = sorted
    self.kinds = kinds
    self.starts = starts
    self.lexicon = lexicon
    (words, classes) = try Self.words(setup)
  }

  /// Indices of the forms of an entry.
  func forms(of entry: Int) -> Range<Int> { Int(starts[entry])..<Int(starts[entry + 1]) }

  /// The first form of an entry that is of one of the kinds.
  func form(of entry: Int, _ wanted: CueKinds) -> Form? {
    if entryKinds[entry].isDisjoint(with: wanted) { return nil }
    for index in forms(of: entry) where !kinds[index].isDisjoint(with: wanted) {
      return forms[index]
    }
    return nil
  }

  private static func kinds(of form: Form, _ cue: Cue) -> CueKinds {
    var kinds = cue.kind.set
    if cue.kind.isFiniteVerb && !form.isJussive { kinds.insert(.verb) }
    if cue.kind == .masdar && form.hasPronoun { kinds.insert(.ownMasdar) }
    return kinds
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
    let form = try row.required("form")
    return Cue(
      kind: kind, beginsWithAlif: form.utf16.first == Letter.alif, frame: frame, stance: stance,
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
