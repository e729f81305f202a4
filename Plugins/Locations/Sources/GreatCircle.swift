// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Distances on the globe.
enum GreatCircle {
  /// Kilometres between two points in degrees north and east.
  static func kilometres(
    _ a: (latitude: Double, longitude: Double), _ b: (latitude: Double, longitude: Double)
  ) -> Double {
    let radian = Double.pi / 180
    let (first, second) = (a.latitude * radian, b.latitude * radian)
    let north = sin((second - first) / 2)
    let east = sin((b.longitude - a.longitude) * radian / 2)
    let half = north * north + cos(first) * cos(second) * east * east
    return 12742 * asin(min(1, half.squareRoot()))
  }
}
