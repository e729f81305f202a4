// SPDX-License-Identifier: Apache-2.0

/// A place as a reader of imported files found it.
public struct PlaceRecord: Sendable, Equatable {
  /// Identity within the gazetteer: `geonames:170654`, a P-code, what the table says.
  public var id: String
  /// Canonical name in Arabic.
  public var name: String
  /// Other names.
  public var variants: [String] = []
  /// What it is.
  public var kind: PlaceKind
  /// Two letters of ISO 3166, or empty.
  public var country = ""
  /// The chain of units it lies in, largest first, parted by `/`.
  public var admin = ""
  /// Degrees north and east; nil where unknown.
  public var coordinates: Coordinates?
  /// Inhabitants; nil where unknown.
  public var population: Int?
  /// Whether its name lacks the class noun of its unit: حمص of محافظة حمص.
  public var isBare = false
  /// Index of the file it comes from.
  public var source = 0
  /// Line in that file, from 1.
  public var line = 0

  /// Makes a place of which only id, name and kind are known.
  public init(id: String, name: String, kind: PlaceKind) {
    (self.id, self.name, self.kind) = (id, name, kind)
  }

  /// Degrees north and east.
  public struct Coordinates: Sendable, Equatable {
    /// Degrees north.
    public var latitude: Double
    /// Degrees east.
    public var longitude: Double

    /// Makes a point.
    public init(latitude: Double, longitude: Double) {
      (self.latitude, self.longitude) = (latitude, longitude)
    }
  }

  /// Size from 1 to 5 by inhabitants, as our own tables have it; 0 where nothing tells.
  var rank: UInt8 {
    if kind == .country { return 5 }
    switch population ?? 0 {
    case 1_000_000...: return 5
    case 100_000...: return 4
    case 50_000...: return 3
    case 10_000...: return 2
    case 1...: return 1
    default: return kind == .capital ? 4 : kind == .city || kind == .admin1 ? 2 : 1
    }
  }

  /// Whether its size alone lets a name of one word stand for it.
  var isProminent: Bool {
    kind == .country || kind == .capital || (population ?? 0) >= 100_000
  }
}
