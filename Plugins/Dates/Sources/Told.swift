// SPDX-License-Identifier: Apache-2.0

/// What the text told of so far that later words refer to.
struct Told {
  /// The last date that was a day.
  var day: CivilDay?
  /// The last day of the few before the document's: what the text tells of now, not the future, not
  /// last month.
  var recent: CivilDay?
  /// The value of the last date of any size.
  var value: String?
  /// Whether the last day that the sentence named lies after the document's.
  var isAhead = false
  /// Years by month that the sentence wrote; 0 for none.
  private var written = [Int](repeating: 0, count: 13)
  /// Years by month of days that the text placed ahead; 0 for none.
  private var ahead = [Int](repeating: 0, count: 13)

  /// The year that a month was given before.
  func year(ofMonth month: Int) -> Int? {
    guard written.indices.contains(month) else { return nil }
    let year = written[month] != 0 ? written[month] : ahead[month]
    return year == 0 ? nil : year
  }

  /// Forgets what holds for one sentence only.
  mutating func beginSentence() {
    isAhead = false
    for month in written.indices where written[month] != 0 { written[month] = 0 }
  }

  /// Remembers an expression.
  mutating func take(_ expression: TimeExpression, _ reference: Reference) {
    if expression.isImpossible { return }
    if expression.kind == .date, !expression.value.hasSuffix("REF") { value = expression.value }
    guard let day = expression.day else { return }
    if reference.day.map({ (0...3).contains($0.number - day.number) }) ?? true { recent = day }
    self.day = day
    isAhead = reference.day.map { day > $0 } ?? false
    guard expression.calendar == nil else { return }
    let (year, month, _) = day.fields
    if expression.hasYear { written[month] = year }
    if isAhead { ahead[month] = year }
  }
}
