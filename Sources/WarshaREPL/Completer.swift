// SPDX-License-Identifier: Apache-2.0

import Foundation
import WarshaCommands
import WarshaModel
import WarshaPluginHost
import WarshaStore
import WarshaWorkbench

/// What Tab offers: verbs, options, their values, extractors, documents, paths. All of it comes
/// from the declarations of the verbs, by way of ArgumentParser's own description of them.
struct Completer {
  private let session: Session
  private let root: CommandDescription

  init(_ session: Session) {
    self.session = session
    root = CommandDescription.ofVerbs()
  }

  func candidates(for word: String, after words: [String]) -> [Candidate] {
    var command = root
    var rest = words[...]
    let isHelp = rest.first == "help"
    if isHelp { rest = rest.dropFirst() }
    while let next = rest.first, let sub = command.subcommands.first(where: { $0.name == next }) {
      command = sub
      rest = rest.dropFirst()
    }
    if isHelp {
      return rest.isEmpty ? command.subcommands.map { Candidate($0.name, note: $0.help) } : []
    }
    if let last = rest.last, let option = command.option(last), option.takesValue {
      return option.values.isEmpty ? values(of: option.valueName, for: word) : ids(option.values)
    }
    if word.hasPrefix("-") {
      return command.options.map { Candidate($0.name, note: $0.help) }
    }
    var found = command.subcommands.map { Candidate($0.name, note: $0.help) }
    if words.isEmpty {
      found.append(Candidate("help", note: "Tell about a verb, or list the verbs."))
      found += Session.leavingWords.sorted().map { Candidate($0, note: "Leave.") }
    }
    if rest.isEmpty, !found.isEmpty { return found }
    let given = rest.filter { !$0.hasPrefix("-") }.count
    let positional = command.positionals
    if !positional.isEmpty {
      let name = positional[min(given, positional.count - 1)]
      found += values(of: name, for: word, folder: rest.first)
    }
    return found
  }

  private func values(of name: String, for word: String, folder: String? = nil) -> [Candidate] {
    switch name {
    case "ids": return list(word, session.workbench.registry.ids)
    case "id": return ids(session.workbench.registry.ids)
    case "id or path":
      return ids(session.workbench.registry.entries.map(\.source.manifest.id)) + paths(word)
    case "side": return ids(session.workbench.registry.ids) + paths(word)
    case "layers":
      return list(word, session.workbench.registry.entries.flatMap(\.source.manifest.layers))
    case "document": return documents(in: folder)
    case "input", "path", "corpus": return paths(word)
    case "input or document":
      return paths(word) + documents(in: session.workbench.folders.corpus)
    case "match": return list(word, ["strict", "overlap", "value"])
    case "split": return ids(["dev", "test"])
    default: return []
    }
  }

  private func ids(_ names: [String]) -> [Candidate] { names.map { Candidate($0) } }

  /// Names in a list parted by commas: what stands before the last comma is kept.
  private func list(_ word: String, _ names: [String]) -> [Candidate] {
    let done = word.lastIndex(of: ",").map { String(word[...$0]) } ?? ""
    return names.map { Candidate(done + $0, isFinal: false) }
  }

  private func documents(in folder: String?) -> [Candidate] {
    guard let folder,
      let corpus = try? CorpusReader.open(folder, decode: session.workbench.inputs.decode)
    else { return [] }
    return corpus.entries.map { Candidate($0.id, note: $0.record.title ?? "") }
  }

  private func paths(_ word: String) -> [Candidate] {
    let folder =
      word.contains("/") ? String(word[...(word.lastIndex(of: "/") ?? word.startIndex)]) : ""
    let names = (try? Files.names(in: folder.isEmpty ? "." : folder)) ?? []
    return names.filter { !$0.hasPrefix(".") }.map { name in
      let path = folder + name
      return Files.isFolder(path) ? Candidate(path + "/", isFinal: false) : Candidate(path)
    }
  }
}
