// SPDX-License-Identifier: Apache-2.0

import Foundation
import WarshaModel

/// The bytes of a table, mapped once and kept for the life of the process: plugins hold pointers
/// into them.
package struct TableBytes: @unchecked Sendable {  // read only
  package let start: UnsafePointer<CChar>
  package let count: Int
  /// The file as it was mapped; nil of what is none.
  package let mark: FileMark?

  /// Maps a file; nil when it cannot be read.
  package static func map(_ path: String) -> TableBytes? {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let count = Int(status.st_size)
    let mark = FileMark(path, status)
    if count == 0 { return TableBytes(start: empty, count: 0, mark: mark) }
    guard let address = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0),
      address != MAP_FAILED
    else { return nil }
    return TableBytes(
      start: UnsafePointer(address.assumingMemoryBound(to: CChar.self)), count: count, mark: mark)
  }

  /// A string as a table; kept as long as mapped ones are.
  static func copy(of text: String) -> TableBytes {
    let count = text.utf8.count
    return strdup(text).map { TableBytes(start: UnsafePointer($0), count: count, mark: nil) }
      ?? TableBytes(start: empty, count: 0, mark: nil)
  }

  nonisolated(unsafe) private static let empty: UnsafePointer<CChar> = {
    let byte = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
    byte.pointee = 0
    return UnsafePointer(byte)
  }()
}

extension FileMark {
  /// The mark of what `stat` says about a path.
  init(_ path: String, _ status: stat) {
    let time = status.st_mtim
    self.init(
      path: path, size: Int(status.st_size),
      modified: time.tv_sec * 1_000_000_000 + time.tv_nsec)
  }

  /// The mark of a file; nil when there is none.
  package init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(path, status)
  }
}
