// SPDX-License-Identifier: Apache-2.0

import Foundation
import WarshaFormats
import WarshaModel

/// Reading from disk, with errors that name what is there instead.
package enum Files {
  /// The bytes of a file.
  ///
  /// Throws `missing`, `isDirectory` or `unreadable`.
  package static func bytes(at path: String) throws(StoreError) -> [UInt8] {
    switch kind(of: path) {
    case nil: throw missing(path)
    case .folder: throw .isDirectory(path: path)
    case .file: break
    }
    do {
      return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw .unreadable(path: path, reason: reason(of: error))
    }
  }

  /// The names in a folder, sorted by code units.
  ///
  /// Throws `missing`, `isFile` or `unreadable`.
  package static func names(in folder: String) throws(StoreError) -> [String] {
    switch kind(of: folder) {
    case nil: throw missing(folder)
    case .file: throw .isFile(path: folder)
    case .folder: break
    }
    do {
      // Not by locale: the same folder must give the same order on every machine.
      return try FileManager.default.contentsOfDirectory(atPath: folder)
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    } catch {
      throw .unreadable(path: folder, reason: reason(of: error))
    }
  }

  /// Whether a folder is there.
  package static func isFolder(_ path: String) -> Bool { kind(of: path) == .folder }
  /// Whether a file is there.
  package static func isFile(_ path: String) -> Bool { kind(of: path) == .file }

  /// A path with one more component.
  package static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The last component of a path; of `.` and the like that of the folder meant.
  package static func lastComponent(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? "/"
    if name != "." && name != ".." { return name }
    return URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent
  }

  /// All but the last component of a path; `.` of a bare name, `/` at the top.
  package static func folder(of path: String) -> String {
    let parts = path.split(separator: "/").dropLast()
    return path.hasPrefix("/")
      ? "/" + parts.joined(separator: "/") : parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  private enum Kind { case file, folder }

  private static func kind(of path: String) -> Kind? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
    return isFolder.boolValue ? .folder : .file
  }

  /// The error for a path that is not there, with similar names beside it.
  private static func missing(_ path: String) -> StoreError {
    var (parent, child) = (folder(of: path), lastComponent(of: path))
    // Of a/b/c where a/b is missing too, b is the name that went wrong.
    while kind(of: parent) == nil, parent != "/", parent != "." {
      (parent, child) = (folder(of: parent), lastComponent(of: parent))
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    let near = Suggestion.nearest(to: child, among: names).map {
      parent == "." ? $0 : join(parent, $0)
    }
    return .missing(path: path, folder: parent, near: near)
  }

  /// What the system says, without Foundation's repetition of the path.
  private static func reason(of error: any Error) -> String {
    let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    guard let cause, cause.domain == NSPOSIXErrorDomain else { return error.localizedDescription }
    return String(cString: strerror(Int32(cause.code)))
  }

  /// Puts a file in its place only when all of it is written: who has the old one open keeps it, and
  /// a full disk leaves it alone.
  ///
  /// - Throws: `unwritable` with what the system says.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(StoreError) {
    let folder = folder(of: path)
    // The name of the file may be as long as a name can be.
    let name = FileName.base(ofID: lastComponent(of: path), reserving: 12)
    let temporary = join(folder, ".\(name).\(ProcessInfo.processInfo.processIdentifier)")
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .unwritable(path: folder, reason: "the folder cannot be made")
    }
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else {
      throw .unwritable(path: path, reason: String(cString: strerror(errno)))
    }
    let isWritten = bytes.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let count = write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
        if count < 0 && errno != EINTR { return false }
        done += max(0, count)
      }
      return fsync(descriptor) == 0
    }
    var failure = isWritten ? 0 : errno
    if close(descriptor) != 0, failure == 0 { failure = errno }
    if failure == 0, rename(temporary, path) != 0 { failure = errno }
    if failure == 0 { return }
    unlink(temporary)
    throw .unwritable(path: path, reason: String(cString: strerror(failure)))
  }
}
