// SPDX-License-Identifier: Apache-2.0

import WarshaModel
import WarshaTesting

@testable import ActorsPlugin

/// The extractor of this checkout, linked.
enum ActorsUnderTest {
  private static let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")

  static func make() throws -> ExtractorUnderTest {
    try ExtractorUnderTest(
      linked: [(folder: "/\(folder)", entry: warshaPluginActors)],
      knowledgeFolder: "/\(folder)/../../Sources/WarshaKnowledge/Data")
  }

  /// `surface · type` of each mention, in text order.
  static func mentions(in text: String) throws -> [String] {
    let set = try make().annotate(text)
    return set.annotations.map { "\(set.document.text[$0.range]) · \($0.type)" }
  }

  /// `surface = canonical name` of each mention.
  static func names(in text: String) throws -> [String] {
    let set = try make().annotate(text)
    return set.annotations.map {
      "\(set.document.text[$0.range]) = \($0.value?.description ?? "")"
    }
  }

  /// `surface: role` of each person, the role empty when there is none.
  static func roles(in text: String) throws -> [String] {
    let set = try make().annotate(text)
    return set.annotations.filter { $0.type == "person" }.map {
      "\(set.document.text[$0.range]): \($0.attribute("role")?.description ?? "")"
    }
  }
}
