// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// How an imported gazetteer lies in its file, which is mapped and never parsed: a header of 16
/// words, then arrays whose places follow from the counts in the header. Little-endian.
///
/// ```
/// keys u64, values u32, filter u64    the hash table of `Lexicon`: a phrase, or how one begins
/// hashes u64, starts u32              by entry: its phrase, its first name
/// names, places                       records of `NameRecord` and `PlaceRecord` below
/// regions u64, sources (u32, u32)     hashes of governorates; names of the imported files
/// strings                             UTF-8; the first one is the gazetteer's own name
/// ```
struct GazetteerLayout {
  static let magic: UInt64 = 0x5A41_4741_4853_5257  // WRSHAGAZ
  static let version: UInt64 = 1
  static let headerWords = 16
  static let nameSize = 12
  static let placeSize = 48

  var fingerprint: UInt64 = 0
  var capacity = 0
  var probes = 0
  var entries = 0
  var names = 0
  var places = 0
  var regions = 0
  var sources = 0
  var strings = 0
  var title = 0

  // Offsets in bytes; all counts are below 2^32, so that no sum overflows.
  var keys: Int { Self.headerWords * 8 }
  var values: Int { keys + capacity * 8 }
  var filter: Int { Self.aligned(values + capacity * 4) }
  var filterWords: Int { max(1, capacity / 16) }
  var hashes: Int { filter + filterWords * 8 }
  var starts: Int { hashes + entries * 8 }
  var nameRecords: Int { Self.aligned(starts + (entries + 1) * 4) }
  var placeRecords: Int { Self.aligned(nameRecords + names * Self.nameSize) }
  var regionHashes: Int { placeRecords + places * Self.placeSize }
  var sourceNames: Int { regionHashes + regions * 8 }
  var stringBytes: Int { sourceNames + sources * 8 }
  var size: Int { stringBytes + strings }

  private static func aligned(_ offset: Int) -> Int { (offset + 7) & ~7 }

  /// The words of the header, the checksum last.
  var words: [UInt64] {
    let counts = [capacity, probes, entries, names, places, regions, sources, strings, title]
    var words = [Self.magic, Self.version, fingerprint, UInt64(size)] + counts.map(UInt64.init)
    words += Array(repeating: 0, count: Self.headerWords - 1 - words.count)
    return words + [Self.checksum(words)]
  }

  init() {}

  /// Reads a header.
  ///
  /// - Throws: A fault that says why these bytes cannot be used.
  init(
    _ bytes: UnsafeRawBufferPointer, name: String, fingerprint expected: UInt64
  ) throws(Table.Fault) {
    func fault(_ cause: String) -> Table.Fault {
      Table.Fault("\(name): \(cause). Import it again, or take it away.")
    }
    let remedy = "made by another version of Warsha"
    guard bytes.count >= Self.headerWords * 8 else {
      throw fault("is no gazetteer: \(bytes.count) bytes are fewer than its header has")
    }
    let words = (0..<Self.headerWords).map {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self))
    }
    guard words[0] == Self.magic else { throw fault("is no gazetteer that Warsha imported") }
    guard words[1] == Self.version else {
      throw fault("is \(remedy): version \(words[1]), not \(Self.version)")
    }
    guard words[15] == Self.checksum(Array(words.dropLast())) else {
      throw fault("is damaged: the checksum of its header is wrong")
    }
    guard words[2] == expected else { throw fault("is \(remedy), which folds names otherwise") }
    let counts = words[4...12].map { Int(truncatingIfNeeded: min($0, 1 << 32)) }
    guard counts.allSatisfy({ $0 < 1 << 32 }) else { throw fault("is damaged: a count is too big") }
    fingerprint = words[2]
    (capacity, probes, entries) = (counts[0], counts[1], counts[2])
    (names, places, regions) = (counts[3], counts[4], counts[5])
    (sources, strings, title) = (counts[6], counts[7], counts[8])
    guard capacity > 0, capacity & (capacity - 1) == 0, probes <= capacity, title <= strings else {
      throw fault("is damaged: the counts in its header cannot be")
    }
    guard UInt64(size) == words[3] else {
      throw fault("is damaged: the counts in its header do not make its size")
    }
    guard size == bytes.count else {
      throw fault("is not whole: \(bytes.count) bytes, its header says \(size)")
    }
  }

  private static func checksum(_ words: [UInt64]) -> UInt64 {
    words.reduce(0) { TextHash.phrase($0, then: $1) }
  }

  /// What the hashes and kinds of a file depend on: letters folded otherwise, words hashed otherwise
  /// or another list of kinds give another number.
  static func fingerprint(_ folding: Folding) -> UInt64 {
    let letters = String(decoding: (0x0620...0x06D3).map { UInt16($0) }, as: UTF16.self)
    let kinds = PlaceKind.allCases.map(\.rawValue).joined(separator: " ")
    var hash: UInt64 = 0
    for word in folding.words(letters + " " + kinds) {
      word.withUnsafeBufferPointer { units in
        guard let start = units.baseAddress else { return }
        hash = TextHash.phrase(hash, then: TextHash.of(start, count: units.count))
      }
    }
    return hash
  }
}
