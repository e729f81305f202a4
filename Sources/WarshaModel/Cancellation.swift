// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// A switch that stops a running command: thrown once, read from any thread.
public final class Cancellation: Sendable {
  private let thrown = Atomic<Bool>(false)
  private let asked = Atomic<Int>(0)
  /// Number of questions after which it throws itself.
  private let limit: Int?

  /// Makes a switch that is not thrown.
  public init() { limit = nil }

  /// Makes a switch that throws itself after it was asked `count` times: for tests of what happens
  /// when a command is stopped in the middle.
  public init(afterAsking count: Int) { limit = count }

  /// How often a switch made with `init(afterAsking:)` was asked.
  public var timesAsked: Int { asked.load(ordering: .relaxed) }

  /// Asks whoever holds the switch to stop soon.
  public func cancel() { thrown.store(true, ordering: .relaxed) }
  /// Makes the switch usable for the next command.
  public func reset() { thrown.store(false, ordering: .relaxed) }
  /// Whether to stop.
  public var isCancelled: Bool {
    guard let limit else { return thrown.load(ordering: .relaxed) }
    let before = asked.wrappingAdd(1, ordering: .relaxed).oldValue
    return before >= limit || thrown.load(ordering: .relaxed)
  }
}
