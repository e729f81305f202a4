// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Keeps other programs from writing to a folder at the same time, for as long as the value lives.
///
/// It is a hidden file in the folder, which is gone afterwards; one that a killed program left
/// behind locks nobody out.
final class FolderLock {
  private let path: String
  private let descriptor: Int32

  /// Waits until nobody else holds the lock of the folder.
  ///
  /// - Throws: `unwritable`, also when a signal ends the waiting.
  init(_ folder: String) throws(StoreError) {
    path = Files.join(folder, ".lock")
    while true {
      let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      guard opened >= 0 else {
        throw .unwritable(path: folder, reason: String(cString: strerror(errno)))
      }
      // A file system without locks has no second writer either, as far as can be told.
      if flock(opened, LOCK_EX) != 0, errno == EINTR {
        close(opened)
        throw .unwritable(path: folder, reason: "another program is writing to it")
      }
      if Self.isFile(opened, at: path) {
        descriptor = opened
        return
      }
      // Who held it took the file away: the one that is there now is the lock.
      close(opened)
    }
  }

  deinit {
    unlink(path)
    close(descriptor)
  }

  private static func isFile(_ descriptor: Int32, at path: String) -> Bool {
    var (own, there) = (stat(), stat())
    return fstat(descriptor, &own) == 0 && stat(path, &there) == 0
      && own.st_ino == there.st_ino && own.st_dev == there.st_dev
  }
}
