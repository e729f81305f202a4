// SPDX-License-Identifier: Apache-2.0

/// A file as it was at one moment: tells without reading it whether it is still the same.
package struct FileMark: Sendable, Hashable {
  /// Its path.
  package var path: String
  /// Bytes.
  package var size: Int
  /// Time of change in nanoseconds since 1970.
  package var modified: Int

  /// Makes a mark.
  package init(path: String, size: Int, modified: Int) {
    self.path = path
    self.size = size
    self.modified = modified
  }
}
