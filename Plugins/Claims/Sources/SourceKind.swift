// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// What a source is, as far as its phrase tells.
enum SourceKind: String {
  /// It holds the name of an actor or of an institution.
  case named
  /// مصدر عسكري, شهود, مسؤول: somebody without a name.
  case anonymous
  /// تقرير, بيان, مقطع مصور: something written or recorded.
  case document
  /// Anything else: a title, a country, a group.
  case other
}

extension TokenSheet {
  /// What kind of source a phrase is.
  func kind(of source: Phrase) -> SourceKind {
    let tokens = source.first...max(source.first, source.last)
    if tokens.contains(where: { actorEnds[$0] >= 0 }) { return .named }
    guard let head = tokens.first(where: { text.tokens[$0].isArabic }) else { return .other }
    if !classes[head].isDisjoint(with: [.statement, .record]) { return .document }
    if classes[head].contains(.anonymous) { return .anonymous }
    return classes[head].contains(.head) && source.last > head ? .named : .other
  }
}
