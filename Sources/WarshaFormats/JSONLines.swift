// SPDX-License-Identifier: Apache-2.0

/// The lines on which the objects of a JSON file begin: values do not know where they stood.
enum JSONLines {
  /// The lines, from 1, of the objects within so many others, the outermost value being at depth 1.
  static func ofObjects(in bytes: some Collection<UInt8>, depth wanted: Int) -> [Int] {
    var lines: [Int] = []
    var (line, depth) = (1, 0)
    var (isInString, isEscaped) = (false, false)
    for byte in bytes {
      switch byte {
      case 0x0A: line += 1
      case UInt8(ascii: "\"") where !isEscaped: isInString.toggle()
      case UInt8(ascii: "{") where !isInString:
        depth += 1
        if depth == wanted { lines.append(line) }
      case UInt8(ascii: "[") where !isInString: depth += 1
      case UInt8(ascii: "}") where !isInString, UInt8(ascii: "]") where !isInString: depth -= 1
      default: break
      }
      isEscaped = isInString && byte == UInt8(ascii: "\\") && !isEscaped
    }
    return lines
  }
}
