// SPDX-License-Identifier: Apache-2.0

/// What the host needs of the modules it does not know: folding, hashing, tables.
package struct HostServices: Sendable {
  /// Folds as the view is folded: writes as much as there is room for, returns how much there is.
  package typealias Fold =
    @Sendable (UnsafeBufferPointer<UInt16>, UnsafeMutableBufferPointer<UInt16>) -> Int

  /// Folds as the view is folded.
  package var fold: Fold
  /// Bytes of a table of the core, by the name after `knowledge/`; nil when there is none.
  package var knowledge: @Sendable (String) -> TableBytes?
  /// Paths of the gazetteers that the user imported, for plugins that name `user/gazetteers`.
  package var gazetteers: @Sendable () -> [String]

  package init(
    fold: @escaping Fold,
    knowledge: @escaping @Sendable (String) -> TableBytes?,
    gazetteers: @escaping @Sendable () -> [String] = { [] }
  ) {
    self.fold = fold
    self.knowledge = knowledge
    self.gazetteers = gazetteers
  }
}
