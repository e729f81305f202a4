// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import WarshaStore

struct GazetteerFilesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("data/gazetteers/b.gazetteer")
    try folder.write("data/gazetteers/a.gazetteer")
    try folder.write("data/gazetteers/.a.gazetteer.77")
    try folder.write("data/gazetteers/notes.txt")
    try folder.write("other.gazetteer")
  }

  private func paths(
    _ explicit: [String] = [], _ environment: [String: String] = [:]
  ) throws -> [String] {
    let data = ["WARSHA_DATA": folder.path + "/data"].merging(environment) { $1 }
    return try GazetteerFiles(explicit: explicit, environment: data).paths.map(folder.relative)
  }

  @Test func takesAllOfTheDataFolder() throws {
    #expect(
      try paths() == ["data/gazetteers/a.gazetteer", "data/gazetteers/b.gazetteer"])
  }

  @Test func prefersOptionThenVariable() throws {
    let other = folder.path + "/other.gazetteer"
    #expect(try paths([other, "b"]) == ["other.gazetteer", "data/gazetteers/b.gazetteer"])
    #expect(try paths([], ["WARSHA_GAZETTEER": "b:\(other)"]).count == 2)
    #expect(try paths(["a"], ["WARSHA_GAZETTEER": "none"]).count == 1)
    #expect(try paths([], ["WARSHA_GAZETTEER": "none"]) == [])
    #expect(try paths(["none"]) == [])
  }

  @Test func listsPlacesTried() throws {
    let error = #expect(throws: StoreError.self) { try paths(["aa"]) }
    #expect(
      error.map { folder.relative($0.description) } == """
        gazetteer "aa": not found. Places tried:
          aa (as given)
          data/gazetteers/aa.gazetteer (imported)
        Give the path of a file that gazetteer import wrote, a name that gazetteer list shows, or \
        none. Did you mean "a"?
        """)
  }

  @Test func findsTheDataFolder() throws {
    func folder(_ environment: [String: String]) throws -> String? {
      try GazetteerFiles(explicit: [], environment: environment).folder
    }
    #expect(try folder(["WARSHA_DATA": "/d", "HOME": "/h"]) == "/d/gazetteers")
    #expect(
      try folder(["XDG_DATA_HOME": "/x", "HOME": "/h"]) == "/x/warsha/gazetteers")
    #expect(
      try folder(["XDG_DATA_HOME": "x", "HOME": "/h"]) == "/h/.local/share/warsha/gazetteers")
    #expect(try folder([:]) == nil)
  }

  @Test func replacesAWholeFileAndLeavesNothingBehind() throws {
    let path = folder.path + "/new/one.gazetteer"
    try Files.replace(path, with: [1, 2])
    try Files.replace(path, with: [3])
    #expect(try Files.bytes(at: path) == [3])
    #expect(try Files.names(in: folder.path + "/new") == ["one.gazetteer"])
  }

  @Test func keepsTheOldFileWhenTheNewOneCannotBeWritten() throws {
    // A folder in the place of the file: the last step fails, whoever runs the test.
    try folder.write("taken/one.gazetteer/inside")
    let path = folder.path + "/taken/one.gazetteer"
    let error = #expect(throws: StoreError.self) { try Files.replace(path, with: [1]) }
    #expect(error?.description.contains("Nothing there was changed.") == true)
    #expect(try Files.names(in: folder.path + "/taken") == ["one.gazetteer"])
  }
}
