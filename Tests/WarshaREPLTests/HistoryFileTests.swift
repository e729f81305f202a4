// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import WarshaREPL

@Suite struct HistoryFileTests {
  @Test(arguments: [
    (["WARSHA_HISTORY": "/x/h", "HOME": "/home/a"], "/x/h"),
    (["WARSHA_HISTORY": "", "HOME": "/home/a"], nil),
    (["XDG_STATE_HOME": "/state", "HOME": "/home/a"], "/state/warsha/history"),
    (["XDG_STATE_HOME": "state", "HOME": "/home/a"], "/home/a/.local/state/warsha/history"),
    (["HOME": "/home/a"], "/home/a/.local/state/warsha/history"),
    ([:], nil),
  ])
  func isWhereTheEnvironmentSays(environment: [String: String], path: String?) {
    #expect(HistoryFile.path(in: environment) == path)
  }
}
