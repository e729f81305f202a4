// SPDX-License-Identifier: Apache-2.0

/// Small pieces of HTML.
enum HTMLText {
  /// Text that cannot become markup, for elements and quoted attributes.
  ///
  /// Control characters become visible ones; line breaks stay unless `isLine`.
  static func escaped(_ text: String, isLine: Bool = true) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "\n" where !isLine: result.append(scalar)
      case "\n", "\r", "\t": result.append(" ")
      default: result.append(Style.visible(scalar))
      }
    }
    return String(result)
  }

  /// A cell of a table; `style` names its classes.
  static func cell(_ text: String, _ style: String = "") -> String {
    "<td\(style.isEmpty ? "" : " class=\"\(style)\"")>\(escaped(text))</td>"
  }

  /// A table of ready cells, which scrolls by itself where it is too wide.
  static func table(_ head: [String], _ rows: [[String]]) -> String {
    let heads = head.map { "<th scope=\"col\"><bdi>\(escaped($0))</bdi></th>" }.joined()
    let lines = rows.map { "<tr>\($0.joined())</tr>" }.joined(separator: "\n")
    return "<div class=\"wide\"><table>\n<thead><tr>\(heads)</tr></thead>\n"
      + "<tbody>\n\(lines)\n</tbody>\n</table></div>"
  }
}
