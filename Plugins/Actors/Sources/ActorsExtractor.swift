// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel
import WarshaPluginKit

/// Finds who can act or speak: persons, armed forces, government bodies, organisations, media.
package struct ActorsExtractor: Extractor {
  package static let id = "actors"
  package static let version = "0.2.0"

  private let tables: ActorTables
  private let memory = Reading.Memory()
  private let store = NameMemory.Store()

  package init(_ setup: Setup) throws { tables = try ActorTables(setup) }

  package mutating func extract(_ document: InputDocument, into output: inout Output) {
    let reading = Reading(document.text, tables, memory)
    var scanner = MentionScanner(reading, store)
    scanner.scan { output.isCancelled }
    if output.isCancelled { return }
    var writer = MentionWriter(reading, scanner.mentions, date: document.date)
    writer.write(into: &output)
  }
}
