// SPDX-License-Identifier: Apache-2.0

import WarshaModel
import WarshaPluginHost
import WarshaText

/// The host's services for tests: folding of the text core, tables of a folder.
enum CoreServices {
  static func make(knowledgeFolder: String) -> HostServices {
    HostServices(
      fold: { Analyser.fold($0) },
      knowledge: { TableBytes.map("\(knowledgeFolder)/\($0)") })
  }
}
