// SPDX-License-Identifier: Apache-2.0

/// A time of day as it stands behind a date.
struct ClockTime {
  /// `10:30`, `10:30:00+03:00`, `22:05Z`.
  let iso: String

  /// Reads words such as `10:30:00+0300`, `10:30 pm`, `10:30:00 gmt`; nil without a time.
  init?(_ words: ArraySlice<String>) {
    let words = words.first.map { [Self.spelledOut($0)] + words.dropFirst() } ?? []
    guard let index = words.firstIndex(where: { $0.contains(":") && $0.first?.isNumber == true })
    else { return nil }
    let word = words[index]
    let clock = word.prefix { $0.isNumber || $0 == ":" || $0 == "." }
    let fields = clock.split(separator: ":").map { $0.prefix { $0.isNumber } }
    guard (2...3).contains(fields.count), var hour = Int(fields[0]), let minute = Int(fields[1])
    else { return nil }
    var zone = String(word.dropFirst(clock.count))
    var rest = words[(index + 1)...]
    if ["am", "pm"].contains(zone) {
      rest = [zone] + rest
      zone = ""
    }
    if let half = rest.first, ["am", "pm"].contains(half), (1...12).contains(hour) {
      hour = hour % 12 + (half == "pm" ? 12 : 0)
      rest = rest.dropFirst()
    }
    if zone.isEmpty { zone = rest.first ?? "" }
    let seconds = fields.count == 3 ? Int(fields[2]) : nil
    guard hour < 24, minute < 60, seconds ?? 0 < 60, fields.count == 2 || seconds != nil else {
      return nil
    }
    iso =
      DateStamp.padded(hour, 2) + ":" + DateStamp.padded(minute, 2)
      + (seconds.map { ":" + DateStamp.padded($0, 2) } ?? "") + Self.offset(zone)
  }

  /// `10:30:00z` of the basic form `103000z`.
  private static func spelledOut(_ word: String) -> String {
    let digits = word.prefix { $0.isNumber }
    guard digits.count == 6 else { return word }
    let fields = stride(from: 0, to: 6, by: 2).map { digits.dropFirst($0).prefix(2) }
    return fields.joined(separator: ":") + word.dropFirst(6)
  }

  /// `Z`, `+03:00`; empty of what is no offset.
  private static func offset(_ zone: String) -> String {
    var zone = zone
    for name in ["gmt", "utc", "z"] where zone.hasPrefix(name) {
      if zone == name { return "Z" }
      zone = String(zone.dropFirst(name.count))
    }
    guard let sign = zone.first, sign == "+" || sign == "-" else { return "" }
    let digits = zone.dropFirst().filter { $0 != ":" }
    guard digits.allSatisfy(\.isNumber), let number = Int(digits) else { return "" }
    let (hours, minutes) = digits.count > 2 ? (number / 100, number % 100) : (number, 0)
    guard hours <= 14, minutes < 60 else { return "" }
    return "\(sign)\(DateStamp.padded(hours, 2)):\(DateStamp.padded(minutes, 2))"
  }
}
