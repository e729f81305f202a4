// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import WarshaEvaluation
import WarshaFormats
import WarshaPluginHost
import WarshaStore

/// Why a command did not do what it was asked to: words for the user and the exit status.
package struct CommandFailure: Error, Equatable {
  /// Exit status of the contract.
  package enum Status: Int32, Sendable {
    case data = 1, usage = 2, plugin = 3, interrupted = 130
  }

  /// What happened, where, what to do.
  package var message: String
  /// The command line with a caret under the place that the message is about.
  package var caret: String?
  /// Exit status.
  package var status: Status

  package init(_ status: Status, _ message: String, caret: String? = nil) {
    self.status = status
    self.message = message
    self.caret = caret
  }

  /// The failure that an error of a lower module means.
  package init(_ error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let error as ValidationError: self.init(.usage, error.message)
    case let error as PluginError where error.code == .unknownExtractor:
      self.init(.usage, error.message)
    case let error as PluginError: self.init(.plugin, error.description)
    case let error as StoreError: self.init(.data, error.description)
    case let error as FormatError: self.init(.data, error.description)
    case let error as EvaluationError: self.init(.usage, error.description)
    default: self.init(.data, "\(error)")
    }
  }

  /// The lines for standard error, without the last line break.
  package var report: String { (caret.map { $0 + "\n" } ?? "") + "error: " + message }
}
