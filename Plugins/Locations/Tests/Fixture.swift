// SPDX-License-Identifier: Apache-2.0

import Foundation
import LocationsPlugin
import WarshaModel
import WarshaTesting

/// The extractor of this checkout, run on short texts.
enum Fixture {
  /// The folder of the checkout.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The tables of the core.
  static let knowledge = "\(root)/Sources/WarshaKnowledge/Data"

  /// The extractor with the tables of a folder, behind others that it needs.
  static func extractor(
    behind others: [ExtractorUnderTest.Linked] = [], knowledge: String = knowledge
  ) throws -> ExtractorUnderTest {
    try ExtractorUnderTest(
      linked: others + [(folder: "\(root)/Plugins/Locations", entry: warshaPluginLocations)],
      knowledgeFolder: knowledge)
  }

  /// What the extractor finds, as `surface | type | value`, a line each; the class noun at the end.
  static func found(_ text: String) throws -> [String] {
    lines(try extractor().annotate(text), of: text)
  }

  /// The annotations of a text.
  static func annotations(_ text: String, explain: Bool = false) throws -> [Annotation] {
    try extractor().annotate(text, explain: explain).annotations
  }

  /// Where the mentions with a surface lie, as `latitude longitude` with one decimal.
  static func points(_ text: String, of surface: String) throws -> [String] {
    let units = Array(text.utf16)
    return try annotations(text).filter { annotation in
      String(decoding: units[annotation.range.start..<annotation.range.end], as: UTF16.self)
        == surface
    }.map { annotation in
      ["lat", "lon"].map { key in
        guard case .number(let degrees)? = annotation.attribute(key) else { return "?" }
        return String(format: "%.1f", degrees)
      }.joined(separator: " ")
    }
  }

  /// The same where `StubActors` has run before.
  static func foundBehindActors(_ text: String) throws -> [String] {
    let folder = try StubActors.makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let extractor = try extractor(behind: [(folder: folder, entry: { StubActors.table })])
    return lines(extractor.annotate(text), of: text)
  }

  /// A folder with copies of the core's tables, in which one table has a row more.
  static func knowledge(appending row: String, to table: String) throws -> String {
    let folder = temporaryFolder()
    try FileManager.default.copyItem(atPath: knowledge, toPath: folder)
    let path = "\(folder)/gazetteer/\(table)"
    let bytes = try String(contentsOfFile: path, encoding: .utf8)
    try (bytes + row + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    return folder
  }

  /// A path that nobody uses.
  static func temporaryFolder() -> String {
    FileManager.default.temporaryDirectory.path + "/warsha-locations-\(UUID().uuidString)"
  }

  private static func lines(_ set: AnnotationSet, of text: String) -> [String] {
    let units = Array(text.utf16)
    return set.annotations.filter { $0.label == "Location" }.map { annotation in
      let surface = String(
        decoding: units[annotation.range.start..<annotation.range.end], as: UTF16.self)
      let parts = [surface, annotation.type, annotation.value?.description ?? ""]
      return (parts + [annotation.attribute("class")?.description].compactMap(\.self))
        .joined(separator: " | ")
    }
  }
}
