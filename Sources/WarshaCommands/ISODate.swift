// SPDX-License-Identifier: Apache-2.0

/// Dates as options take them.
enum ISODate {
  /// Whether a text is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, the last with or without `THH:MM…`, and
  /// exists in the calendar.
  static func isValid(_ text: String) -> Bool {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    let fields = parts[0].split(separator: "-", omittingEmptySubsequences: false)
    guard fields.count <= 3, zip(fields, [4, 2, 2]).allSatisfy({ $0.count == $1 }) else {
      return false
    }
    let numbers = fields.compactMap { field in
      field.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(field) : nil
    }
    guard numbers.count == fields.count, numbers[0] >= 1 else { return false }
    if numbers.count > 1, !(1...12).contains(numbers[1]) { return false }
    if numbers.count > 2, !(1...days(in: numbers[1], of: numbers[0])).contains(numbers[2]) {
      return false
    }
    return parts.count == 1 || fields.count == 3 && isTime(parts[1])
  }

  private static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// `HH:MM`, with seconds and a zone or without.
  private static func isTime(_ text: Substring) -> Bool {
    let fields = text.split(separator: ":", omittingEmptySubsequences: false)
    guard fields.count >= 2, let hour = Int(fields[0]), let minute = Int(fields[1].prefix(2)) else {
      return false
    }
    return (0...24).contains(hour) && (0...59).contains(minute)
  }
}
