// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel
import WarshaPluginKit

/// Finds named places and says which they are.
package struct LocationsExtractor: Extractor {
  package static let id = "locations"
  package static let version = "0.2.0"

  private let vocabulary: Vocabulary
  private let places: PlaceTable
  private let stated: StatedDistances
  private let memory: Reading.Memory

  package init(_ setup: Setup) throws {
    vocabulary = try Vocabulary(setup)
    let tables = try GazetteerTables.names.map {
      try setup.table("knowledge/gazetteer/\($0).tsv", columns: Gazetteer.columns)
    }
    places = PlaceTable(
      try Gazetteer(tables, imported: setup.importedGazetteers(), folding: setup.folding))
    stated = try StatedDistances(setup)
    memory = Reading.Memory(places.gazetteer)
  }

  package mutating func extract(_ document: InputDocument, into output: inout Output) {
    let text = document.text
    var reading = Reading(text: text, vocabulary: vocabulary, places: places, memory)
    reading.hideActors(document.spans(in: "actors"))
    reading.read()
    if output.isCancelled { return }
    reading.weighEvidence(memory)
    reading.findRepetitions()
    reading.dropOverlaps()
    reading.noteProvinces()
    if reading.mentions.isEmpty { return }
    let writer = MentionWriter(
      reading: reading, senses: Resolver(reading, memory).senses(stated), strings: memory.strings)
    for index in reading.mentions.indices {
      output.emit(writer.annotation(of: index, explained: output.wantsEvidence))
    }
  }
}

/// The gazetteer's tables, in the order in which equal places rank.
enum GazetteerTables {
  static let names = ["countries", "syria", "arab", "world", "nature", "facilities"]
}

extension Reading {
  /// Marks the tokens of Actors: a name inside one is no Location.
  func hideActors(_ actors: [InputDocument.Span]) {
    for actor in actors {
      let first = text.token(endingAfter: actor.range.start)
      // مهرجان قرطاج is an event in a place, لواء الرمثا a district.
      if actor.type != "person", first < text.tokens.count, isEventOrUnit(first, actor.range.end) {
        continue
      }
      var end = first
      while end < text.tokens.count, Int(text.tokens[end].start) < actor.range.end {
        hidden[end] = true
        end += 1
      }
      if end == first { continue }
      let last = Int32(truncatingIfNeeded: end)
      personEnds[first] = actor.type == "person" ? last : -last - 1
    }
  }

  /// Whether an Actor begins with an event in a town, or is the name of an administrative unit.
  private func isEventOrUnit(_ first: Int, _ end: Int) -> Bool {
    let functions = marks[first].functions
    let isEvent =
      functions.contains(.locative) && functions.isDisjoint(with: [.stop, .preposition])
    if isEvent, first + 1 < marks.count {
      let place = name(at: first + 1, end: marks.count, fronts: 0...0)
      return place.map { $0.proof == .certain || $0.proof == .fair } ?? false
    }
    guard marks[first].noun >= 0, let match = name(at: first, end: marks.count),
      match.end > first + 1, Int(text.tokens[match.end - 1].end) == end
    else { return false }
    return places.candidates(of: match.entry).allSatisfy { $0.type == .admin && $0.isListed }
  }

  /// Where mentions overlap keeps the longest, then the first.
  mutating func dropOverlaps() {
    mentions.sort { ($0.first, $1.end) < ($1.first, $0.end) }
    var kept: [Mention] = []
    for mention in mentions {
      if let last = kept.last, mention.first < last.end {
        if mention.end - mention.first > last.end - last.first { kept[kept.count - 1] = mention }
        continue
      }
      kept.append(mention)
    }
    mentions = kept
  }
}
