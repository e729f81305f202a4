// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel
import WarshaPluginKit

/// What the words around places mean: `Data/nouns.tsv`, `Data/words.tsv` and the nationalities.
final class Vocabulary {
  /// Class nouns, facility nouns and the like, by index.
  let nouns: [Noun]
  /// The country that an adjective of nationality means, by the hash of each of its forms.
  private(set) var countries: [UInt64: String] = [:]
  /// The hashes of the singular of each noun.
  private let singulars: [[UInt64]]
  /// The first noun for settlements, whose rules names in an open list follow.
  let town: Int?
  private let lexicon: Lexicon
  /// Meaning of each entry of the lexicon.
  private let meanings: [Meaning]

  private struct Meaning {
    var functions: WordFunctions = []
    var noun: Int16 = -1
    var number = Noun.Number.one
  }

  init(_ setup: Setup) throws {
    let folding = setup.folding
    var lexicon = Lexicon()
    // Payloads are indices into `records`; words with several meanings have several.
    var records: [Meaning] = []
    func add(_ phrase: String, _ meaning: Meaning) {
      lexicon.add(folding.words(phrase), records.count)
      records.append(meaning)
    }

    var nouns: [Noun] = []
    let nounTable = try setup.table("Data/nouns.tsv", columns: Noun.columns)
    for row in nounTable.rows {
      let noun = try Noun(row, in: nounTable.name)
      for (number, column) in zip(Noun.Number.allCases, ["one", "two", "many"]) {
        for form in row.list(column) {
          add(form, Meaning(noun: Int16(nouns.count), number: number))
        }
      }
      nouns.append(noun)
    }

    let words = try setup.table("Data/words.tsv", columns: ["word", "functions"])
    for row in words.rows {
      var functions: WordFunctions = []
      for name in row.list("functions") {
        guard let function = WordFunctions.named[name] else {
          throw Table.Fault("\(words.name):\(row.line): there is no function \"\(name)\"")
        }
        functions.formUnion(function)
      }
      add(try row.required("word"), Meaning(functions: functions))
    }

    let nationalities = try setup.table(
      "knowledge/gazetteer/nationalities.tsv", columns: ["adjective", "country"])
    let article = String(decoding: [Letter.alif, Letter.lam], as: UTF16.self)
    let feminine = String(decoding: [Letter.taMarbuta], as: UTF16.self)
    for row in nationalities.rows {
      let adjective = article + row["adjective"]
      if adjective.contains(" ") { continue }
      if !row["country"].isEmpty, let word = folding.words(adjective).first {
        countries[Lexicon.hash(word)] = row["country"]
      }
      add(adjective, Meaning(functions: .nationality))
      add(adjective + feminine, Meaning(functions: .nationality))
      add(row["adjective"] + feminine, Meaning(functions: .indefiniteNationality))
    }

    meanings = (0..<lexicon.count).map { entry in
      lexicon.payloads(of: entry).reduce(into: Meaning()) { whole, payload in
        let part = records[Int(payload)]
        whole.functions.formUnion(part.functions)
        if part.noun >= 0 && whole.noun < 0 {
          (whole.noun, whole.number) = (part.noun, part.number)
        }
      }
    }
    self.lexicon = lexicon
    singulars = nouns.map { folding.words($0.singular).map(Lexicon.hash) }
    town = nouns.firstIndex { $0.role == .class && $0.type == .place }
    self.nouns = nouns
  }

  /// The hashes of the words of a name behind the singular of a noun: مطار بغداد of مطاري بغداد والنجف.
  func hashes(
    _ noun: Int, _ text: AnalysedText, _ tokens: Range<Int>, front: Int
  ) -> [UInt64] {
    singulars[noun]
      + tokens.map { token in
        text.hash(of: text.tokens[token], front: token == tokens.lowerBound ? front : 0)
      }
  }

  /// Notes what each token of a text means here and whether a name may begin at it;
  /// `isName` has room for a flag a token.
  func read(
    _ text: AnalysedText, names: Lexicon, into marks: UnsafeMutableBufferPointer<Mark>,
    isName: UnsafeMutableBufferPointer<Bool>
  ) {
    names.scout(text, into: isName)
    for index in text.tokens.indices {
      let token = text.tokens[index]
      var begins: UInt8 = 0
      marks.initializeElement(at: index, to: Mark())
      var isFound = !token.isArabic
      for front in 0...2 where token.mayStrip(front) {
        let hash = text.hash(of: token, front: front)
        if front > 0 || isName[index], names.mayBegin(withHash: hash) {
          begins |= 1 << UInt8(front)
        }
        if !isFound, let match = lexicon.longest(in: text, at: index, hash: hash) {
          isFound = true
          let meaning = meanings[match.entry]
          marks[index].functions = meaning.functions
          marks[index].noun = meaning.noun
          marks[index].number = meaning.number
          marks[index].front = UInt8(front)
          marks[index].length = UInt8(match.tokenCount)
        }
      }
      marks[index].names = begins
    }
  }
}

/// What one token means, as far as words tell.
struct Mark: BitwiseCopyable {
  var functions: WordFunctions = []
  /// Index of a noun, or -1.
  var noun: Int16 = -1
  var number = Noun.Number.one
  /// View units of proclitics in front of the word.
  var front: UInt8 = 0
  /// Tokens of the phrase that begins here; 0 when the word is unknown.
  var length: UInt8 = 0
  /// Bit n is set when a name of the gazetteer may begin behind n proclitic units.
  var names: UInt8 = 0
}
