// SPDX-License-Identifier: Apache-2.0

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
  /// Exit status.
  package var status: Status

  package init(_ status: Status, _ message: String) {
    self.status = status
    self.message = message
  }

  /// The failure that an error of a lower module means.
  package init(_ error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let error as PluginError where error.code == .unknownExtractor:
      self.init(.usage, error.message)
    case let error as PluginError: self.init(.plugin, error.description)
    case let error as StoreError: self.init(.data, error.description)
    case let error as FormatError: self.init(.data, error.description)
    case let error as EvaluationError: self.init(.usage, error.description)
    default: self.init(.data, "\(error)")
    }
  }
}
