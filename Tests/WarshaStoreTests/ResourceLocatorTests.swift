// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaStore

struct ResourceLocatorTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("usr/bin/warsha")
    try folder.write("usr/share/warsha/Knowledge/units.tsv")
    try folder.write("checkout/Package.swift")
    try folder.write("checkout/Plugins/Dates/manifest.json")
    try folder.write("checkout/Sources/WarshaKnowledge/Data/units.tsv")
    try folder.write("checkout/.build/debug/warsha")
    try folder.write("mine/units.tsv")
  }

  private func locator(_ executable: String, _ environment: [String: String] = [:])
    -> ResourceLocator
  {
    ResourceLocator(executable: folder.path + "/" + executable, environment: environment)
  }

  @Test func findsInstalledAndCheckout() throws {
    let installed = try locator("usr/bin/warsha").folder(of: .knowledge)
    #expect(folder.relative(installed) == "usr/share/warsha/Knowledge")
    let built = locator("checkout/.build/debug/warsha")
    #expect(
      try folder.relative(built.folder(of: .knowledge)) == "checkout/Sources/WarshaKnowledge/Data")
    #expect(try folder.relative(built.folder(of: .plugins)) == "checkout/Plugins")
  }

  @Test func prefersOptionThenVariable() throws {
    let mine = folder.path + "/mine"
    let other = locator("usr/bin/warsha", ["WARSHA_KNOWLEDGE": mine])
    #expect(try other.folder(of: .knowledge) == mine)
    let given = folder.path + "/checkout"
    #expect(try other.folder(of: .knowledge, explicit: given) == given)
  }

  @Test func listsPlacesTried() throws {
    let error = #expect(throws: StoreError.self) {
      try locator("usr/bin/warsha").folder(of: .corpus)
    }
    #expect(
      error.map { folder.relative($0.description) } == """
        corpus folder: not found. Places tried:
          usr/share/warsha/Corpus (installed beside usr/bin/warsha)
          a folder above usr/bin with Package.swift and Plugins (checkout)
        Give its path as an option or in WARSHA_CORPUS, or install Warsha whole.
        """)
  }

  @Test func doesNotReplaceWrongPathSilently() throws {
    let locator = locator("usr/bin/warsha", ["WARSHA_KNOWLEDGE": "/nowhere/at/all"])
    let error = #expect(throws: StoreError.self) { try locator.folder(of: .knowledge) }
    #expect(error?.description.contains("/nowhere/at/all (from WARSHA_KNOWLEDGE)") == true)
  }

  @Test func knowsItsOwnExecutable() {
    #expect(ResourceLocator.ofProcess().executable?.hasPrefix("/") == true)
  }
}
