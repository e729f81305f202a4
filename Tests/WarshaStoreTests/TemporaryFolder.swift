// SPDX-License-Identifier: Apache-2.0

import Foundation
import WarshaModel
import WarshaStore

/// A folder that is gone when the test is over.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "warsha-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file below the folder, with the folders it needs; gives its path.
  @discardableResult
  func write(_ name: String, _ text: String = "") throws -> String {
    let file = path + "/" + name
    try FileManager.default.createDirectory(
      atPath: URL(fileURLWithPath: file).deletingLastPathComponent().path,
      withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    return file
  }

  /// What is said about the folder, without the path that differs every time.
  func relative(_ text: String) -> String {
    text.replacingOccurrences(of: path + "/", with: "").replacingOccurrences(of: path, with: "DIR")
  }

  /// Stands in for the text core.
  @Sendable static func decode(_ bytes: [UInt8], _ path: String) -> FileContent {
    FileContent(text: SourceText(String(decoding: bytes, as: UTF8.self)))
  }
}
