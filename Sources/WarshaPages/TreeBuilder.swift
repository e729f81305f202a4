// SPDX-License-Identifier: Apache-2.0

import CXMLShim

/// Makes a `PageTree` of what libxml2 tells.
final class TreeBuilder {
  /// As browsers have it; deeper is a mistake of the page.
  private static let deepest = 512
  /// Longer values are none that names a class or a date.
  private static let longestValue = 1 << 16

  private var tree = PageTree()
  private var open: [Int] = []
  private var kinds: [String: PageTree.Node] = [:]
  private let words: PageWords

  private init(words: PageWords) { self.words = words }

  /// Reads a page of UTF-8.
  ///
  /// - Returns: The page, and whether it was so deep that its end was left out.
  static func read(_ page: [UInt8], words: PageWords) -> (tree: PageTree, isCut: Bool) {
    let builder = TreeBuilder(words: words)
    var events = warsha_html_events(
      context: Unmanaged.passUnretained(builder).toOpaque(),
      open: { context, name, attributes in
        TreeBuilder.of(context)?.begin(name, attributes) == false ? 0 : 1
      },
      close: { context in TreeBuilder.of(context)?.close() },
      text: { context, bytes, count in
        TreeBuilder.of(context)?.add(bytes, Int(count))
      })
    let status = page.withUnsafeBytes { bytes in
      withExtendedLifetime(builder) {
        warsha_html_read(
          bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count),
          &events)
      }
    }
    builder.closeAll()
    return (builder.tree, status != Int32(WARSHA_HTML_READ))
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> TreeBuilder? {
    context.map { Unmanaged<TreeBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  /// False when the page is too deep here.
  private func begin(
    _ name: UnsafePointer<CChar>?, _ values: UnsafePointer<UnsafePointer<CChar>?>?
  ) -> Bool {
    guard let name else { return true }
    var node = kind(of: String(cString: name))
    node.parent = Int32(open.last ?? -1)
    open.append(tree.add(node, attributes: attributes(values)))
    if open.count <= Self.deepest { return true }
    closeAll()
    return false
  }

  private func close() {
    if let last = open.popLast() { tree.end(last) }
  }

  private func closeAll() {
    while !open.isEmpty { close() }
  }

  private func add(_ bytes: UnsafePointer<CChar>?, _ count: Int) {
    guard let bytes, count > 0 else { return }
    bytes.withMemoryRebound(to: UInt8.self, capacity: count) {
      tree.add(
        text: UnsafeBufferPointer(start: $0, count: count), in: Int32(open.last ?? -1))
    }
  }

  /// A node of an element's name; found once for each name.
  private func kind(of name: String) -> PageTree.Node {
    if let known = kinds[name] { return known }
    let node = PageTree.Node(
      element: .named(name), isVoid: words.voidElements.contains(name),
      isPart: words.partElements.contains(name), parent: -1)
    kinds[name] = node
    return node
  }

  private func attributes(
    _ values: UnsafePointer<UnsafePointer<CChar>?>?
  ) -> [(name: PageAttribute, value: String)] {
    guard let values else { return [] }
    var found: [(name: PageAttribute, value: String)] = []
    var next = 0
    while let name = values[next] {
      if let attribute = PageAttribute.named(String(cString: name)) {
        found.append((attribute, Self.value(values[next + 1])))
      }
      next += 2
    }
    return found
  }

  private static func value(_ bytes: UnsafePointer<CChar>?) -> String {
    guard let bytes else { return "" }
    var count = 0
    while count < longestValue && bytes[count] != 0 { count += 1 }
    return bytes.withMemoryRebound(to: UInt8.self, capacity: count) {
      String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
    }
  }
}
