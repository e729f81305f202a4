// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Third-person forms of verbs, participles and verbal nouns of the cue table, on folded letters.
///
/// Source of the paradigms: W. Fischer, Grammatik des klassischen Arabisch, §§ 211-254. Folding
/// has removed hamza seats, so that only defective and hollow roots need care.
enum VerbInflection {
  typealias Word = [UInt16]

  private static let alifMaqsura: Unicode.Scalar = "\u{0649}"
  private static let plainAlif: Unicode.Scalar = "\u{0627}"

  /// All forms of a row, each with its features.
  ///
  /// - Parameters:
  ///   - written: The cell of the table; its spelling tells the defective roots.
  ///   - word: The same, folded.
  ///   - kind: What the row is.
  ///   - cue: Index of the row.
  /// - Returns: Words, each with its features.
  static func forms(
    of written: String, folded word: Word, kind: CueKind, cue: Int
  ) -> [(Word, Form)] {
    let last = written.unicodeScalars.last
    let isDefective = last == alifMaqsura || last == plainAlif
    switch kind {
    case .perfect: return perfect(word, isDefective: isDefective, cue: cue)
    case .imperfect: return imperfect(word, cue: cue)
    case .participle: return participle(word, cue: cue)
    case .masdar: return masdar(word, cue: cue)
    case .inflected:
      let form =
        word.last == Letter.ta
        ? Form(cue: cue, gender: .feminine)
        : Form(cue: cue, gender: .masculine, number: .plural)
      return [(word, form)]
    default: return [(word, Form(cue: cue))]
    }
  }

  private static func perfect(_ word: Word, isDefective: Bool, cue: Int) -> [(Word, Form)] {
    let stem = isDefective ? Word(word.dropLast()) : word
    let plural = word.last == Letter.ya ? Word(word.dropLast()) : stem
    // دعا has waw in the dual, the others ya.
    let dual = isDefective && word.last == Letter.alif ? stem + [Letter.waw] : word
    var forms = [
      (word, Form(cue: cue, gender: .masculine)),
      (stem + [Letter.ta], Form(cue: cue, gender: .feminine)),
      (plural + [Letter.waw, Letter.alif], Form(cue: cue, gender: .masculine, number: .plural)),
      (
        plural + [Letter.waw],
        Form(cue: cue, gender: .masculine, number: .plural, beforePronoun: true)
      ),
      (dual + [Letter.alif], Form(cue: cue, gender: .masculine, number: .dual)),
      (stem + [Letter.ta, Letter.alif], Form(cue: cue, gender: .feminine, number: .dual)),
    ]
    if isDefective && word.last == Letter.ya {
      forms.append((stem + [Letter.alif], Form(cue: cue, gender: .masculine, beforePronoun: true)))
    }
    return forms
  }

  private static func imperfect(_ word: Word, cue: Int) -> [(Word, Form)] {
    guard word.count > 2 else { return [] }
    let isDefective = word.last == Letter.ya || word.last == Letter.waw
    let rest = Word(word.dropFirst())
    let stem = isDefective ? Word(word.dropLast()) : word
    let dual = word + [Letter.alif, Letter.nun]
    var forms = [
      (word, Form(cue: cue, gender: .masculine)),
      ([Letter.ta] + rest, Form(cue: cue, gender: .feminine)),
      (stem + [Letter.waw, Letter.nun], Form(cue: cue, gender: .masculine, number: .plural)),
      (stem + [Letter.waw, Letter.alif], Form(cue: cue, gender: .masculine, number: .plural)),
      (dual, Form(cue: cue, gender: .masculine, number: .dual)),
      ([Letter.ta] + dual.dropFirst(), Form(cue: cue, gender: .feminine, number: .dual)),
    ]
    let shortened: Word
    if isDefective {
      shortened = stem
    } else if word.count == 4 && (word[2] == Letter.waw || word[2] == Letter.ya) {
      shortened = [word[0], word[1], word[3]]
    } else {
      return forms
    }
    forms.append((shortened, Form(cue: cue, gender: .masculine, isJussive: true)))
    forms.append(
      ([Letter.ta] + shortened.dropFirst(), Form(cue: cue, gender: .feminine, isJussive: true)))
    return forms
  }

  /// The accusative of circumstance: "stressing that".
  private static func participle(_ word: Word, cue: Int) -> [(Word, Form)] {
    let plural = word.last == Letter.ya ? Word(word.dropLast()) : word
    return [
      (word + [Letter.alif], Form(cue: cue, gender: .masculine)),
      (word + [Letter.ha], Form(cue: cue, gender: .feminine)),
      (plural + [Letter.ya, Letter.nun], Form(cue: cue, gender: .masculine, number: .plural)),
    ]
  }

  private static func masdar(_ word: Word, cue: Int) -> [(Word, Form)] {
    // Ta marbuta, folded to ha, opens before a pronoun.
    let stem = word.last == Letter.ha && word.count > 3 ? word.dropLast() + [Letter.ta] : word
    let pronouns: [(Word, Form.Gender, Form.Number)] = [
      ([Letter.ha], .masculine, .singular), ([Letter.ha, Letter.alif], .feminine, .singular),
      ([Letter.ha, Letter.mim], .masculine, .plural),
      ([Letter.ha, Letter.mim, Letter.alif], .masculine, .dual),
    ]
    return [(word, Form(cue: cue))]
      + pronouns.map { pronoun, gender, number in
        (stem + pronoun, Form(cue: cue, gender: gender, number: number, hasPronoun: true))
      }
  }
}
