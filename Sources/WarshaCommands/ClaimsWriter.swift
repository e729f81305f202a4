// SPDX-License-Identifier: Apache-2.0

import Foundation
import WarshaRendering
import WarshaWorkbench

/// Writes claims as tables or as JSON, an object a line.
struct ClaimsWriter {
  let console: Console
  let format: ClaimsCommand.Format

  /// All claims of a board, a row each.
  func write(_ board: ClaimBoard) throws {
    if format == .json {
      for entry in board.entries { try line(record(entry)) }
      return
    }
    if !board.entries.isEmpty { try console.write(table(board.entries)) }
    try console.write("\n\(counted(board.entries.count, "claim"))\n")
  }

  /// Groups of claims that say the same, each under what it is about.
  func write(groups: [[Int]], of board: ClaimBoard) throws {
    for group in groups {
      let entries = group.map { board.entries[$0] }
      if format == .json {
        try line(["claims": entries.map(record), "about": shared(entries)])
        continue
      }
      let sources = Set(entries.map(\.source)).count
      let about = shared(entries).joined(separator: ", ")
      try console.write(
        "\(counted(entries.count, "claim")) of \(counted(sources, "source"))"
          + (about.isEmpty ? "" : ", about \(about)") + "\n" + table(entries) + "\n")
    }
    if format == .table {
      try console.write("\(counted(groups.count, "group")) of two sources or more\n")
    }
  }

  /// Assertions with the denials that contradict them.
  func write(pairs: [(claim: Int, denial: Int)], of board: ClaimBoard) throws {
    for pair in pairs {
      let (claim, denial) = (board.entries[pair.claim], board.entries[pair.denial])
      if format == .json {
        try line(["claim": record(claim), "denial": record(denial)])
      } else {
        try console.write(table([claim, denial]) + "\n")
      }
    }
    if format == .table { try console.write("\(counted(pairs.count, "contradiction"))\n") }
  }

  // MARK: Forms

  private func table(_ entries: [ClaimEntry]) -> String {
    var table = TextTable([
      .init("document"), .init("id"), .init("stance"), .init("source"), .init("cue"),
      .init("content"),
    ])
    table.rows = entries.map { entry in
      [
        .init(entry.document), .init("T\(entry.id)"),
        .init(entry.stance, entry.stance == "deny" ? .warning : nil),
        .init(entry.isImplied ? "(\(entry.source))" : entry.source, .label("Source")),
        .init(entry.cue, .label("Claim")), .init(entry.content),
      ]
    }
    return table.rendered(console.style)
  }

  /// What all claims of a group speak of.
  private func shared(_ entries: [ClaimEntry]) -> [String] {
    guard let first = entries.first else { return [] }
    let common = entries.dropFirst().reduce(Set(first.topics)) { $0.intersection($1.topics) }
    var seen: Set<ClaimEntry.Topic> = []
    return first.topics.filter { common.contains($0) && seen.insert($0).inserted }.map {
      $0.layer == "distances" ? "\($0.value) m" : $0.value
    }
  }

  private func record(_ entry: ClaimEntry) -> [String: Any] {
    var record: [String: Any] = [
      "document": entry.document, "id": "T\(entry.id)", "stance": entry.stance,
      "source": entry.source, "implied": entry.isImplied, "cue": entry.cue,
      "content": entry.content,
      "about": entry.topics.map { ["layer": $0.layer, "value": $0.value] },
    ]
    if let title = entry.title { record["title"] = title }
    return record
  }

  private func line(_ record: [String: Any]) throws {
    let data = try JSONSerialization.data(
      withJSONObject: record, options: [.sortedKeys, .withoutEscapingSlashes])
    try console.write(String(decoding: data, as: UTF8.self) + "\n")
  }
}
