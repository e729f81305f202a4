// SPDX-License-Identifier: Apache-2.0

/// Keeps spreadsheets from taking a field for a formula.
///
/// A field that begins with `=`, `+`, `-`, `@`, tab or CR gets an apostrophe before it, and so does one
/// that begins so behind apostrophes: what is undone is exactly what was done. Negative numbers
/// are no formulas.
enum SpreadsheetGuard {
  static func guarded(_ field: String) -> String {
    isDangerous(field) && !isNumber(field) ? "'" + field : field
  }

  static func unguarded(_ field: String) -> String {
    field.utf8.first == 0x27 && isDangerous(field)
      ? String(field.unicodeScalars.dropFirst()) : field
  }

  private static func isDangerous(_ field: String) -> Bool {
    switch field.utf8.first(where: { $0 != 0x27 }) {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      true
    default: false
    }
  }

  private static func isNumber(_ field: String) -> Bool {
    field.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
      && field.utf8.first == UInt8(ascii: "-") && Double(field) != nil
  }
}
