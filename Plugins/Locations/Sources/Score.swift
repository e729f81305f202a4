// SPDX-License-Identifier: Apache-2.0

/// How much speaks for one row of the gazetteer, clue by clue.
struct Score: BitwiseCopyable {
  /// The place is large, or one that a bare name usually means.
  var size: Int16 = 0
  /// Other names of the document lie in its country, most of them in it.
  var country: Int16 = 0
  /// Other names of the document lie in its governorate.
  var region: Int16 = 0
  /// It is of the type that the noun and the grammar ask for.
  var type: Int16 = 0
  /// The table has it under this very name.
  var name: Int16 = 0
  /// The text names the unit in which it lies, or the town beside it: بريف الرستن.
  var chain: Int16 = 0
  /// A place named nearby lies nearby.
  var near: Int16 = 0
  /// It lies as far from another place as the text says.
  var stated: Int16 = 0
  /// The document has decided about the name elsewhere.
  var document: Int16 = 0

  var total: Int16 { size + country + region + type + name + geography }

  /// What the places beside it say.
  var geography: Int16 { chain + near + stated + document }

  /// The clues that count, for people: `size +4, country +6, named with +12`.
  var reasons: String {
    let clues = [
      ("size", size), ("country", country), ("governorate", region), ("type", type),
      ("name", name), ("named with", chain), ("nearby", near), ("stated distance", stated),
      ("document", document),
    ]
    return clues.filter { $0.1 != 0 }.map { "\($0.0) \($0.1 > 0 ? "+" : "")\($0.1)" }
      .joined(separator: ", ")
  }
}
