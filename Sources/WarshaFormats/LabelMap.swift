// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// The names that other tools have for labels: `LOC` for Location, `PER` for an Actor of type person.
///
/// Pairs given count before the standard ones. A name becomes a label when annotations come in, a label
/// the first name that fits when they go out.
package struct LabelMap: Sendable {
  /// A name and what it stands for.
  struct Pair: Sendable, Equatable {
    var name: String
    /// Nil of a name whose annotations are left out.
    var label: String?
    var type: String?
  }

  /// What is wrong with the text of a map, and what to do.
  package struct Mistake: Error, Equatable, CustomStringConvertible {
    package var description: String
  }

  private var given: [Pair] = []
  private let known: [String]

  /// Reads `LOC=Location,PER=Actor:person,MISC=none`; the word `standard` stands for no further pair.
  /// `labels` are those that there are, with the types they may have; of none, any.
  ///
  /// - Throws: `Mistake` when it is no such list.
  package init(parsing text: String, labels: [String: Set<String>]) throws(Mistake) {
    let names = Set(labels.keys).union(Self.own)
    known = names.sorted()
    for item in text.split(separator: ",") {
      let item = item.filter { !$0.isWhitespace }
      if item == "standard" { continue }
      let pair = try Self.pair(item, known: names, types: labels)
      if given.contains(where: { $0.name == pair.name }) {
        throw Mistake(description: "the name \(pair.name) has two labels. Name it once.")
      }
      given.append(pair)
    }
  }

  private static func pair(
    _ text: String, known: Set<String>, types: [String: Set<String>]
  ) throws(Mistake) -> Pair {
    let sides = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else {
      throw Mistake(
        description: "\"\(text)\" is no pair. Write the name and the label, LOC=Location or "
          + "PER=Actor:person, or standard for the usual names alone.")
    }
    if sides[1] == "none" { return Pair(name: sides[0], label: nil, type: nil) }
    let ends = sides[1].split(separator: ":", maxSplits: 1).map(String.init)
    guard let label = ends.first, known.contains(label) else {
      let left = sides[0].split(separator: ":").first.map(String.init) ?? ""
      let remedy =
        known.contains(left)
        ? " The name of other tools comes first: \(sides[1])=\(sides[0])."
        : Suggestion.sentence(for: ends.first ?? "", among: known)
          + " Known: \(known.sorted().joined(separator: ", ")), none."
      throw Mistake(description: "\(sides[1]) is no label of Warsha.\(remedy)")
    }
    let type = ends.count > 1 ? ends[1] : nil
    if let type, let allowed = types[label], !allowed.isEmpty, !allowed.contains(type) {
      throw Mistake(
        description: "\(type) is no type of \(label)."
          + Suggestion.sentence(for: type, among: allowed.sorted())
          + " Known: \(allowed.sorted().joined(separator: ", ")).")
    }
    return Pair(name: sides[0], label: label, type: type)
  }

  /// The sets with labels for names, and what is wrong: a line for each name that is unknown, whose
  /// annotations are left out.
  package func imported(_ sets: [AnnotationSet]) -> (sets: [AnnotationSet], problems: [String]) {
    var unknown: [String: (count: Int, first: String)] = [:]
    let mapped = sets.map { set in
      var kept: [Annotation] = []
      for item in set.annotations {
        if let pair = pair(named: item.label) {
          if let label = pair.label { kept.append(item.labelled(label, type: pair.type)) }
          continue
        }
        let first = "\"\(Brat.quoted(set.document.text[item.range]))\" in \(set.document.id)"
        unknown[item.label, default: (0, first)].count += 1
      }
      return AnnotationSet(
        document: set.document, annotations: kept, diagnostics: set.diagnostics)
    }
    let problems = unknown.sorted { $0.key < $1.key }.map { name, found in
      "label \"\(name)\" is unknown (\(found.count == 1 ? "1 span," : "\(found.count) spans, the first") "
        + "\(found.first)).\(Suggestion.sentence(for: name, among: names)) Say what it is with --labels "
        + "\(name)=Location, or leave it out with \(name)=none."
    }
    return (mapped, problems)
  }

  /// The set with names for labels. A type that its name tells is not told again; claims keep the
  /// labels of their parts.
  package func exported(_ set: AnnotationSet) -> AnnotationSet {
    let annotations = set.annotations.map { item in
      guard item.layer != "claims", !Brat.claimSpans.contains(item.label),
        let pair = pair(for: item)
      else { return item }
      var item = item
      item.label = pair.name
      if pair.type == item.type { item.type = "" }
      return item
    }
    return AnnotationSet(
      document: set.document, annotations: annotations, diagnostics: set.diagnostics)
  }

  /// All names and labels that annotations may come in with.
  private var names: [String] { (given + Self.standard).map(\.name) + known }

  private func pair(named name: String) -> Pair? {
    if let pair = given.first(where: { $0.name == name }) { return pair }
    if known.contains(name) { return Pair(name: name, label: name, type: nil) }
    let capitals = name.uppercased()
    return given.first { $0.name.uppercased() == capitals }
      ?? Self.standard.first { $0.name == capitals }
  }

  private func pair(for item: Annotation) -> Pair? {
    for pairs in [given, Self.standard] {
      let fitting = pairs.filter { $0.label == item.label }
      let typed = fitting.first { $0.type != nil && $0.type == item.type }
      if let pair = typed ?? fitting.first(where: { $0.type == nil }) { return pair }
    }
    return nil
  }

  /// Labels that formats may have without any plugin: gold, and the parts of claims.
  private static let own: Set<String> = [
    "Actor", "Claim", "Content", "Cue", "Date", "Distance", "Location", "Source",
  ]

  /// Names of CoNLL, ACE, OntoNotes, TimeML and the Arabic corpora that follow them. Of several names
  /// of a label the first is written.
  private static let standard: [Pair] =
    [
      ("LOC", "Location", nil), ("GPE", "Location", nil), ("LOCATION", "Location", nil),
      ("PLACE", "Location", nil), ("FAC", "Location", "facility"),
      ("FACILITY", "Location", "facility"),
      ("PER", "Actor", "person"), ("PERS", "Actor", "person"), ("PERSON", "Actor", "person"),
      ("ORG", "Actor", "organization"), ("ORGANIZATION", "Actor", "organization"),
      ("ORGANISATION", "Actor", "organization"), ("ORG", "Actor", nil),
      ("DATE", "Date", "DATE"), ("TIME", "Date", "TIME"), ("DURATION", "Date", "DURATION"),
      ("SET", "Date", "SET"), ("DATE", "Date", nil), ("TIMEX3", "Date", nil),
      ("DISTANCE", "Distance", nil), ("CUE", "Cue", nil), ("SOURCE", "Source", nil),
      ("CONTENT", "Content", nil), ("CLAIM", "Claim", nil),
    ].map { Pair(name: $0.0, label: $0.1, type: $0.2) }
}

extension Annotation {
  /// The annotation under another label, with a type where it has none.
  fileprivate func labelled(_ label: String, type: String?) -> Annotation {
    guard label != self.label || type != nil else { return self }
    var item = self
    item.label = label
    // A layer that was only the name in small letters goes with it.
    if layer == Brat.layer(ofLabel: self.label) { item.layer = Brat.layer(ofLabel: label) }
    if item.type.isEmpty { item.type = type ?? "" }
    item.value = value.map { Annotation.value($0.description, ofLayer: item.layer) }
    return item
  }
}
