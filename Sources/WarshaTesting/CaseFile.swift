// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Cases of an extractor as data.
///
/// ```
/// # A comment.
/// == a figure and its unit
/// @date 2024-12-06
/// The text, on as many lines as it takes.
/// --
/// Distance⇥5 km⇥1⇥5000⇥unit=kilometer; modifier=approx
/// ```
///
/// An expectation is a line of cells parted by tabs: label, or label/type; the exact surface; which
/// occurrence of the surface in the text it is, from 1; the value, `-` for none, empty for any; and
/// if wanted attributes, those not named being free. A case without expectations demands that
/// nothing is found. `@date` may be left out.
public struct CaseFile: Sendable {
  /// The cases in file order.
  public let cases: [Case]

  /// Reads a file.
  ///
  /// - Throws: `Fault` with file, line and what is wrong there, or when it cannot be read.
  public init(path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Fault(description: "\(path): cannot be read")
    }
    try self.init(
      String(decoding: data, as: UTF8.self),
      name: path.split(separator: "/").last.map(String.init) ?? path)
  }

  /// Reads text; `name` goes into messages.
  public init(_ text: String, name: String) throws {
    var reader = CaseReader(name: name)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      try reader.read(String(line))
    }
    cases = try reader.finished()
  }

  /// Every `*.case` file of a folder, by name.
  public static func all(in folder: String) throws -> [CaseFile] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".case") }
      .sorted().map { try CaseFile(path: "\(folder)/\($0)") }
  }

  /// One text and what must be found in it.
  public struct Case: Sendable {
    /// `FILE: behaviour`.
    public var name: String
    /// Date of the document.
    public var date: String?
    /// The text, without the last line break.
    public var text: String
    /// What must be found, and nothing else.
    public var expectations: [Expectation]
  }

  /// One annotation that must be found.
  public struct Expectation: Sendable, Equatable {
    /// Its label.
    public var label: String
    /// Its type; nil for any.
    public var type: String?
    /// The exact text of its span.
    public var surface: String
    /// Which occurrence of the surface, from 1.
    public var occurrence: Int
    /// Its value as text; empty for any, `-` for none.
    public var value: String
    /// Attributes that it must have, as text.
    public var attributes: [String: String]
  }

  /// A line that cannot be understood.
  public struct Fault: Error, CustomStringConvertible {
    /// `FILE:LINE: what is wrong`.
    public var description: String
  }
}
