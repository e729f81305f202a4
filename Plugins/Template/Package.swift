// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "WarshaPluginTemplate",
  products: [
    .library(name: "WarshaPluginTemplate", type: .dynamic, targets: ["TemplatePlugin"])
  ],
  dependencies: [.package(name: "warsha", path: "../..")],
  targets: [
    .target(
      name: "TemplatePlugin",
      dependencies: [.product(name: "WarshaPluginKit", package: "warsha")],
      path: "Sources", swiftSettings: strict),
    .testTarget(
      name: "TemplatePluginTests",
      dependencies: ["TemplatePlugin", .product(name: "WarshaTesting", package: "warsha")],
      path: "Tests", exclude: ["Cases"], swiftSettings: strict),
  ]
)
