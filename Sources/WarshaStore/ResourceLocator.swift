// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Finds what Warsha reads at run time: plugins, tables, the annotated corpus.
///
/// In order: the path that the user gave, the environment variable, `share/warsha` of the
/// installation the executable belongs to, the checkout it was built in. What the user gave counts
/// even when it is wrong: it is an error then, never a reason to take something else. The current
/// directory plays no part.
package struct ResourceLocator: Sendable {
  /// A kind of resource.
  package enum Resource: String, Sendable, CaseIterable {
    case plugins, knowledge, pages, corpus

    /// Environment variable that names its folder.
    package var variable: String { "WARSHA_" + rawValue.uppercased() }
    /// Folder below the checkout.
    var checkoutFolder: String {
      switch self {
      case .plugins: "Plugins"
      case .knowledge: "Sources/WarshaKnowledge/Data"
      case .pages: "Sources/WarshaPages/Data"
      case .corpus: "Corpus"
      }
    }
    /// Folder below `PREFIX/share/warsha`.
    var installedFolder: String {
      switch self {
      case .plugins: "Plugins"
      case .knowledge: "Knowledge"
      case .pages: "Pages"
      case .corpus: "Corpus"
      }
    }
  }

  /// Path of the running executable, links resolved; nil when the system does not tell.
  package let executable: String?
  private let environment: [String: String]

  /// Makes a locator for an executable.
  package init(executable: String?, environment: [String: String]) {
    self.executable = executable
    self.environment = environment
  }

  /// The locator of this process.
  package static func ofProcess() -> ResourceLocator {
    let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return ResourceLocator(
      executable: path, environment: ProcessInfo.processInfo.environment)
  }

  /// The folder of a resource.
  ///
  /// Throws `noResource` with the places tried.
  ///
  /// `explicit` is the path of an option; nil when none was given.
  package func folder(
    of resource: Resource, explicit: String? = nil
  ) throws(StoreError) -> String {
    let set = environment[resource.variable].flatMap { $0.isEmpty ? nil : $0 }
    let places: [(path: String, reason: String)]
    if let explicit {
      places = [(explicit, "as given")]
    } else if let set {
      places = [(set, "from \(resource.variable)")]
    } else {
      places = self.places(beside: resource)
    }
    if let found = places.first(where: { Files.isFolder($0.path) }) { return found.path }
    let remedy =
      explicit != nil || set != nil
      ? "Give the path of a folder that exists, or none to use the one that Warsha came with."
      : "Give its path as an option or in \(resource.variable), or install Warsha whole."
    throw .noResource(
      name: "\(resource.rawValue) folder", tried: places.map { "\($0.path) (\($0.reason))" },
      remedy: remedy)
  }

  /// The places of a resource that follow from where the executable is.
  private func places(beside resource: Resource) -> [(path: String, reason: String)] {
    guard let executable else {
      return [("/proc/self/exe", "the system does not say where the executable is")]
    }
    let binaries = Files.folder(of: executable)
    let prefix = Files.folder(of: binaries)
    var places = [
      (
        Files.join(prefix, "share/warsha/" + resource.installedFolder),
        "installed beside \(executable)"
      )
    ]
    if let checkout = checkout(above: binaries) {
      places.append((Files.join(checkout, resource.checkoutFolder), "checkout"))
    } else {
      places.append(("a folder above \(binaries) with Package.swift and Plugins", "checkout"))
    }
    return places
  }

  /// The nearest ancestor of a folder, or the folder, that is a checkout of Warsha.
  private func checkout(above folder: String) -> String? {
    var place = folder
    while true {
      if Files.isFile(Files.join(place, "Package.swift")),
        Files.isFolder(Files.join(place, "Plugins"))
      {
        return place
      }
      if place == "/" || place == "." { return nil }
      place = Files.folder(of: place)
    }
  }
}
