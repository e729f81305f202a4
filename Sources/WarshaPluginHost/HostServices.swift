// SPDX-License-Identifier: Apache-2.0

/// What the host needs of the modules it does not know: folding, hashing, tables.
package struct HostServices: Sendable {
  /// Folds as the view is folded.
  package var fold: @Sendable (UnsafeBufferPointer<UInt16>) -> [UInt16]
  /// Bytes of a table of the core, by the name after `knowledge/`; nil when there is none.
  package var knowledge: @Sendable (String) -> TableBytes?

  package init(
    fold: @escaping @Sendable (UnsafeBufferPointer<UInt16>) -> [UInt16],
    knowledge: @escaping @Sendable (String) -> TableBytes?
  ) {
    self.fold = fold
    self.knowledge = knowledge
  }
}
