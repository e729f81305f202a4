// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel
import WarshaPluginKit

/// Reads the rows of the tables one table after the other.
struct TableReader {
  private let setup: Setup
  private let folding: Folding
  var words: Vocabulary.Builder
  private(set) var heads: [HeadNoun] = []
  private(set) var headWords: [String] = []
  private(set) var names: [ActorTables.Name] = []
  private(set) var nations: [Nation] = []
  private var nationOfCode: [String: Int16] = [:]

  init(_ setup: Setup) {
    self.setup = setup
    folding = setup.folding
    words = Vocabulary.Builder(setup.folding)
  }

  // MARK: Nouns and adjectives

  mutating func readNations() throws {
    for row in try setup.table("Data/nations.tsv", columns: ["country", "adjective"]).rows {
      nationOfCode[try row.required("country")] = Int16(truncatingIfNeeded: nations.count)
      nations.append(Nation(masculine: try row.required("adjective")))
    }
  }

  mutating func readHeads() throws {
    let table = try setup.table(
      "Data/heads.tsv", columns: ["head", "type", "number", "extent", "alone", "weight", "nation"])
    for row in table.rows {
      let noun = try row.required("head")
      guard let number = HeadNoun.Number(rawValue: row["number"]),
        let alone = HeadNoun.Alone(rawValue: row["alone"]),
        let weight = HeadNoun.Weight(rawValue: row["weight"])
      else {
        throw Table.Fault("\(table.name):\(row.line): unknown number, alone or weight")
      }
      words.add(noun, .head, head: Int16(truncatingIfNeeded: heads.count))
      headWords.append(noun)
      heads.append(
        HeadNoun(
          type: try type(of: row, in: table.name), number: number,
          takesProperName: row["extent"] == "proper", alone: alone, weight: weight,
          isNational: row["nation"] == "yes"))
    }
    tieDuals()
  }

  /// Ties each dual to its singular: before the ending, teh stands for teh marbuta.
  private mutating func tieDuals() {
    let feminine = String(decoding: [Letter.taMarbuta], as: UTF16.self)
    let singulars = Dictionary(
      headWords.indices.filter { heads[$0].number == .singular }.map { (headWords[$0], $0) }
    ) { first, _ in first }
    for index in headWords.indices where heads[index].number == .dual {
      let stem = String(headWords[index].dropLast())
      heads[index].base =
        singulars[stem] ?? singulars[String(stem.dropLast()) + feminine] ?? -1
    }
  }

  private func type(of row: Table.Row, in table: String) throws -> ActorType {
    guard let type = ActorType(rawValue: row["type"]) else {
      throw Table.Fault("\(table):\(row.line): unknown type \"\(row["type"])\"")
    }
    return type
  }

  mutating func readAdjectives() throws {
    for row in try setup.table("Data/adjectives.tsv", columns: ["adjective", "class"]).rows {
      let traits: WordTraits =
        switch row["class"] {
        case "domain": [.adjective, .domainAdjective]
        case "political": [.adjective, .stance]
        default: .adjective
        }
      addForms(of: try row.required("adjective"), traits)
    }
    let nations = "knowledge/gazetteer/nationalities.tsv"
    for row in try setup.table(nations, columns: ["adjective", "country"]).rows {
      addForms(
        of: try row.required("adjective"), [.adjective, .nationality],
        country: nationOfCode[row["country"]] ?? -1)
    }
    for row in try setup.table("Data/subjects.tsv", columns: ["noun"]).rows {
      words.add(try row.required("noun"), .subject)
    }
  }

  /// Masculine, feminine and the sound plurals.
  private mutating func addForms(
    of adjective: String, _ traits: WordTraits, country: Int16 = -1
  ) {
    let stems = folding.words(adjective)
    guard stems.count == 1, let stem = stems.first else { return }
    for ending in Letter.adjectiveEndings {
      words.add(stem + ending, traits)
      words.add(stem + ending, country: country, rank: Self.stateRank)
    }
  }

  // MARK: Function words and names

  mutating func readFunctionWords() throws {
    for row in try setup.table("Data/stop_extent.tsv", columns: ["word", "why"]).rows {
      let traits: WordTraits =
        switch row["why"] {
        case "preposition": [.stop, .preposition]
        case "participle", "adjective": [.stop, .attributive]
        default: .stop
        }
      words.add(try row.required("word"), traits)
    }
    let table = try setup.table("Data/roles.tsv", columns: ["word", "role"])
    for row in table.rows {
      guard let trait = Self.roles[row["role"]] else {
        throw Table.Fault("\(table.name):\(row.line): unknown role \"\(row["role"])\"")
      }
      words.add(try row.required("word"), trait)
    }
  }

  private static let roles: [String: WordTraits] = [
    "saying": [.saying, .stop], "that": [.that, .stop], "demonstrative": [.demonstrative, .stop],
    "licence": .licence, "generic": .generic, "link": .nameLink, "tail": .nameTail,
    "kunya": .kunya, "servant": .servant, "place": .placeNoun, "outlet": .outlet,
    "quantifier": [.quantifier, .stop], "sport": .sport, "locative": .locative, "year": .year,
    "regnal": .regnal, "venue": .venue, "obtains": .obtains, "bearer": .bearer,
    "delegation": .delegation, "bank": .bank, "central": .central, "agency": .agency,
    "about": .about, "called": .called,
    "international": .international, "service": .service, "security": .security,
    "stopword": [.stop, .preposition],
  ]

