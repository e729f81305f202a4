// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import WarshaFormats
import WarshaKnowledge
import WarshaModel
import WarshaRendering
import WarshaWorkbench

/// Finds places by name.
struct SearchGazetteer: Verb {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Find places by name, in any spelling and with clitics.",
    discussion: """
      First the name itself, then behind clitics, with or without the article, names that begin so,
      and names that differ in one letter; in Warsha's own tables and the imported ones in use.

      Examples:
        gazetteer search \(example)
        gazetteer search \(example) --limit 50 --format json
      """)

  /// WAW BEH, then DAL MEEM SHEEN QAF: "and in Damascus".
  static let example = "\u{0648}\u{0628}\u{062F}\u{0645}\u{0634}\u{0642}"

  /// How hits are written.
  enum Format: String, CaseIterable, ExpressibleByArgument { case table, json }

  @Argument(help: ArgumentHelp("A name.", valueName: "text"))
  var text: [String]

  @Option(help: ArgumentHelp("Most places shown.", valueName: "n"))
  var limit = 20

  @Option(help: "table, or json: an array.")
  var format: Format = .table

  func validate() throws {
    if !(1...100_000).contains(limit) { throw ValidationError("--limit must be 1 to 100000.") }
    if text.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) {
      throw ValidationError("say what to look for: gazetteer search NAME")
    }
  }

  func run(in session: Session) throws {
    let gazetteer = try GazetteerDesk(session.workbench.folders).gazetteer()
    let search = GazetteerSearch(gazetteer, folding: GazetteerDesk.folding)
    let text = text.joined(separator: " ")
    let hits = search.places(named: text, limit: limit)
    switch format {
    case .table where hits.isEmpty: break
    case .table: try session.console.write(table(hits, gazetteer).rendered(session.console.style))
    case .json: try session.console.write(json(hits, gazetteer))
    }
    if !hits.isEmpty { return }
    let near = search.nearest(to: text)
    throw CommandFailure(
      .data,
      "no place is called \"\(text)\"."
        + (near.isEmpty
          ? " No name is near to it."
          : " Near are " + near.map { "\"\($0)\"" }.joined(separator: ", ") + "."))
  }

  private func table(_ hits: [GazetteerSearch.Hit], _ gazetteer: Gazetteer) -> TextTable {
    var table = TextTable([
      .init("id"), .init("match"), .init("kind"), .init("country"), .init("lat", .right),
      .init("lon", .right), .init("where"), .init("name"), .init("admin"),
    ])
    for hit in hits {
      let place = gazetteer.places[hit.place]
      let (origin, line) = gazetteer.origin(of: hit.place)
      let name = gazetteer.name(of: hit.place)
      table.rows.append([
        .init(gazetteer.id(of: hit.place)), .init(hit.nearness.rawValue),
        .init(place.kind.rawValue), .init(gazetteer.country(of: hit.place)),
        .init(place.coordinates.map { "\($0.latitude)" } ?? ""),
        .init(place.coordinates.map { "\($0.longitude)" } ?? ""), .init("\(origin):\(line)"),
        .init(hit.name == name ? name : "\(name) (\(hit.name))"),
        .init(gazetteer.admin(of: hit.place)),
      ])
    }
    return table
  }

  private func json(_ hits: [GazetteerSearch.Hit], _ gazetteer: Gazetteer) -> [UInt8] {
    var json = JSONBytes()
    json.raw("[")
    for (index, hit) in hits.enumerated() {
      let place = gazetteer.places[hit.place]
      let (origin, line) = gazetteer.origin(of: hit.place)
      if index > 0 { json.raw(",") }
      json.raw("\n{\"id\":")
      json.string(gazetteer.id(of: hit.place))
      json.raw(",\"name\":")
      json.string(gazetteer.name(of: hit.place))
      json.raw(",\"found\":")
      json.string(hit.name)
      json.raw(",\"match\":")
      json.string(hit.nearness.rawValue)
      json.raw(",\"kind\":")
      json.string(place.kind.rawValue)
      json.raw(",\"country\":")
      json.string(gazetteer.country(of: hit.place))
      json.raw(",\"admin\":")
      json.string(gazetteer.admin(of: hit.place))
      json.raw(",\"lat\":")
      json.number(place.coordinates?.latitude ?? .nan)
      json.raw(",\"lon\":")
      json.number(place.coordinates?.longitude ?? .nan)
      json.raw(",\"table\":")
      json.string(origin)
      json.raw(",\"line\":")
      json.integer(line)
      json.raw("}")
    }
    json.raw("\n]\n")
    return json.bytes
  }
}
