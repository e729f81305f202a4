// SPDX-License-Identifier: Apache-2.0

/// A change of spelling that must not change what an extractor finds.
public struct Mutation: Sendable {
  /// Its name in violations.
  public let name: String
  private let piece: @Sendable (_ units: [UInt16], Int, inout SeededGenerator) -> [UInt16]

  /// Every mutation.
  public static let all = [tatweel, harakat, arabicIndicDigits, rightToLeftMarks, decomposed]

  /// Stretches words: a tatweel between joined letters, here and there.
  public static let tatweel = Mutation(name: "tatweel") { units, index, random in
    let joins =
      joinsLeft(units[index]) && index + 1 < units.count && isLetter(units[index + 1])
    return joins && Bool.random(using: &random) ? [units[index], 0x0640] : [units[index]]
  }

  /// Vocalises: a fatha, with a doubling or without, on some letters. A damma would turn verbs into
  /// the passive.
  public static let harakat = Mutation(name: "harakat") { units, index, random in
    let next: UInt16 = index + 1 < units.count ? units[index + 1] : 0
    guard isLetter(units[index]), !isMark(next), Bool.random(using: &random) else {
      return [units[index]]
    }
    return Bool.random(using: &random) ? [units[index], 0x0651, 0x064E] : [units[index], 0x064E]
  }

  /// Writes the digits of the Arab east.
  public static let arabicIndicDigits = Mutation(name: "Arabic-Indic digits") { units, index, _ in
    let unit = units[index]
    return [unit >= 0x30 && unit <= 0x39 ? unit - 0x30 + 0x0660 : unit]
  }

  /// Puts right-to-left marks behind words.
  public static let rightToLeftMarks = Mutation(name: "right-to-left marks") {
    units, index, random in
    let endsWord =
      isLetter(units[index]) && (index + 1 == units.count || units[index + 1] == 0x20)
    return endsWord && Bool.random(using: &random) ? [units[index], 0x200F] : [units[index]]
  }

  /// Parts letters from their hamza and madda, as NFD does.
  public static let decomposed = Mutation(name: "canonical decomposition") { units, index, _ in
    switch units[index] {
    case 0x0622: [0x0627, 0x0653]
    case 0x0623: [0x0627, 0x0654]
    case 0x0624: [0x0648, 0x0654]
    case 0x0625: [0x0627, 0x0655]
    case 0x0626: [0x064A, 0x0654]
    default: [units[index]]
    }
  }

  /// The changed text; the same seed gives the same one.
  public func applied(to units: [UInt16], seed: UInt64) -> MutatedText {
    var random = SeededGenerator(seed: seed)
    return MutatedText(pieces: units.indices.map { piece(units, $0, &random) })
  }

  /// Letters of the basic Arabic alphabet.
  private static func isLetter(_ unit: UInt16) -> Bool {
    (0x0621...0x063A).contains(unit) || (0x0641...0x064A).contains(unit)
  }

  private static func isMark(_ unit: UInt16) -> Bool {
    (0x064B...0x0655).contains(unit) || unit == 0x0670
  }

  /// Letters that are joined to the next one.
  private static func joinsLeft(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x0621...0x0625, 0x0627, 0x0629, 0x062F...0x0632, 0x0648, 0x0649: false
    default: isLetter(unit)
    }
  }
}
