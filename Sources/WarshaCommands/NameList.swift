// SPDX-License-Identifier: Apache-2.0

import WarshaModel
import WarshaPluginHost
import WarshaWorkbench

/// Values of options that are lists parted by commas.
enum NameList {
  /// The names, without blanks.
  ///
  /// - Throws: `CommandFailure` of usage when there is none.
  static func parse(_ text: String, of option: String) throws(CommandFailure) -> [String] {
    let names = text.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
      .filter { !$0.isEmpty }
    if names.isEmpty {
      throw CommandFailure(.usage, "\(option) \"\(text)\" names none. Part names by commas: a,b.")
    }
    return names
  }

  /// The layers of an option; nil when it was left out.
  ///
  /// - Throws: `CommandFailure` of usage for a layer that no known plugin makes and that is not
  ///   among `others`.
  static func layers(
    _ text: String?, in session: Session, others: some Sequence<String> = []
  ) throws(CommandFailure) -> [String]? {
    guard let text else { return nil }
    let names = try parse(text, of: "--layer")
    let made = session.workbench.registry.entries.flatMap(\.source.manifest.layers)
    let known = Set(made).union(others)
    if let name = names.first(where: { !known.contains($0) }) {
      throw CommandFailure(
        .usage,
        "there is no layer \"\(name)\"." + Suggestion.sentence(for: name, among: known.sorted())
          + " Known: \(known.sorted().joined(separator: ", ")).")
    }
    return names
  }
}
