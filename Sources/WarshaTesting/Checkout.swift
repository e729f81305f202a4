// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The checkout that this kit was compiled in: where tests find tables, plugins and libraries.
public enum Checkout {
  /// The folder with Warsha's `Package.swift`.
  public static let root = folder(above: #filePath, levels: 3)
  /// The core's tables.
  public static let knowledge = root + "/Sources/WarshaKnowledge/Data"
  /// The plugins that come with Warsha.
  public static let plugins = root + "/Plugins"
  /// The annotated articles that come with Warsha.
  public static let corpus = root + "/Corpus"
  /// The folder of the running test, where SwiftPM also puts the package's libraries.
  public static let libraries = folder(
    above: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "",
    levels: 1)

  /// The folder some levels above a file: `folder(above: #filePath, levels: 2)` of a test in
  /// `MyPlugin/Tests/` is `MyPlugin`.
  public static func folder(above file: String, levels: Int) -> String {
    file.split(separator: "/").dropLast(levels).map { "/" + $0 }.joined()
  }

  /// A small news article with something for every kind of extractor.
  public static func sample() throws -> String {
    try String(contentsOfFile: root + "/Sources/WarshaTesting/Data/sample.txt", encoding: .utf8)
  }
}
