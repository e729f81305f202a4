// SPDX-License-Identifier: Apache-2.0

import WarshaTesting

enum Workshop {
  /// A workshop with the C files of the contract's tests.
  static func open() throws -> PluginWorkshop {
    try PluginWorkshop(sources: Checkout.root + "/Tests/PluginABITests/FaultyPlugins")
  }
}
