// SPDX-License-Identifier: Apache-2.0

/// The short forms of labels where there is no colour.
package enum LabelCode {
  private static let known = [
    "Location": "Loc", "Distance": "Dist", "Actor": "Act", "Source": "Src", "Content": "Cont",
  ]

  /// `Loc` for `Location`; of a plugin's own label the first five letters.
  package static func of(_ label: String) -> String { known[label] ?? String(label.prefix(5)) }
}
