// SPDX-License-Identifier: Apache-2.0

/// An annotation file that was read strictly and has problems.
package struct BratError: Error, CustomStringConvertible, Equatable {
  /// The file as the user named it.
  package var file: String
  /// What is wrong, in line order; at least one.
  package var problems: [FormatError]

  /// The first problems, one a line, and how many more there are.
  package var description: String {
    let shown = problems.prefix(10).map(\.description)
    let more = problems.count - shown.count
    return (shown + (more > 0 ? ["\(file): and \(more) more"] : [])).joined(separator: "\n")
  }
}
