// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// Walks through a text and says where annotations open and close, and which is innermost.
struct OpenSpans {
  private let waiting: [(annotation: Annotation, isShared: Bool)]
  private var next = 0
  /// The open ones in the order in which they opened.
  private var opened: [(annotation: Annotation, isShared: Bool)] = []

  /// The shortest span that is open; of equal ones that which opened last.
  private(set) var innermost: Annotation?

  init(_ annotations: [Annotation]) {
    let ordered = annotations.sorted { left, right in
      if left.range.start != right.range.start { return left.range.start < right.range.start }
      if left.range.end != right.range.end { return left.range.end > right.range.end }
      return left.id < right.id
    }
    // Shared: overlaps the furthest-reaching span before it, or the span after it.
    var isShared = [Bool](repeating: false, count: ordered.count)
    var furthest = 0
    for i in ordered.indices.dropFirst() {
      if ordered[i].range.overlaps(ordered[furthest].range) {
        isShared[i] = true
        isShared[furthest] = true
      }
      if ordered[i].range.end > ordered[furthest].range.end { furthest = i }
    }
    waiting = zip(ordered, isShared).map { ($0, $1) }
  }

  /// Closes the spans that end at or before a position, the last opened first.
  mutating func close(through position: Int, _ body: (Annotation, _ isShared: Bool) -> Void) {
    guard opened.contains(where: { $0.annotation.range.end <= position }) else { return }
    for span in opened.reversed() where span.annotation.range.end <= position {
      body(span.annotation, span.isShared)
    }
    opened.removeAll { $0.annotation.range.end <= position }
    findInnermost()
  }

  /// Opens the spans that begin at or before a position, the longest first.
  mutating func open(through position: Int, _ body: (Annotation, _ isShared: Bool) -> Void) {
    while next < waiting.count, waiting[next].annotation.range.start <= position {
      opened.append(waiting[next])
      body(waiting[next].annotation, waiting[next].isShared)
      next += 1
      findInnermost()
    }
  }

  /// Closes what is still open when the shown part ends.
  mutating func closeAll(_ body: (Annotation, _ isShared: Bool) -> Void) {
    for span in opened.reversed() { body(span.annotation, span.isShared) }
    opened = []
    innermost = nil
  }

  private mutating func findInnermost() {
    // `min` keeps the first of equals: look from the last opened.
    innermost =
      opened.reversed().min { $0.annotation.range.count < $1.annotation.range.count }?
      .annotation
  }
}
