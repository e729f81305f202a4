// SPDX-License-Identifier: Apache-2.0

/// Plain memory for what an extractor notes of each token, used again from document to document.
public final class ReusableBuffer<Element: BitwiseCopyable> {
  @usableFromInline var memory: UnsafeMutableBufferPointer<Element>

  /// Makes a buffer without memory.
  @inlinable public init() { memory = .allocate(capacity: 0) }

  @inlinable deinit { memory.deallocate() }

  /// The first `count` elements, all set to a value; valid until the next call.
  ///
  /// Complexity: O(count).
  @inlinable
  public func filled(with value: Element, count: Int) -> UnsafeMutableBufferPointer<Element> {
    let elements = uninitialized(count: count)
    elements.initialize(repeating: value)
    return elements
  }

  /// The first `count` elements, their values left to the caller; valid until the next call.
  @inlinable
  public func uninitialized(count: Int) -> UnsafeMutableBufferPointer<Element> {
    if count > memory.count {
      memory.deallocate()
      memory = .allocate(capacity: count + count / 2)
    }
    return UnsafeMutableBufferPointer(rebasing: memory[..<count])
  }
}
