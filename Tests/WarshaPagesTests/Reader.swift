// SPDX-License-Identifier: Apache-2.0

import Foundation
import WarshaModel
import WarshaPages
import WarshaTesting
import WarshaText

/// The reader with the tables of the checkout, as the workbench makes it.
enum Reader {
  static let reader = PageReader(
    words: PageWords(furniture: table("furniture"), metadata: table("metadata")))

  private static func table(_ name: String) -> [UInt8] {
    let path = Checkout.root + "/Sources/WarshaPages/Data/\(name).tsv"
    return Array(FileManager.default.contents(atPath: path) ?? Data())
  }

  /// Reads the bytes of a page.
  static func read(_ bytes: [UInt8]) -> Page {
    reader.read(TextDecoder.decode(bytes, declared: PageCharset.declared(in: bytes)).text)
  }

  /// Reads a page.
  static func read(_ html: String) -> Page { reader.read(SourceText(html)) }

  /// The main text of what stands in a body, without the newline at its end.
  static func text(ofBody html: String) -> String {
    let text = read("<html><body>\(html)</body></html>").text.string
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// A paragraph that is plainly text of an article.
  static let paragraph =
    "<p>قال المتحدث باسم الوزارة في بيان إن فرق الإنقاذ وصلت إلى المنطقة بعد ساعتين من "
    + "الحادث، وإن البحث مستمر في دائرة نصف قطرها 5 كيلومترات.</p>"
  /// The same without its element.
  static let plain = String(paragraph.dropFirst(3).dropLast(4))
}
