// SPDX-License-Identifier: Apache-2.0

import WarshaModel
import WarshaPluginKit

/// Links of claims: to what their contents speak of, and of a denial to the claim it denies.
struct ClaimLinks {
  /// What a content is about, to be compared: the words of what happens, and all words.
  private struct Matter {
    var happening: Set<UInt64> = []
    var all: Set<UInt64> = []
  }

  /// What is remembered of a claim that was written out.
  private struct Told {
    var id: Int
    var isDenial: Bool
    var source: String
    var content: TextRange
    /// Whether the content itself says that something is not so: a denial agrees with it.
    var isNegative: Bool
    /// Made when a denial asks for them.
    var matter: Matter?
  }

  /// Annotations of the layers that are in the run, by their start.
  private let spans: [InputDocument.Span]
  private var told: [Told] = []
  private var hasDenial = false

  /// How many claims a denial looks back, which keeps it linear.
  private static let reach = 48
  /// Share of the shorter content's words that two claims about one matter have in common.
  private static let likeness = 0.5
  /// UTF-16 units within which `ذلك` goes back to the claim before it.
  private static let nearby = 600

  init(_ document: InputDocument) {
    spans = ["actors", "locations", "distances", "dates"].flatMap { document.spans(in: $0) }
      .sorted { ($0.range.start, $0.id) < ($1.range.start, $1.id) }
  }

  /// `about` for each annotation inside a content, in text order.
  func about(_ content: TextRange) -> [Relation] {
    spans(in: content).map { Relation("about", target: $0.id) }
  }

  private func spans(in content: TextRange) -> [InputDocument.Span] {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].range.start < content.start { low = middle + 1 } else { high = middle }
    }
    return spans[low...].prefix { $0.range.start < content.end }
      .filter { $0.range.end <= content.end }
  }

  /// `denies` of a denial, `denied-by` of a claim that was denied before: the likest claim of
  /// another source; a denial of nothing but `ذلك` goes back to the claim right before it.
  mutating func opposite(
    _ content: TextRange, source: String, isDenial: Bool, in sheet: TokenSheet
  ) -> (relation: Relation, reason: String)? {
    guard isDenial || hasDenial else { return nil }
    let isNegative = Self.isNegative(content, in: sheet)
    let own = matter(of: content, in: sheet)
    var best: (id: Int, share: Double)?
    for place in told.indices.suffix(Self.reach).reversed()
    where told[place].isDenial != isDenial && told[place].source != source
      && !told[place].isNegative && !isNegative
    {
      if isDenial, own.all.isEmpty, content.start - told[place].content.end < Self.nearby {
        return (Relation("denies", target: told[place].id), "the claim right before it")
      }
      let other = told[place].matter ?? matter(of: told[place].content, in: sheet)
      told[place].matter = other
      let common = own.all.intersection(other.all).count
      let share = Double(common) / Double(max(1, min(own.all.count, other.all.count)))
      if common >= 2, share >= Self.likeness, share > best?.share ?? 0,
        !own.happening.isDisjoint(with: other.happening)
      {
        best = (told[place].id, share)
      }
    }
    return best.map {
      (
        Relation(isDenial ? "denies" : "denied-by", target: $0.id),
        "\(Int(($0.share * 100).rounded())) % of the words of the shorter content"
      )
    }
  }

  /// Remembers a claim.
  mutating func add(
    id: Int, content: TextRange, source: String, isDenial: Bool, in sheet: TokenSheet
  ) {
    told.append(
      Told(
        id: id, isDenial: isDenial, source: source, content: content,
        isNegative: Self.isNegative(content, in: sheet)))
    hasDenial = hasDenial || isDenial
  }

  // MARK: Words

  private static func isNegative(_ content: TextRange, in sheet: TokenSheet) -> Bool {
    var first = sheet.text.token(endingAfter: content.start)
    if first < sheet.text.tokens.count, sheet.classes[first].contains(.that) { first += 1 }
    return first < sheet.text.tokens.count && sheet.classes[first].contains(.negator)
  }

  /// The longest content that is compared, in tokens.
  private static let longest = 60

  /// The consonants of each word of a content, by which انسحاب and انسحبت are one. Names of places,
  /// actors and dates are no happening, nor are words such as مدينة.
  private func matter(of content: TextRange, in sheet: TokenSheet) -> Matter {
    let text = sheet.text
    let named = spans(in: content).map(\.range)
    var matter = Matter()
    var index = text.token(endingAfter: content.start)
    let limit = index + Self.longest
    while index < min(limit, text.tokens.count), Int(text.tokens[index].start) < content.end {
      let token = text.tokens[index]
      if !sheet.classes[index].contains(.filler), let key = text.skeleton(of: token) {
        matter.all.insert(key)
        let isNamed = named.contains { $0.start < Int(token.end) && Int(token.start) < $0.end }
        if !isNamed { matter.happening.insert(key) }
      }
      index += 1
    }
    return matter
  }
}
