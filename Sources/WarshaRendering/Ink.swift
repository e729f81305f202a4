// SPDX-License-Identifier: Apache-2.0

/// How a piece of text stands out on a terminal.
package enum Ink: Sendable, Hashable {
  case bold, dim, error, warning
  /// The colour of an annotation's label: the same one everywhere.
  case label(String)

  /// SGR parameters.
  var code: String {
    switch self {
    case .bold: "1"
    case .dim: "2"
    case .error: "1;31"
    case .warning: "33"
    case .label(let label): Self.labelCodes[label] ?? Self.code(ofOther: label)
    }
  }

  private static let labelCodes = [
    "Location": "1;34", "Actor": "1;35", "Distance": "1;32", "Date": "1;36", "Claim": "1;33",
    "Source": "35",
    "Content": "3;36",
  ]

  /// A colour for a label of a plugin: from its letters, so that it never depends on the others.
  private static func code(ofOther label: String) -> String {
    let others = ["4;31", "4;32", "4;33", "4;34", "4;35", "4;36"]
    return others[label.utf8.reduce(0) { $0 + Int($1) } % others.count]
  }
}
