// SPDX-License-Identifier: Apache-2.0

import Foundation
import WarshaModel
import WarshaStore

/// The ids of the documents of several inputs: results are told apart by them.
struct DocumentIDs {
  /// The input or the file that each id comes from.
  private var origins: [String: String] = [:]

  /// Notes a document of an input.
  ///
  /// One that is named for its file, at the path given, gets another name when its own is taken: with
  /// the folder in front, `b-x` of `b/x.txt`, or with the extension where the other file lies beside
  /// it. A note says so.
  ///
  /// - Throws: `sharedID` when the id is taken and cannot be changed.
  mutating func use(
    _ document: inout Document, of input: String, file: String?
  ) throws(StoreError) {
    let origin = file ?? input
    if let file, let other = origins[document.id], !Self.isOne(file, other) {
      let name = Self.name(of: file, called: document.id, beside: other)
      document.diagnostics.append(
        Diagnostic(
          .note, origin: "reader", "\(file) is called \(name), as \(document.id) is \(other)."))
      document.id = name
    }
    if let other = origins[document.id] {
      let first = Self.isOne(origin, other) ? origin : other
      throw .sharedID(id: document.id, first: first, second: origin)
    }
    origins[document.id] = origin
  }

  private static func name(of file: String, called id: String, beside other: String) -> String {
    let folders = [file, other].map { URL(fileURLWithPath: Files.folder(of: $0)).standardized }
    return folders[0] == folders[1]
      ? Files.lastComponent(of: file) : "\(folders[0].lastPathComponent)-\(id)"
  }

  private static func isOne(_ file: String, _ other: String) -> Bool {
    URL(fileURLWithPath: file).standardized == URL(fileURLWithPath: other).standardized
  }
}
