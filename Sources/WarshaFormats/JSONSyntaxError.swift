// SPDX-License-Identifier: Apache-2.0

/// Bytes that are not JSON.
package struct JSONSyntaxError: Error, CustomStringConvertible, Equatable {
  /// Byte at which reading stopped, from 0.
  package var offset: Int
  /// Line of that byte, from 1.
  package var line: Int
  /// What was expected there.
  package var reason: String

  /// Reason and place.
  package var description: String { "not JSON: \(reason) (byte \(offset + 1))" }
}
