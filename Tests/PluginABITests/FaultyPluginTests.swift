// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import WarshaPluginHost
import WarshaTesting

/// What each kind of faulty plugin costs: itself or its document, never the rest of the run.
struct FaultyPluginTests {
  private let workshop: PluginWorkshop

  init() throws {
    workshop = try PluginWorkshop(
      sources: Checkout.folder(above: #filePath, levels: 1) + "/FaultyPlugins")
    try workshop.add(building: "good")
  }

  /// The error of a plugin that cannot be used, without folder names.
  private func error(of id: String) -> String {
    var registry = workshop.registry()
    do {
      try registry.load(id)
      return "loaded"
    } catch {
      return "\(error.code): \(workshop.relative(error.description))"
    }
  }

  @Test(arguments: [
    (
      "major",
      "wrongVersion: plugin major: major/libmajor.so speaks contract 2.0, this warsha speaks 1.0; "
        + "rebuild the plugin against its header"
    ),
    (
      "size",
      "wrongVersion: plugin size: size/libsize.so gives a function table of 64 bytes, 72 are "
        + "needed; rebuild the plugin"
    ),
    (
      "noentry",
      "missingEntry: plugin noentry: noentry/libnoentry.so has no symbol warsha_plugin_noentry; "
        + "export it or mend \"entry\" in noentry/manifest.json"
    ),
    (
      "nulltable",
      "missingEntry: plugin nulltable: warsha_plugin_nulltable of nulltable/libnulltable.so "
        + "returned NULL"
    ),
    (
      "noprocess",
      "doesNotMatch: plugin noprocess: the function table of noprocess/libnoprocess.so lacks "
        + "create, process or destroy; fill in all three"
    ),
    (
      "stale",
      "doesNotMatch: plugin stale: the manifest says stale 1, stale/libstale.so says stale 2; "
        + "rebuild the plugin or mend the manifest"
    ),
    ("noinstance", "createFailed: plugin noinstance: no licence key in the drawer"),
    ("silent", "createFailed: plugin silent: its `create` gave no instance and no reason"),
  ])
  func cannotBeLoaded(_ id: String, _ message: String) throws {
    try workshop.add(building: id)
    #expect(error(of: id) == message)
    // Asked for all, the others run; asked for it by name, the run does not start.
    #expect(
      try workshop.run(nil, on: "ab")
        == ["error: " + message.drop { $0 != ":" }.dropFirst(2), "good 0..2"])
    #expect(throws: PluginError.self) { try workshop.run([id, "good"], on: "ab") }
  }

  @Test func isNoLibraryAtAll() throws {
    try workshop.add("text", source: nil)
    try workshop.write("not a library", to: "text/libtext.so")
    #expect(
      error(of: "text").hasPrefix("cannotOpen: plugin text: text/libtext.so cannot be loaded: "))
    #expect(try workshop.run(["good"], on: "ab") == ["good 0..2"])
  }

  @Test func losesWildSpansOneByOne() throws {
    try workshop.add(building: "wild")
    #expect(
      try workshop.run(["wild", "good"], on: "a😀") == [
        "good 0..1", "wild 0..1",
        "error of wild: rejected in document d: a span 1..1, which is empty",
        "error of wild: rejected in document d: a span 1..0, which is empty",
        "error of wild: rejected in document d: a span 0..4 outside the text of 3 UTF-16 units",
        "error of wild: 2 more annotations were rejected in document d",
      ])
  }

  @Test func losesWhatItsManifestDoesNotDeclare() throws {
    try workshop.add(building: "undeclared")
    #expect(
      try workshop.run(["undeclared", "good"], on: "ab") == [
        "good 0..2", "undeclared 0..1",
        "error of undeclared: rejected in document d: layer \"surprise\", label \"surprise\", "
          + "which its manifest does not declare",
      ])
  }

  @Test func losesItsDocumentWhenItFloods() throws {
    try workshop.add(building: "flood")
    #expect(
      try workshop.run(["flood", "good"], on: "ab") == [
        "good 0..2",
        "error of flood: rejected in document d: more than 1004 annotations",
        "error of flood: rejected in document d: more than 1004 annotations",
        "error of flood: rejected in document d: more than 1004 annotations",
        "error of flood: stopped on document d after 998996 rejected annotations; "
          + "the others there are left out",
      ])
  }

  @Test func losesItsDocumentWhenItFails() throws {
    try workshop.add(building: "fails")
    #expect(
      try workshop.run(["fails", "good"], on: "ab") == [
        "good 0..2", "error of fails: cannot read Latin",
        "error of fails: failed on document d; its annotations there are left out",
      ])
    #expect(try workshop.run(["fails", "good"], on: "\u{0628}") == ["fails 0..1", "good 0..1"])
  }

  @Test func losesItsDocumentWhenItsStatusIsUnknown() throws {
    try workshop.add(building: "status")
    #expect(
      try workshop.run(["status"], on: "ab")
        == ["error of status: failed on document d; its annotations there are left out"])
  }

  @Test func hasItsStringsRepairedAndItsReferencesChecked() throws {
    try workshop.add(building: "strings")
    #expect(
      try workshop.run(["strings"], on: "ab") == [
        "strings 0..1",
        "error of strings: rejected in document d: a relation to the unknown annotation 77",
        "error of strings: rejected in document d: a part \"source\" 5..500 outside the text of 2 "
          + "UTF-16 units",
        "error of strings: rejected in document d: an annotation record of 24 bytes",
      ])
  }

  @Test func readsWhatTheHostLends() throws {
    try workshop.add(
      building: "reader",
      [
        "tables": ["Data/words.tsv"], "needs": ["good"],
        "parameters": [["name": "length", "help": "h", "default": 3]],
      ])
    try workshop.write("form\n", to: "reader/Data/words.tsv")
    // Two tokens whose hash it could compute, the annotation of `good` and one more unit, the
    // parameter.
    #expect(
      try workshop.run(["reader"], on: "ab cd")
        == ["reader 0..3", "reader 0..3", "reader 0..2", "reader 3..5"])
  }
}
