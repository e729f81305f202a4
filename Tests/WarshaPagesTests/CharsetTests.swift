// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel
import WarshaPages
import WarshaText

/// What pages declare of their encoding, and when it is believed.
struct CharsetTests {
  static let declarations: [(html: String, name: String?)] = [
    ("<meta charset=utf-8>", "utf-8"), ("<META CHARSET='Windows-1256'/>", "windows-1256"),
    ("<meta http-equiv=Content-Type content=\"text/html; charset=windows-1256\">", "windows-1256"),
    ("<meta content='text/html;charset = ISO-8859-6' http-equiv=content-type>", "iso-8859-6"),
    ("<?xml version='1.0' encoding='windows-1256'?>", "windows-1256"),
    ("<!-- <meta charset=x> --><meta charset=\"utf-8\">", "utf-8"),
    ("<meta name=charsets content=charset><p>charset=x", nil), ("", nil), ("<meta charset=", nil),
    ("<meta charset", nil), ("<!-- <meta charset=x", nil),
  ]

  @Test(arguments: declarations) func findsDeclaration(html: String, name: String?) {
    #expect(PageCharset.declared(in: Array(html.utf8)) == name)
  }

  /// Letters of windows-1256 or ISO-8859-6 that both have; of the second, those it has elsewhere.
  private static func bytes(_ text: String, iso: Bool) -> [UInt8] {
    text.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0x20...0x7E: UInt8(scalar.value)
      case 0x0621...0x0636: UInt8(scalar.value - 0x0621 + 0xC1)
      case 0x0637...0x063A: UInt8(scalar.value - 0x0637 + (iso ? 0xD7 : 0xD8))
      case 0x0641...0x064A where iso: UInt8(scalar.value - 0x0641 + 0xE1)
      default: Self.later[scalar.value] ?? 0x3F
      }
    }
  }

  private static let later: [UInt32: UInt8] = [
    0x0641: 0xDD, 0x0642: 0xDE, 0x0643: 0xDF, 0x0644: 0xE1, 0x0645: 0xE3, 0x0646: 0xE4,
    0x0647: 0xE5, 0x0648: 0xE6, 0x0649: 0xEC, 0x064A: 0xED,
  ]

  private static let news =
    "قال وزير الطاقة في عمان مساء امس ان الشركة ستنقل الغاز الى المنطقة الصناعية قبل نهاية العام"

  @Test(arguments: [
    (false, "windows-1256"), (true, "iso-8859-6"), (false, "utf-8"), (true, "utf-8"),
    (false, "iso-8859-1"), (false, "iso-8859-6"), (true, "windows-1256"), (false, "no-such"),
    (false, "utf-16"), (true, ""),
  ])
  func believesWhatGivesMostArabic(isISO: Bool, declared: String) {
    let html = "<html><meta charset=\"\(declared)\"><body><p>\(Self.news)</p>"
    let page = Reader.read(Self.bytes(html, iso: isISO))
    #expect(page.text.string == Self.news + "\n")
  }

  @Test func knowsUTF8WhateverIsDeclared() {
    for declared in ["windows-1256", "iso-8859-1", "utf-16"] {
      let html = "<meta charset=\(declared)><p>\(Self.news)</p>"
      #expect(Reader.read(Array(html.utf8)).text.string == Self.news + "\n")
      #expect(Reader.read([0xEF, 0xBB, 0xBF] + Array(html.utf8)).text.string == Self.news + "\n")
    }
  }

  @Test func readsUTF16() {
    let html = "<html><meta charset=utf-8><p>\(Self.news)</p>"
    let little = html.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(Reader.read([0xFF, 0xFE] + little).text.string == Self.news + "\n")
    #expect(Reader.read(little).text.string == Self.news + "\n")
  }
}
