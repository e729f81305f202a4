// SPDX-License-Identifier: Apache-2.0

import WarshaFormats

/// Something on disk that is not as it should be.
///
/// The description says what, where and what to do.
package enum StoreError: Error, Equatable, CustomStringConvertible {
  /// No such file or folder; `near` are names in the nearest folder that exists.
  case missing(path: String, folder: String, near: [String])
  /// A folder stands where a file should.
  case isDirectory(path: String)
  /// A file stands where a folder should.
  case isFile(path: String)
  /// It exists and the system will not give it.
  case unreadable(path: String, reason: String)
  /// It cannot be written; what was there before still is.
  case unwritable(path: String, reason: String)
  /// A folder without `corpus.json`.
  case noIndex(folder: String)
  /// `corpus.json` is not what it should be.
  case malformedIndex(path: String, line: Int, reason: String)
  /// `corpus.json` and the files beside it do not agree.
  case inconsistentCorpus(folder: String, problems: [CorpusProblem])
  /// The corpus has no document of this name.
  case noDocument(id: String, corpus: String, near: [String])
  /// A document of this name is in the corpus already.
  case documentExists(id: String, corpus: String)
  /// An id that cannot be the name of files.
  case unusableID(id: String)
  /// A file of an extractor is not what was loaded any more.
  case fileChanged(path: String, extractor: String)
  /// An id that is too long for the name of a file, with that many bytes of the name.
  case overlongID(id: String, bytes: Int)
  /// Two documents that are to be added have one id.
  case repeatedID(id: String)
  /// Documents of two inputs have one id; the inputs are one when it was named twice.
  case sharedID(id: String, first: String, second: String)
  /// No run has been saved under this name or number.
  case noRun(name: String, near: [String])
  /// The file of saved runs cannot be used.
  case runs(path: String, reason: String)
  /// A resource is in none of its places.
  case noResource(name: String, tried: [String], remedy: String)

  /// What happened, where, what to do.
  package var description: String {
    switch self {
    case .missing(let path, let folder, let near):
      let hint =
        folder.isEmpty
        ? "" : near.isEmpty ? " Nothing in \(folder) has a similar name." : Self.suggestion(near)
      return "\(path): no such file or folder.\(hint)"
    case .isDirectory(let path):
      return "\(path): is a folder; a file is expected here. Name a file in it."
    case .isFile(let path):
      return "\(path): is a file; a folder is expected here. Name the folder that holds it."
    case .unreadable(let path, let reason):
      return "\(path): cannot be read (\(reason)). Check its permissions."
    case .unwritable(let path, let reason):
      return "\(path): cannot be written (\(reason)). Nothing there was changed."
    case .noIndex(let folder):
      return "\(folder): no corpus.json, so this is no corpus. Name a text in it, or list its "
        + "texts in a corpus.json: [{\"id\": \"NAME\", \"date\": \"2024-12-06\"}] for NAME.txt "
        + "and NAME.ann."
    case .malformedIndex(let path, let line, let reason):
      return "\(path):\(line): \(reason)"
    case .inconsistentCorpus(let folder, let problems):
      let list = problems.prefix(10).map { "\n  \($0)" }.joined()
      let more = problems.count > 10 ? "\n  and \(problems.count - 10) more" : ""
      return "\(folder): corpus.json and the files beside it do not agree.\(list)\(more)"
    case .noDocument(let id, let corpus, let near):
      return "no document \"\(id)\" in corpus \(corpus)."
        + (near.isEmpty ? " List its documents with corpus list." : Self.suggestion(near))
    case .documentExists(let id, let corpus):
      return
        "\(corpus) has a document \"\(id)\" already. Give the new one another id, or put it in "
        + "the place of the old one with --replace."
    case .unusableID(let id):
      return
        "the id \"\(id)\" cannot be the name of files. Use letters, digits and hyphens; no / and "
        + "no dot in front."
    case .fileChanged(let path, let extractor):
      return "\(path) has changed since \(extractor) was loaded, so a run cannot say what made it. "
        + "Load it anew: plugins reload \(extractor)"
    case .overlongID(let id, let bytes):
      return
        "the id \"\(id.prefix(40))…\" is too long: \(bytes) bytes with .txt, and the name of a "
        + "file has \(FileName.limit) at most. Give the document a shorter one."
    case .repeatedID(let id):
      return "two of the documents to add have the id \"\(id)\". Give each an id of its own."
    case .sharedID(let id, let first, let second):
      return first == second
        ? "\(first) is named twice. Name it once."
        : "\(first) and \(second) both have a document \"\(id)\". Give each document an id of its own, "
          + "or work on one input at a time."
    case .noRun(let name, let near):
      return "no saved run \"\(name)\"."
        + (near.isEmpty ? " List them with runs list." : Self.suggestion(near))
    case .runs(let path, let reason):
      return "\(path): \(reason)"
    case .noResource(let name, let tried, let remedy):
      let list = tried.map { "\n  \($0)" }.joined()
      return "\(name): not found. Places tried:\(list)\n\(remedy)"
    }
  }

  private static func suggestion(_ near: [String]) -> String {
    " Did you mean " + near.map { "\"\($0)\"" }.joined(separator: " or ") + "?"
  }
}
