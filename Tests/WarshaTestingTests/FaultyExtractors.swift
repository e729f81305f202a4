// SPDX-License-Identifier: Apache-2.0

import CWarshaABI
import WarshaModel
import WarshaPluginKit

/// An extractor that marks every word, with one fault that a test switches on.
struct Faulty: Extractor {
  /// What it does wrong.
  enum Fault {
    case none, forgetsNothing, undeclaredType, noRule, neverStops, evidenceChangesResult,
      throwsError
    case wildSpan
  }

  static let id = "faulty"
  static let version = "1"
  /// The fault of the next instance. Only tests of one serialised suite set it.
  nonisolated(unsafe) static var fault = Fault.none

  private let fault = Self.fault
  private var documents = 0

  init(_ setup: Setup) throws {}

  mutating func extract(_ document: InputDocument, into output: inout Output) throws {
    documents += 1
    let text = document.text
    for (index, token) in text.tokens.enumerated() where token.isWord {
      if index % 50 == 0, fault != .neverStops, output.isCancelled { return }
      var annotation = Annotation(
        layer: "words", label: "Word", type: "word", range: token.range, rule: "words.word")
      switch fault {
      case .none, .neverStops: break
      case .forgetsNothing: annotation.value = .number(Double(documents))
      case .undeclaredType: annotation.type = "verb"
      case .noRule: annotation.rule = ""
      case .evidenceChangesResult: annotation.confidence = output.wantsEvidence ? 0.5 : 1
      case .throwsError: throw Setup.Problem(description: "no words today")
      case .wildSpan: annotation.range = TextRange(token.range.start, text.source.count + 1)
      }
      output.emit(annotation)
    }
  }
}

nonisolated(unsafe) private let table = PluginEntry.table(Faulty.self) {
  PluginEntry.create(Faulty.self, $0)
}

/// Entry point, called by the test alone.
func faultyEntry() -> UnsafePointer<warsha_plugin>? { table }
