// SPDX-License-Identifier: Apache-2.0

/// Which files hold documents, by their names.
package enum DocumentNames {
  /// Extensions of saved web pages, in the order in which they are looked for.
  private static let pages = ["html", "htm", "xhtml"]

  /// Whether a file is a saved web page.
  package static func isPage(_ path: String) -> Bool {
    let name = Files.lastComponent(of: path)
    return pages.contains { name.count > $0.count + 1 && name.lowercased().hasSuffix("." + $0) }
  }

  /// The file of a document among those of a folder: its text, else its page; nil without either.
  static func file(of id: String, among files: Set<String>) -> String? {
    (["txt"] + pages).map { id + "." + $0 }.first(where: files.contains)
  }
}
