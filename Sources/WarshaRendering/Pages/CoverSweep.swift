// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// The annotations of a list that cover a place, for places that only go on through the text.
///
/// A whole sweep looks at each annotation when it begins and at those that are open at each place.
struct CoverSweep {
  private let annotations: [Annotation]
  /// Places in the list, by where the annotations begin.
  private let order: [Int]
  private var next = 0
  /// Places in the list of those that have begun and not ended, ascending.
  private var open: [Int] = []

  init(_ annotations: [Annotation]) {
    self.annotations = annotations
    order = annotations.indices.sorted {
      (annotations[$0].range.start, $0) < (annotations[$1].range.start, $1)
    }
  }

  /// Goes on to a place, in UTF-16 units, and gives the annotations there in the order of the list.
  mutating func covering(_ place: Int) -> [Annotation] {
    open.removeAll { annotations[$0].range.end <= place }
    let known = open.count
    while next < order.count, annotations[order[next]].range.start <= place {
      if annotations[order[next]].range.end > place { open.append(order[next]) }
      next += 1
    }
    if open.count > known { open.sort() }
    return open.map { annotations[$0] }
  }
}
