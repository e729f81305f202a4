// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

/// Plugins with a dynamic library: `Plugins/NAME`, target `NAMEPlugin`, product `WarshaPluginNAME`.
let swiftPlugins = ["Actors", "Claims", "Dates", "Distances", "Locations", "Numbers"]
let cPlugins = ["EchoC"]
/// Plugins whose tests have `*.case` files in `Tests/Cases`.
let pluginsWithCases = ["Dates", "Distances", "Numbers"]

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A Swift library target of the core.
func module(_ name: String, _ dependencies: [String], exclude: [String] = []) -> Target {
  .target(
    name: name, dependencies: dependencies.map { .target(name: $0) }, exclude: exclude,
    swiftSettings: strict)
}

/// A test target; `also` names products of other packages.
func tests(
  _ name: String, _ dependencies: [String], also: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies.map { .target(name: $0) } + also, exclude: exclude,
    swiftSettings: strict)
}

/// One extractor in one folder: the library and, beside it, its tests.
func plugin(_ name: String) -> [Target] {
  // Cases are data that the tests read from the checkout.
  let excluded = pluginsWithCases.contains(name) ? ["Cases"] : []
  return [
    .target(
      name: "\(name)Plugin",
      dependencies: ["CWarshaABI", "WarshaKnowledge", "WarshaModel", "WarshaPluginKit"],
      path: "Plugins/\(name)/Sources", swiftSettings: strict),
    .testTarget(
      name: "\(name)PluginTests",
      dependencies: [
        .target(name: "\(name)Plugin"), "WarshaKnowledge", "WarshaModel", "WarshaTesting",
      ],
      path: "Plugins/\(name)/Tests", exclude: excluded, swiftSettings: strict),
  ]
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")

let package = Package(
  name: "warsha",
  products: [
    .executable(name: "warsha", targets: ["warsha"]),
    // What an author outside this package needs.
    .library(
      name: "WarshaPluginKit",
      targets: ["CWarshaABI", "WarshaKnowledge", "WarshaModel", "WarshaPluginKit"]),
    .library(name: "WarshaTesting", targets: ["WarshaTesting"]),
  ]
    + (swiftPlugins + cPlugins).map {
      .library(name: "WarshaPlugin\($0)", type: .dynamic, targets: ["\($0)Plugin"])
    },
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CSystemICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .systemLibrary(
      name: "CSystemEdit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .systemLibrary(
      name: "CSystemXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CICUShim", dependencies: ["CSystemICU"]),
    .target(name: "CLineEdit", dependencies: ["CSystemEdit"]),
    .target(name: "CTerminal", path: "Tests/CTerminal"),
    .target(name: "CWarshaABI"),
    .target(name: "CXMLShim", dependencies: ["CSystemXML"]),
    module(
      "WarshaCommands",
      [
        "WarshaEvaluation", "WarshaFormats", "WarshaKnowledge", "WarshaModel", "WarshaPluginHost",
        "WarshaRendering", "WarshaStore", "WarshaText", "WarshaWorkbench",
      ]),
    module("WarshaEvaluation", ["WarshaModel"]),
    module("WarshaFormats", ["WarshaModel"]),
    module("WarshaKnowledge", ["CICUShim", "WarshaModel"], exclude: ["Data"]),
    module("WarshaModel", []),
    module("WarshaPages", ["CXMLShim", "WarshaFormats", "WarshaModel"], exclude: ["Data"]),
    module("WarshaPluginHost", ["CWarshaABI", "WarshaModel"]),
    module("WarshaPluginKit", ["CWarshaABI", "WarshaKnowledge", "WarshaModel"]),
    module(
      "WarshaREPL",
      [
        "CLineEdit", "WarshaCommands", "WarshaModel", "WarshaPluginHost", "WarshaRendering",
        "WarshaStore",
        "WarshaWorkbench",
      ]),
    module("WarshaRendering", ["WarshaEvaluation", "WarshaModel"]),
    module("WarshaStore", ["WarshaFormats", "WarshaModel"]),
    module(
      "WarshaTesting",
      ["CWarshaABI", "WarshaModel", "WarshaPluginHost", "WarshaPluginKit", "WarshaText"],
      exclude: ["Data"]),
    module("WarshaText", ["CICUShim", "WarshaModel"]),
    module(
      "WarshaWorkbench",
      [
        "WarshaEvaluation", "WarshaFormats", "WarshaKnowledge", "WarshaModel", "WarshaPages",
        "WarshaPluginHost", "WarshaStore", "WarshaText",
      ]),
    .executableTarget(
      name: "warsha", dependencies: ["WarshaCommands", "WarshaREPL"],
      swiftSettings: strict),
    // Runs the built program, which every build makes; Scripts/test builds it first.
    tests("EndToEndTests", ["CTerminal"], exclude: ["Transcripts"]),
    tests("WarshaCommandsTests", ["WarshaCommands"]),
    tests("WarshaREPLTests", ["WarshaCommands", "WarshaModel", "WarshaREPL"]),
    tests("WarshaRenderingTests", ["WarshaModel", "WarshaRendering"]),
  ]
    + swiftPlugins.flatMap(plugin)
    + cPlugins.map {
      .target(name: "\($0)Plugin", dependencies: ["CWarshaABI"], path: "Plugins/\($0)/Sources")
    }
    + [
      tests(
        "ConformanceTests",
        ["CWarshaABI", "WarshaKnowledge", "WarshaModel", "WarshaTesting"]
          + (swiftPlugins + cPlugins).map { "\($0)Plugin" }),
      tests(
        "PluginABITests",
        ["CWarshaABI", "WarshaModel", "WarshaPluginHost", "WarshaPluginKit", "WarshaTesting"],
        exclude: ["FaultyPlugins"]),
      tests("WarshaEvaluationTests", ["WarshaEvaluation", "WarshaModel"]),
      tests("WarshaFormatsTests", ["WarshaFormats", "WarshaModel"]),
      tests(
        "WarshaKnowledgeTests", ["WarshaKnowledge", "WarshaModel", "WarshaTesting", "WarshaText"]),
      tests("WarshaModelTests", ["WarshaModel", "WarshaText"]),
      tests(
        "WarshaPagesTests", ["WarshaModel", "WarshaPages", "WarshaTesting", "WarshaText"],
        exclude: ["Pages"]),
      tests("WarshaPluginHostTests", ["WarshaModel", "WarshaPluginHost", "WarshaTesting"]),
      tests("WarshaStoreTests", ["WarshaFormats", "WarshaModel", "WarshaStore"]),
      tests(
        "WarshaTestingTests",
        ["CWarshaABI", "WarshaKnowledge", "WarshaModel", "WarshaPluginKit", "WarshaTesting"]),
      tests("WarshaTextTests", ["WarshaModel", "WarshaTesting", "WarshaText"]),
      tests("WarshaWorkbenchTests", ["WarshaModel", "WarshaTesting", "WarshaWorkbench"]),
    ]
)
// Saved runs are rows; nothing outside the store sees the database.
for target in package.targets where target.name == "WarshaStore" {
  target.dependencies.append(grdb)
}
// ArgumentParser types are the commands; nothing below them sees the parser.
for target in package.targets
where ["WarshaCommands", "WarshaREPL", "warsha"].contains(target.name) {
  target.dependencies.append(argumentParser)
}
