// SPDX-License-Identifier: Apache-2.0

import Foundation
import WarshaFormats
import WarshaStore

/// Where results go: standard output, one file, or a folder with files for each document.
final class ResultOutput {
  private enum Target {
    case console(Console)
    case file(FileHandle)
    case folder
  }

  /// Whether each document has files of its own.
  var isFolder: Bool { if case .folder = target { true } else { false } }
  private let target: Target
  private let path: String
  private var names: Set<String> = []

  /// Opens standard output.
  init(_ console: Console) {
    target = .console(console)
    path = "-"
  }

  /// Opens a file, which is emptied, or makes a folder where there is none.
  ///
  /// - Throws: `CommandFailure` when it cannot be written.
  init(_ path: String, asFolder: Bool) throws {
    self.path = path
    if asFolder {
      do {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      } catch {
        throw CommandFailure(
          .data, "\(path): no folder can be made here: \(error.localizedDescription)")
      }
      target = .folder
      return
    }
    // Opened as it stands: a link, a pipe or a device stays what it is.
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw CommandFailure(
        .data,
        "\(path): cannot be written. Check that its folder exists and may be written to "
          + "(\(String(cString: strerror(errno)))).")
    }
    target = .file(FileHandle(fileDescriptor: descriptor, closeOnDealloc: true))
  }

  /// Appends to the file or to standard output.
  func append(_ bytes: [UInt8]) throws {
    switch target {
    case .console(let console): try console.write(bytes)
    case .file(let file):
      do { try file.write(contentsOf: bytes) } catch { throw failure(error) }
    case .folder: break
    }
  }

  /// Writes the files of a document, named for it, each with its extension.
  ///
  /// - Returns: The name without extension: the id, unless that cannot be the name of a file.
  /// - Throws: `CommandFailure` when they cannot be written, or a document before had the name.
  func write(_ files: [(extension: String, bytes: [UInt8])], of document: String) throws -> String {
    let longest = files.map(\.extension.utf8.count).max() ?? 0
    let name = FileName.base(ofID: document, reserving: longest + 1)
    guard names.insert(name).inserted else {
      throw CommandFailure(
        .data,
        "\(path): two documents would be written to \(name).\(files.first?.extension ?? ""). Give "
          + "each document an id of its own.")
    }
    for file in files {
      do {
        try Data(file.bytes).write(
          to: URL(fileURLWithPath: Files.join(path, name) + "." + file.extension))
      } catch {
        throw failure(error)
      }
    }
    return name
  }

  /// Closes the file.
  func close() throws {
    if case .file(let file) = target { try file.close() }
  }

  private func failure(_ error: any Error) -> CommandFailure {
    CommandFailure(.data, "\(path): cannot be written: \(error.localizedDescription)")
  }
}
