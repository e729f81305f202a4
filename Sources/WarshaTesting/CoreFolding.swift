// SPDX-License-Identifier: Apache-2.0

import WarshaText

/// The folding of the text core, for tests that make lexicons or gazetteers of their own.
public enum CoreFolding {
  /// Folds as the view of a text is folded.
  @Sendable public static func fold(_ units: [UInt16]) -> [UInt16] { Analyser.fold(units) }
}
