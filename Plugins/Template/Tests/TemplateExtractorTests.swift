// SPDX-License-Identifier: Apache-2.0

import TemplatePlugin
import Testing
import WarshaTesting

struct TemplateExtractorTests {
  private static let folder = Checkout.folder(above: #filePath, levels: 2)

  private let linked: ExtractorUnderTest

  init() throws {
    linked = try ExtractorUnderTest(linked: [(Self.folder, warshaPluginTemplate)])
  }

  @Test(arguments: try CaseFile.all(in: folder + "/Tests/Cases").flatMap(\.cases))
  func findsWhatTheCaseSays(_ example: CaseFile.Case) {
    #expect(example.violations(of: linked) == [])
  }

  @Test func findsTheSameHoweverItIsSpelled() throws {
    let texts = try CaseFile.all(in: Self.folder + "/Tests/Cases").flatMap(\.cases).map(\.text)
    #expect(MutationCheck().violations(of: linked, on: texts) == [])
  }

  @Test func keepsTheContract() throws {
    let loaded = try ExtractorUnderTest(
      loaded: "template", pluginFolders: [Checkout.folder(above: #filePath, levels: 3)])
    let conformance = ExtractorConformance(
      linked: linked, loaded: loaded, sample: try Checkout.sample())
    #expect(conformance.violations() == [])
  }
}
