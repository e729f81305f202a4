// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaFormats

struct FileNameTests {
  @Test(arguments: [
    ("race", "race"), ("سباق 1", "سباق 1"), ("a/b", "a_b"), ("../\u{301}evil", "_._\u{301}evil"),
    (".", "_"), ("..", "_."), (".hidden", "_hidden"), ("", "_"), ("a\0", "a_"),
    ("/etc/passwd", "_etc_passwd"),
  ])
  func isTheIDWhereThatCanBeAName(id: String, name: String) {
    let base = FileName.base(ofID: id, reserving: 4)
    #expect(Array(base.utf8) == Array(name.utf8))
  }

  @Test(arguments: ["a", "ح", "\u{301}", "😀"])
  func cutsWhatIsTooLongAndKeepsItApart(letter: String) {
    let room = 251 / letter.utf8.count
    let fitting = String(repeating: letter, count: room)
    #expect(FileName.base(ofID: fitting, reserving: 4) == fitting)
    let names = [1, 2, 300].map { more in
      FileName.base(ofID: fitting + String(repeating: letter, count: more), reserving: 4)
    }
    #expect(Set(names).count == 3)
    for name in names {
      #expect(name.utf8.count <= 251 && name.utf8.count > 251 - letter.utf8.count)
      #expect(name.utf8.starts(with: letter.utf8) && name.utf8.contains(UInt8(ascii: "~")))
    }
  }

  @Test(arguments: [
    ("in/a.b.tsv", "a.b"), ("a", "a"), (".hidden", ".hidden"), ("x/.tsv", ".tsv"), ("-", "-"),
  ])
  func takesFolderAndExtensionAway(path: String, stem: String) {
    #expect(FileName.stem(of: path) == stem)
  }
}
