// SPDX-License-Identifier: Apache-2.0

/// What a name in an imported file is good for.
enum ImportedName {
  /// Most UTF-8 bytes of a name.
  static let longest = 200

  /// A name without bidi controls, diacritics, tatweel and blanks at its ends, runs of blanks made
  /// one.
  static func clean(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0640, 0x064B...0x0652, 0x0670: continue
      case 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: continue
      case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2000...0x200A, 0x202F:
        if let last = result.last, last != " " { result.append(" ") }
      default: result.append(scalar)
      }
    }
    if result.last == " " { result.removeLast() }
    return String(result)
  }

  /// Why a cleaned name cannot be taken; nil when it can.
  static func fault(_ name: String) -> (reason: ImportProblem.Reason, detail: String)? {
    if name.isEmpty { return (.name, "there is no name") }
    if name.utf8.count > longest {
      return (.length, "the name \"\(name.prefix(20))…\" has more than \(longest) bytes")
    }
    guard name.unicodeScalars.contains(where: isArabicLetter) else {
      return (.letters, "the name \"\(name)\" has no Arabic letter")
    }
    if let odd = name.unicodeScalars.first(where: { !isPlain($0) }) {
      let code = "U+" + String(odd.value, radix: 16, uppercase: true)
      return (.letters, "the name \"\(name)\" has the character \(code)")
    }
    return nil
  }

  /// Whether a name is Arabic, as far as letters tell: no letter of Persian, Urdu, Kurdish and others
  /// that Arabic lacks.
  static func isArabic(_ name: String) -> Bool {
    var letters = 0
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x0621...0x063A, 0x0641...0x064A, 0x0671: letters += 1
      case 0x20, 0x28, 0x29, 0x2D, 0x2E, 0x30...0x39,
        0x0660...0x0669:
        continue
      default: return false
      }
    }
    return letters > 1
  }

  private static func isArabicLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0620...0x064A, 0x066E...0x06D3, 0x0750...0x077F, 0x08A0...0x08C9, 0xFB50...0xFBB1,
      0xFBD3...0xFDFB, 0xFE80...0xFEFC:
      true
    default: false
    }
  }

  /// Letters, digits, marks and ordinary punctuation; no bar, which parts names, nor what folds to it.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x7C: false
    case 0x20...0x7E, 0xC0...0x024F, 0x0600...0x06FF, 0x0750...0x077F, 0x08A0...0x08FF,
      0x2010...0x2019, 0xFB50...0xFDFF, 0xFE80...0xFEFC:
      true
    default: false
    }
  }

  /// How Arabic letters from U+0621 to U+064A sound, as far as one Latin consonant tells; a full stop
  /// for vowels and what stands for none.
  private static let consonants = Array(".......b.ttjhkddrzsssdtz.g......fkklmnh...".utf8)

  /// The consonants of a name in either script, doubled ones once.
  static func skeleton(_ name: some StringProtocol) -> [UInt8] {
    var skeleton: [UInt8] = []
    func add(_ consonant: UInt8) {
      if consonant != skeleton.last { skeleton.append(consonant) }
    }
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x0621...0x064A:
        let index = Int(scalar.value) - 0x0621
        if index < consonants.count, consonants[index] != 0x2E { add(consonants[index]) }
      case 0x41...0x5A, 0x61...0x7A:
        let letter = UInt8(scalar.value) | 0x20
        if !"aeiouwyv".utf8.contains(letter) {
          add(letter == 0x63 || letter == 0x71 ? 0x6B : letter == 0x70 ? 0x62 : letter)
        }
      default: continue
      }
    }
    return skeleton
  }

  /// The name that sounds most like a Latin one; of several the one with the fewest words, then the
  /// first.
  static func likest(_ latin: String, among names: [String]) -> Int {
    if names.count < 2 { return 0 }
    let wanted = skeleton(latin)
    var best = (distance: Int.max, words: 0, index: 0)
    for (index, name) in names.enumerated() {
      // The article sounds in l; Latin names drop it as often as not.
      let distance = EditDistance.between(wanted, skeleton(name), limit: 40)
      let words = name.split(separator: " ").count
      if (distance, words) < (best.distance, best.words) { best = (distance, words, index) }
    }
    return best.index
  }
}
