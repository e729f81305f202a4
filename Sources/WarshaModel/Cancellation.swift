// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// A switch that stops a running command: thrown once, read from any thread.
public final class Cancellation: Sendable {
  private let thrown = Atomic<Bool>(false)

  /// Makes a switch that is not thrown.
  public init() {}

  /// Asks whoever holds the switch to stop soon.
  public func cancel() { thrown.store(true, ordering: .relaxed) }
  /// Makes the switch usable for the next command.
  public func reset() { thrown.store(false, ordering: .relaxed) }
  /// Whether to stop.
  public var isCancelled: Bool { thrown.load(ordering: .relaxed) }
}
