// SPDX-License-Identifier: Apache-2.0

/// Cases of one kind about which predictions differ, to be shown as a list.
package struct CaseList: Sendable, Equatable {
  /// What the cases have in common, such as `alone right`.
  package var title: String
  /// The prediction, or the pair of them, that the cases are about.
  package var name: String
  package var cases: [ScoringError]
  /// Whether they speak for the prediction; nil where nobody knows.
  package var isRight: Bool?

  /// Makes a list.
  package init(title: String, name: String, cases: [ScoringError], isRight: Bool? = nil) {
    self.title = title
    self.name = name
    self.cases = cases
    self.isRight = isRight
  }
}

extension Comparison {
  /// With gold, who alone is right and who alone is wrong; without, what only one of a pair has and
  /// what both have differently. Empty lists are left out.
  package var lists: [CaseList] {
    var lists: [CaseList] = []
    if reports.isEmpty {
      for pair in agreements {
        func differing(_ title: String, _ name: String, _ kinds: Set<ScoringError.Kind>) {
          lists.append(
            CaseList(
              title: title, name: name, cases: pair.differing.filter { kinds.contains($0.kind) }))
        }
        differing("only here (not in \(pair.right))", pair.left, [.missed])
        differing("only here (not in \(pair.left))", pair.right, [.spurious])
        differing(
          "marked differently", "\(pair.left) ~ \(pair.right)", [.boundary, .type, .value])
      }
    } else {
      for (title, cases, isRight) in [
        ("alone right", aloneRight, true), ("alone wrong", aloneWrong, false),
      ] {
        for name in names {
          lists.append(
            CaseList(
              title: title, name: name, cases: cases.filter { $0.name == name }.map(\.error),
              isRight: isRight))
        }
      }
    }
    return lists.filter { !$0.cases.isEmpty }
  }
}

extension ScoringError {
  /// What the two sides say where both have something; empty for what only one has.
  package var contrast: String {
    switch kind {
    case .missed, .spurious: ""
    case .type, .value: "\(gold ?? "none") / \(predicted ?? "none")"
    case .boundary:
      differences.map { "\($0.part) [\($0.gold ?? "")] / [\($0.predicted ?? "")]" }
        .joined(separator: "; ")
    }
  }
}
