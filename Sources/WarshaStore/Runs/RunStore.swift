// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import WarshaFormats
import WarshaModel

/// The saved runs of a user: an SQLite file.
///
/// The file may be opened by several programs at once; who writes waits up to five seconds for the
/// others. All methods throw `StoreError`.
package final class RunStore: Sendable {
  /// Environment variable that names the file.
  package static let variable = "WARSHA_RUNS"

  /// Path of the file.
  package let path: String
  private let queue: DatabaseQueue

  /// The file: `WARSHA_RUNS`, else `runs.sqlite` in the `DataFolder`; nil without either.
  package static func path(in environment: [String: String]) -> String? {
    if let path = environment[variable], !path.isEmpty { return path }
    return DataFolder.path(in: environment).map { Files.join($0, "runs.sqlite") }
  }

  /// How long to wait for other programs, in seconds.
  private static let patience = 5.0

  /// Opens the file and brings its tables up to date.
  ///
  /// Both are made when they are missing, unless `mayCreate` is false: then there are no runs.
  package init(path: String, mayCreate: Bool = true) throws(StoreError) {
    self.path = path
    var configuration = Configuration()
    configuration.busyMode = .timeout(Self.patience)
    do {
      if !mayCreate, !Files.isFile(path) {
        queue = try DatabaseQueue()
        try RunSchema.migrator.migrate(queue)
        return
      }
      let folder = Files.folder(of: path)
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      queue = try DatabaseQueue(path: path, configuration: configuration)
    } catch let error as DatabaseError {
      throw Self.failure(error, path)
    } catch {
      throw .unwritable(path: path, reason: "its folder cannot be made")
    }
    let isNewer = try database { db in try RunSchema.migrator.hasBeenSuperseded(db) }
    if isNewer {
      throw .runs(
        path: path,
        reason: "saved by a newer Warsha. Use that one, or name another file in \(Self.variable).")
    }
    try migrate()
  }

  /// Brings the tables up to date. Another program that does so at the same time is waited for: who
  /// only reads first and then writes is told at once that the file is busy.
  private func migrate() throws(StoreError) {
    let end = Date.now + Self.patience
    while true {
      do {
        return try RunSchema.migrator.migrate(queue)
      } catch let error as DatabaseError
        where error.resultCode == .SQLITE_BUSY && Date.now < end
      {
        usleep(20_000)
      } catch {
        throw Self.failure(error, path)
      }
    }
  }

  /// Runs statements in one transaction.
  func database<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
    do {
      return try queue.write(body)
    } catch let error as StoreError {
      throw error
    } catch {
      throw Self.failure(error, path)
    }
  }

  private static func failure(_ error: any Error, _ path: String) -> StoreError {
    guard let error = error as? DatabaseError else {
      return .runs(path: path, reason: "\(error)")
    }
    let reason =
      switch error.resultCode {
      case .SQLITE_NOTADB, .SQLITE_CORRUPT:
        "is no file of saved runs, or a damaged one. Move it away and a new one is made, or name "
          + "another in \(variable)."
      case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY:
        "cannot be opened for writing. Check its permissions, or name another in \(variable)."
      case .SQLITE_BUSY, .SQLITE_LOCKED:
        "another program is writing to it. Try again when that has ended."
      case .SQLITE_FULL, .SQLITE_IOERR:
        "cannot be written: \(error.message ?? "disk error"). The run is not saved."
      default: error.message ?? "\(error.resultCode)"
      }
    return .runs(path: path, reason: reason)
  }
}
