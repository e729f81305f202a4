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

  package init(
    plugins: [String], libraries: [String], knowledge: String, pages: String = "", corpus: String,
    gazetteers: GazetteerFiles = GazetteerFiles()
  ) {
    self.plugins = plugins
    self.libraries = libraries
    self.knowledge = knowledge
    self.pages = pages
    self.corpus = corpus
    self.gazetteers = gazetteers
  }
}
