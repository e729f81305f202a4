// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel
import WarshaPluginHost
import WarshaStore
import WarshaText

/// What is done with gazetteers outside extractors: open, import, list.
package struct GazetteerDesk {
  /// Folds as the view of a text is folded.
  package static let folding = Folding { Analyser.fold($0) }
  /// The tables of the core, in the order in which equal places rank.
  private static let tables = ["countries", "syria", "arab", "world", "nature", "facilities"]

  private let folders: Folders

  /// Works on the folders of a session.
  package init(_ folders: Folders) { self.folders = folders }

  /// Our own tables, and behind them the imported gazetteers that are in use.
  ///
  /// - Parameter imported: Whether to take the imported ones.
  /// - Returns: All of them as one.
  /// - Throws: `Table.Fault` of one that is damaged.
  package func gazetteer(imported: Bool = true) throws -> Gazetteer {
    let tables = try Self.tables.map { name in
      let path = "\(folders.knowledge)/gazetteer/\(name).tsv"
      return try Table(
        name: name + ".tsv", bytes: UnsafeBufferPointer(rebasing: try bytes(path)[...]),
        columns: Gazetteer.columns)
    }
    return try Gazetteer(
      tables, imported: imported ? folders.gazetteers.paths.map(open) : [], folding: Self.folding)
  }

  /// One imported gazetteer.
  ///
  /// - Throws: `Table.Fault` when it is damaged.
  package func open(_ path: String) throws -> MappedGazetteer {
    try MappedGazetteer(
      path: path, bytes: UnsafeRawBufferPointer(try bytes(path)), folding: Self.folding)
  }

  /// Reads files; nothing is written.
  ///
  /// - Throws: `Table.Fault` of a file of which nothing can be used, `StoreError` of one that cannot
  ///   be read.
  package func read(
    _ files: [String], format: ImportedFile.Format?, keepsAll: Bool, cancellation: Cancellation
  ) throws -> PlaceImport {
    var result = PlaceImport(
      known: KnownPlaces(try gazetteer(imported: false)), keepsAll: keepsAll,
      isCancelled: { cancellation.isCancelled })
    for path in files {
      try result.read(
        ImportedFile(name: Files.lastComponent(of: path), bytes: try Files.bytes(at: path)),
        format: format)
    }
    return result
  }

  /// Writes what was read to a path, whose old content stays until all is written.
  ///
  /// - Returns: The gazetteer, as it lies there.
  package func write(_ read: PlaceImport, as name: String, to path: String) throws
    -> MappedGazetteer
  {
    let bytes = try GazetteerWriter(folding: Self.folding).bytes(
      title: name, of: read.records, sources: read.sources)
    try Files.replace(path, with: bytes)
    return try open(path)
  }

  private func bytes(_ path: String) throws -> UnsafeBufferPointer<UInt8> {
    guard let bytes = TableBytes.map(path) else {
      _ = try Files.bytes(at: path)  // says what is wrong
      throw StoreError.unreadable(path: path, reason: "it cannot be mapped")
    }
    return UnsafeBufferPointer(
      start: UnsafeRawPointer(bytes.start).assumingMemoryBound(to: UInt8.self), count: bytes.count)
  }
}
