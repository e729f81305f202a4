// SPDX-License-Identifier: Apache-2.0

/// The closed lists and forms of ANNOTATION.
enum AnnotationRules {
  /// Types that each label may have.
  static let types: [String: [String]] = [
    "Location": ["admin", "area", "country", "facility", "natural", "place"],
    "Actor": ["armed_force", "government", "media", "organization", "person"],
    "Distance": ["Distance"],
    "Date": ["DATE", "DURATION", "SET", "TIME"],
  ]
  /// Values that keys may have, whatever carries them.
  static let values: [String: [String]] = [
    "stance": ["assert", "call", "deny", "question"],
    "quote": ["direct", "indirect", "mixed"],
    "modifier": ["approx", "at_least", "at_most", "less_than", "more_than"],
    "mod": [
      "AFTER", "APPROX", "BEFORE", "END", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "LESS_THAN", "MID",
      "MORE_THAN", "ON_OR_AFTER", "ON_OR_BEFORE", "START",
    ],
  ]
  /// Labels that a `T` line may have.
  static let labels = ["Actor", "Content", "Cue", "Date", "Distance", "Location", "Source"]
  /// Labels whose spans may overlap one another.
  static let nesting: Set<String> = ["Content", "Source"]
  /// Values of `split`.
  static let splits = ["dev", "test"]

  /// ARABIC TATWEEL
  static let tatweel: Unicode.Scalar = "\u{0640}"
  /// ARABIC LETTER WAW, FEH, BEH, LAM, KAF, SEEN: written together with the word they precede.
  static let proclitics: Set<Unicode.Scalar> = [
    "\u{0648}", "\u{0641}", "\u{0628}", "\u{0644}", "\u{0643}", "\u{0633}",
  ]

  /// Whether a text has the form of a TIMEX3 value: a date, a time, a duration, a reference, or two
  /// of them as the ends `a/b` of an interval.
  static func isTimex(_ value: String) -> Bool {
    let ends = value.split(separator: "/", omittingEmptySubsequences: false)
    return ends.count <= 2
      && ends.allSatisfy { end in
        !end.isEmpty
          && (end.wholeMatch(of: reference) != nil || end.wholeMatch(of: duration) != nil
            || end.wholeMatch(of: date) != nil)
      }
  }

  /// Whether a text is a number, or two as the ends `a..b` of a range.
  static func isMetres(_ value: String) -> Bool {
    var ends = [value]
    if let dots = value.firstRange(of: "..") {
      ends = [String(value[..<dots.lowerBound]), String(value[dots.upperBound...])]
    }
    return ends.allSatisfy { Double($0).map { $0.isFinite && $0 >= 0 } ?? false }
  }

  // Computed, because a Regex is not Sendable.
  private static var reference: Regex<Substring> { #/(?:PRESENT|PAST|FUTURE)_REF/# }
  private static var duration: Regex<Substring> {
    #/P(?=.)(?:(?:[0-9]+(?:\.[0-9]+)?|X+)(?:Y|M|W|D|Q|DE|CE))*(?:T(?:(?:[0-9]+(?:\.[0-9]+)?|X+)[HMS])+|T(?:MO|MI|AF|EV|NI|DT))?/#
  }
  private static var date: Regex<Substring> {
    #/(?:[0-9X]{2,4}(?:-(?:[0-9X]{2}|W[0-9X]{2}|Q[1-4X]|H[12X]|SP|SU|FA|AU|WI)(?:-(?:[0-9X]{2}|WE|[1-7X]))?)?)?(?:T(?:MO|MI|AF|EV|NI|DT|[0-9X]{2}(?::[0-9X]{2}(?::[0-9X]{2})?)?(?:Z|[+\-][0-9]{2}(?::?[0-9]{2})?)?))?/#
  }
}