  mutating func readPersonalNames() throws {
    for row in try setup.table("Data/given.tsv", columns: ["name", "ambiguous", "origin"]).rows {
      let name = try row.required("name")
      var traits: WordTraits = row["ambiguous"] == "yes" ? [.given, .ambiguousGiven] : .given
      if name.utf16.last == Letter.taMarbuta { traits.insert(.endsInTaMarbuta) }
      if row["origin"] == "foreign" { traits.insert(.foreignGiven) }
      words.add(name, traits)
    }
    for row in try setup.table("Data/family.tsv", columns: ["name"]).rows {
      words.add(try row.required("name"), .family)
    }
  }

  /// What the names need that are ordinary words as well, by their hash.
  func weakNames() throws -> [UInt64: ActorTables.Need] {
    var weak: [UInt64: ActorTables.Need] = [:]
    let table = try setup.table("Data/weak_names.tsv", columns: ["name", "need"])
    for row in table.rows {
      guard let need = ActorTables.Need(rawValue: row["need"]) else {
        throw Table.Fault("\(table.name):\(row.line): unknown need \"\(row["need"])\"")
      }
      weak[Self.hash(folding.words(try row.required("name")))] = need
    }
    return weak
  }

  /// What depends on the date of a document.
  func chronicle() throws -> Chronicle {
    var chronicle = Chronicle()
    let names = try setup.table("Data/successions.tsv", columns: ["entity", "name", "from"])
    for row in names.rows {
      chronicle.add(
        name: try row.required("name"), of: try row.required("entity"),
        from: try row.required("from"))
    }
    let offices = try setup.table(
      "Data/offices.tsv", columns: ["person", "office", "from", "until"])
    for row in offices.rows {
      chronicle.add(
        office: try row.required("office"), of: try row.required("person"),
        from: try row.required("from"), until: row["until"])
    }
    return chronicle
  }

  /// Endings of family names of other languages.
  func nameEndings() throws -> NameEndings {
    var endings = NameEndings()
    for row in try setup.table("Data/endings.tsv", columns: ["ending"]).rows {
      for ending in folding.words(try row.required("ending")) { endings.add(ending) }
    }
    return endings
  }

  private static func hash(_ words: [[UInt16]]) -> UInt64 {
    words.reduce(0) { TextHash.phrase($0, then: Vocabulary.Builder.hash($1)) }
  }

  /// Organisations or persons with their aliases.
  mutating func readNames(
    _ file: String, _ trait: WordTraits, weak: [UInt64: ActorTables.Need]
  ) throws -> Lexicon {
    var lexicon = Lexicon()
    for row in try setup.table(file, columns: ["canonical", "aliases"]).rows {
      let canonical = try row.required("canonical")
      let noun = canonical.split(separator: " ").first.map(String.init) ?? ""
      let head = headWords.firstIndex(of: noun)
      let type = row["type"].isEmpty ? .person : try type(of: row, in: file)
      for form in [canonical] + row.list("aliases") {
        let parts = folding.words(form)
        words.add(parts, to: &lexicon, payload: names.count, trait)
        names.append(
          ActorTables.Name(
            canonical: canonical, type: type, file: file, line: row.line,
            need: weak[Self.hash(parts)] ?? .nothing, nation: nil,
            isMovement: type == .armedForce && head.map { heads[$0].type == .organization } ?? false
          ))
      }
    }
    return lexicon
  }

  mutating func readParties() throws -> Lexicon {
    var lexicon = Lexicon()
    let file = "Data/parties.tsv"
    for row in try setup.table(file, columns: ["form", "type", "canonical", "need", "nation"]).rows
    {
      guard let need = ActorTables.Need(rawValue: row["need"]) else {
        throw Table.Fault("\(file):\(row.line): unknown need \"\(row["need"])\"")
      }
      words.add(
        folding.words(try row.required("form")), to: &lexicon, payload: names.count, .startsParty)
      names.append(
        ActorTables.Name(
          canonical: row["canonical"], type: try type(of: row, in: file),
          file: file, line: row.line,
          need: need,
          nation: row["nation"].isEmpty ? nil : row["nation"] == "f" ? .feminine : .masculine))
    }
    return lexicon
  }

  mutating func readTitles() throws -> Lexicon {
    var lexicon = Lexicon()
    for row in try setup.table("Data/titles.tsv", columns: ["title", "type", "relational"]).rows {
      let isAddress = row["type"] == "honorific" || row["type"] == "rank"
      words.add(
        folding.words(try row.required("title")), to: &lexicon,
        payload: (row["relational"] == "yes" ? 1 : 0) | (isAddress ? 2 : 0), .startsTitle)
    }
    return lexicon
  }

  /// Rank of states and their adjectives, above that of any town.
  private static let stateRank = 9

  mutating func readPlaces() throws -> Lexicon {
    var lexicon = Lexicon()
    for file in ["arab", "countries", "facilities", "syria", "world"] {
      let table = try setup.table(
        "knowledge/gazetteer/\(file).tsv", columns: ["name", "variants", "country", "rank"])
      let isCountry = file == "countries"
      for row in table.rows {
        let nation = nationOfCode[row["country"]] ?? -1
        let rank = Int(row["rank"]) ?? 0
        for form in [row["name"]] + row.list("variants") where !form.isEmpty {
          let parts = folding.words(form)
          words.add(parts, to: &lexicon, payload: isCountry ? 1 : 0, .startsPlace)
          guard parts.count == 1 else { continue }
          if isCountry { words.add(parts[0], .country) }
          words.add(parts[0], country: nation, rank: isCountry ? Self.stateRank : rank)
        }
      }
    }
    return lexicon
  }
}
