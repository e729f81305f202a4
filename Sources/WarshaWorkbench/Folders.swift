// SPDX-License-Identifier: Apache-2.0

import WarshaStore

/// Where the parts of an installation or a checkout lie.
package struct Folders: Sendable {
  /// Folders that hold plugin folders.
  package var plugins: [String]
  /// Where libraries lie that are not beside their manifest.
  package var libraries: [String]
  /// Tables of the core.
  package var knowledge: String
  /// Tables for saved web pages.
  package var pages: String
  /// The corpus that comes with Warsha.
  package var corpus: String

  /// The gazetteers that the user imported.
  package var gazetteers: GazetteerFiles
  /// The file of saved runs; nil when neither it nor a home is known.
  package var runs: String?

  package init(
    plugins: [String], libraries: [String], knowledge: String, pages: String = "", corpus: String,
    gazetteers: GazetteerFiles = GazetteerFiles(), runs: String? = nil
  ) {
    self.plugins = plugins
    self.libraries = libraries
    self.knowledge = knowledge
    self.pages = pages
    self.corpus = corpus
    self.gazetteers = gazetteers
    self.runs = runs
  }
}

extension Workbench {
  /// Opens the saved runs; with `mayCreate` false a file that is not there is not made.
  ///
  /// - Throws: `StoreError` when there is no place for them or the file cannot be used.
  package func runStore(mayCreate: Bool = false) throws(StoreError) -> RunStore {
    guard let path = folders.runs else {
      throw .noResource(
        name: "file of saved runs", tried: ["\(RunStore.variable), WARSHA_DATA and HOME (not set)"],
        remedy: "Name a file in \(RunStore.variable).")
    }
    return try RunStore(path: path, mayCreate: mayCreate)
  }
}
