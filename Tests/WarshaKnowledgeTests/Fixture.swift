// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import WarshaKnowledge
import WarshaModel
import WarshaTesting
import WarshaText

/// Tables of the core and of tests, read as a plugin reads them.
enum Fixture {
  static let folding = Folding { Analyser.fold($0) }

  /// A table of a string; its bytes are never freed, as those of a mapped file are not.
  static func table(_ text: String, name: String = "t.tsv", columns: [String] = []) throws -> Table
  {
    let utf8 = Array(text.utf8)
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: utf8.count)
    _ = bytes.initialize(from: utf8)
    return try Table(name: name, bytes: UnsafeBufferPointer(bytes), columns: columns)
  }

  /// A table of the core.
  static func knowledge(_ name: String, columns: [String]) throws -> Table {
    let text = try String(contentsOfFile: "\(Checkout.knowledge)/\(name)", encoding: .utf8)
    return try table(text, name: name, columns: columns)
  }

  static func numbers() throws -> NumberGrammar {
    try NumberGrammar(
      table: knowledge("numbers.tsv", columns: ["form", "kind", "value"]), folding: folding)
  }

  /// Lends the analysis of a string.
  static func with<Result>(_ string: String, _ body: (AnalysedText) throws -> Result) rethrows
    -> Result
  {
    try Analyser().analyse(SourceText(string)).withText(body)
  }
}
