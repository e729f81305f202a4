// SPDX-License-Identifier: Apache-2.0

import Foundation
import WarshaModel

/// Whether the values of two items agree, layer by layer.
enum ValueComparison {
  /// Metres within 0.5 %, TIMEX3 values without regard to a zero second, folded names elsewhere.
  static func agree(_ gold: ScoredItem, _ predicted: ScoredItem, layer: String) -> Bool {
    switch layer {
    case "distances": metresAgree(gold, predicted)
    case "dates": timex(gold.value) == timex(predicted.value)
    default:
      NameFolding.fold(gold.value?.description ?? "")
        == NameFolding.fold(predicted.value?.description ?? "")
    }
  }

  /// Kilometres between two items with `lat` and `lon`; nil when one has none.
  static func kilometres(_ one: ScoredItem, _ other: ScoredItem) -> Double? {
    guard let a = one.number("lat"), let b = one.number("lon"), let c = other.number("lat"),
      let d = other.number("lon")
    else { return nil }
    let radian = Double.pi / 180
    let (south, west) = (sin((c - a) * radian / 2), sin((d - b) * radian / 2))
    let h = south * south + cos(a * radian) * cos(c * radian) * west * west
    return 12742 * asin(min(1, h.squareRoot()))
  }

  /// A range may be given as `485..495`, or as attributes `min` and `max` in metres or in the unit
  /// of the gold annotation.
  private static func metresAgree(_ gold: ScoredItem, _ predicted: ScoredItem) -> Bool {
    func ends(_ item: ScoredItem) -> [Double?] {
      guard let value = item.attributes.first(where: { $0.key == "metres" })?.value ?? item.value
      else { return [nil, nil] }
      guard case .text(let text) = value else { return [value.asNumber, value.asNumber] }
      var parts = [Substring(text)]
      if let dots = text.firstRange(of: "..") {
        parts[0] = text[..<dots.lowerBound]
        let rest = text[dots.upperBound...]
        // Of a chain 1..2..3 the ends count.
        let last = rest.ranges(of: "..").last?.upperBound ?? rest.startIndex
        parts.append(rest[last...])
      }
      let numbers = parts.map { Scalar.text(String($0)).asNumber }
      return [numbers[0], numbers[numbers.count - 1]]
    }
    func near(_ want: [Double?], _ got: [Double?]) -> Bool {
      zip(want, got).allSatisfy { want, got in
        guard let want, let got else { return false }
        return abs(want - got) <= 0.005 * abs(want)
      }
    }
    let bounds = ["min", "max"].map(gold.number)
    let got = ["min", "max"].map(predicted.number)
    return near(ends(gold), ends(predicted)) || near(ends(gold), got)
      || (gold.text("unit") == predicted.text("unit") && near(bounds, got))
  }

  /// A TIMEX3 value in capitals, `T18:30:00` as `T18:30`.
  private static func timex(_ value: Scalar?) -> String? {
    guard let value else { return nil }
    let units = Array(value.description.uppercased().utf8)
    let blank = UInt8(ascii: " ")
    let trimmed = Array(
      units.drop { $0 == blank }.reversed().drop { $0 == blank }.reversed())
    func isDigit(_ i: Int) -> Bool {
      trimmed.indices.contains(i) && (0x30...0x39).contains(trimmed[i])
    }
    func isZeroSecond(at i: Int) -> Bool {
      guard i >= 6, trimmed[i...].starts(with: ":00".utf8), trimmed[i - 6] == UInt8(ascii: "T"),
        isDigit(i - 5), isDigit(i - 4), trimmed[i - 3] == UInt8(ascii: ":"), isDigit(i - 2),
        isDigit(i - 1)
      else { return false }
      return !isDigit(i + 3)
        && !(trimmed.indices.contains(i + 3) && trimmed[i + 3] == UInt8(ascii: "."))
    }
    var result: [UInt8] = []
    var i = 0
    while i < trimmed.count {
      if isZeroSecond(at: i) {
        i += 3
      } else {
        result.append(trimmed[i])
        i += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
