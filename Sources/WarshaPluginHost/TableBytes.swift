// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The bytes of a table, mapped once and kept for the life of the process: plugins hold pointers
/// into them.
package struct TableBytes: @unchecked Sendable {  // read only
  package let start: UnsafePointer<CChar>
  package let count: Int

  /// Maps a file; nil when it cannot be read.
  package static func map(_ path: String) -> TableBytes? {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let count = Int(status.st_size)
    if count == 0 { return TableBytes(start: empty, count: 0) }
    guard let address = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0),
      address != MAP_FAILED
    else { return nil }
    return TableBytes(
      start: UnsafePointer(address.assumingMemoryBound(to: CChar.self)), count: count)
  }

  /// A string as a table; kept as long as mapped ones are.
  static func copy(of text: String) -> TableBytes {
    let count = text.utf8.count
    return strdup(text).map { TableBytes(start: UnsafePointer($0), count: count) }
      ?? TableBytes(start: empty, count: 0)
  }

  nonisolated(unsafe) private static let empty: UnsafePointer<CChar> = {
    let byte = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
    byte.pointee = 0
    return UnsafePointer(byte)
  }()
}
