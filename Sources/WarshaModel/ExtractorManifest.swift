// SPDX-License-Identifier: Apache-2.0

/// What a plugin says about itself in `manifest.json`, before any of its code runs.
public struct ExtractorManifest: Codable, Sendable, Equatable {
  /// A number that users may set, with its range.
  public struct Parameter: Codable, Sendable, Equatable {
    /// Name, as in `--set dates.window=7`.
    public var name: String
    /// One sentence.
    public var help: String
    /// Value when nothing is said.
    public var `default`: Double
    /// Smallest value allowed.
    public var minimum: Double?
    /// Largest value allowed.
    public var maximum: Double?
  }

  /// Unique id, e.g. `dates`; also the name after `--extractors`.
  public var id: String
  /// Version of the plugin, e.g. `0.1.0`.
  public var version: String
  /// Major number of the plugin contract it was written for.
  public var abi: Int
  /// One sentence.
  public var summary: String
  /// Licence identifier (SPDX).
  public var licence: String
  /// File name of the dynamic library.
  public var library: String
  /// Symbol of its entry point, e.g. `warsha_plugin_dates`.
  public var entry: String
  /// Layers it makes.
  public var layers: [String]
  /// Labels it makes.
  public var labels: [String]
  /// Types of its annotations; empty when it makes none.
  public var types: [String]
  /// Layers of other extractors it reads; these run first.
  public var needs: [String]
  /// Layers of other extractors it reads when they are in the same run; these run first then.
  public var reads: [String]
  /// Tables it reads: `Data/…` of its own folder, `knowledge/…` of the core, `user/gazetteers`.
  public var tables: [String]
  /// Numbers that users may set.
  public var parameters: [Parameter]
  /// Whether it is there to be read: it runs only when it is asked for by name or loaded by hand.
  public var example: Bool

  private enum CodingKeys: String, CodingKey {
    case id, version, abi, summary, licence, library, entry, layers, labels, types, needs, reads
    case tables, parameters, example
  }

  /// Reads a manifest; lists may be left out.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: CodingKeys.self)
    id = try box.decode(String.self, forKey: .id)
    version = try box.decode(String.self, forKey: .version)
    abi = try box.decode(Int.self, forKey: .abi)
    library = try box.decode(String.self, forKey: .library)
    entry = try box.decode(String.self, forKey: .entry)
    layers = try box.decode([String].self, forKey: .layers)
    labels = try box.decode([String].self, forKey: .labels)
    summary = try box.decodeIfPresent(String.self, forKey: .summary) ?? ""
    licence = try box.decodeIfPresent(String.self, forKey: .licence) ?? ""
    types = try box.decodeIfPresent([String].self, forKey: .types) ?? []
    needs = try box.decodeIfPresent([String].self, forKey: .needs) ?? []
    reads = try box.decodeIfPresent([String].self, forKey: .reads) ?? []
    tables = try box.decodeIfPresent([String].self, forKey: .tables) ?? []
    parameters = try box.decodeIfPresent([Parameter].self, forKey: .parameters) ?? []
    example = try box.decodeIfPresent(Bool.self, forKey: .example) ?? false
  }
}
