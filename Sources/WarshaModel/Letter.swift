// SPDX-License-Identifier: Apache-2.0

/// Arabic letters and marks that grammars test, as UTF-16 units of the folded view unless said
/// otherwise. Computed, so that other modules get the constant itself.
public enum Letter {
  /// ARABIC LETTER ALEF, in the view for every seat of hamza above or below it too.
  @inlinable public static var alif: UInt16 { 0x0627 }
  /// ARABIC LETTER BEH.
  @inlinable public static var ba: UInt16 { 0x0628 }
  /// ARABIC LETTER TEH.
  @inlinable public static var ta: UInt16 { 0x062A }
  /// ARABIC LETTER DAL.
  @inlinable public static var dal: UInt16 { 0x062F }
  /// ARABIC LETTER SEEN.
  @inlinable public static var sin: UInt16 { 0x0633 }
  /// ARABIC LETTER TAH.
  @inlinable public static var tah: UInt16 { 0x0637 }
  /// ARABIC LETTER FEH.
  @inlinable public static var fa: UInt16 { 0x0641 }
  /// ARABIC LETTER KAF.
  @inlinable public static var kaf: UInt16 { 0x0643 }
  /// ARABIC LETTER LAM.
  @inlinable public static var lam: UInt16 { 0x0644 }
  /// ARABIC LETTER MEEM.
  @inlinable public static var mim: UInt16 { 0x0645 }
  /// ARABIC LETTER NOON.
  @inlinable public static var nun: UInt16 { 0x0646 }
  /// ARABIC LETTER HEH, in the view for teh marbuta too.
  @inlinable public static var ha: UInt16 { 0x0647 }
  /// ARABIC LETTER WAW.
  @inlinable public static var waw: UInt16 { 0x0648 }
  /// ARABIC LETTER YEH, in the view for alef maksura too.
  @inlinable public static var ya: UInt16 { 0x064A }
  /// ARABIC COMMA.
  @inlinable public static var comma: UInt16 { 0x060C }

  /// ARABIC LETTER ALEF WITH HAMZA ABOVE; in the author's text only.
  @inlinable public static var alifHamzaAbove: UInt16 { 0x0623 }
  /// ARABIC LETTER TEH MARBUTA; in the author's text only.
  @inlinable public static var taMarbuta: UInt16 { 0x0629 }
  /// ARABIC FATHATAN; in the author's text only.
  @inlinable public static var fathatan: UInt16 { 0x064B }
}
