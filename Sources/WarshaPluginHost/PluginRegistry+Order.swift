// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// In which order extractors run: those that others need or read stand before them.
extension PluginRegistry {
  /// An extractor after all that it needs.
  func order(of id: String) throws(PluginError) -> [String] {
    var order: [String] = []
    var open: [String] = []
    try visit(id, among: [], &order, &open)
    return order
  }

  /// Extractors and all that they need; those that read the layers of others stand behind them.
  func order(of ids: [String]) throws(PluginError) -> [String] {
    var among: Set<String> = []
    for id in ids { among.formUnion(try order(of: id)) }
    var order: [String] = []
    var open: [String] = []
    for id in ids { try visit(id, among: among, &order, &open) }
    return order
  }

  private func visit(
    _ id: String, among: Set<String>, _ order: inout [String], _ open: inout [String]
  ) throws(PluginError) {
    if order.contains(id) { return }
    if open.contains(id) {
      throw PluginError(
        .circularNeeds, plugin: id,
        "its needs lead back to itself: \((open + [id]).joined(separator: " → "))")
    }
    open.append(id)
    for layer in entries[try index(of: id)].source.manifest.needs {
      guard
        let maker = entries.first(where: {
          !$0.isUnloaded && $0.source.manifest.layers.contains(layer)
        })
      else {
        throw PluginError(
          .missingNeed, plugin: id, "needs the layer \"\(layer)\", which no loaded plugin makes")
      }
      try visit(maker.source.manifest.id, among: among, &order, &open)
    }
    for layer in entries[try index(of: id)].source.manifest.reads {
      for maker in entries.map(\.source.manifest)
      where maker.layers.contains(layer) && among.contains(maker.id) && maker.id != id {
        try visit(maker.id, among: among, &order, &open)
      }
    }
    open.removeLast()
    order.append(id)
  }
}
