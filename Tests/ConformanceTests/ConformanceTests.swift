// SPDX-License-Identifier: Apache-2.0

import ActorsPlugin
import ClaimsPlugin
import DatesPlugin
import DistancesPlugin
import EchoCPlugin
import Foundation
import LocationsPlugin
import Testing
import WarshaKnowledge
import WarshaTesting

/// Every plugin that comes with Warsha keeps the contract, linked into the test and loaded as users
/// load it.
struct ConformanceTests {
  /// A plugin with all that it needs in front of it.
  enum Subject: String, CaseIterable {
    case actors, claims, dates, distances, echo, locations

    var linked: [ExtractorUnderTest.Linked] {
      let actors = (Checkout.plugins + "/Actors", warshaPluginActors)
      let locations = (Checkout.plugins + "/Locations", warshaPluginLocations)
      return switch self {
      case .actors: [actors]
      case .claims: [actors, (Checkout.plugins + "/Claims", warshaPluginClaims)]
      case .dates: [(Checkout.plugins + "/Dates", warshaPluginDates)]
      case .distances:
        [actors, locations, (Checkout.plugins + "/Distances", warshaPluginDistances)]
      case .echo: [(Checkout.plugins + "/EchoC", warsha_plugin_echo)]
      case .locations: [actors, locations]
      }
    }
  }

  @Test(arguments: Subject.allCases)
  func keepsTheContract(_ subject: Subject) throws {
    let conformance = ExtractorConformance(
      linked: try ExtractorUnderTest(linked: subject.linked),
      loaded: try ExtractorUnderTest(loaded: subject.rawValue), sample: try Checkout.sample())
    #expect(conformance.violations() == [])
  }

  @Test(arguments: Subject.allCases)
  func findsTheSameHoweverItIsSpelled(_ subject: Subject) throws {
    let extractor = try ExtractorUnderTest(linked: subject.linked)
    let paragraphs = try Checkout.sample().split(separator: "\n").map(String.init)
    #expect(MutationCheck().violations(of: extractor, on: paragraphs, date: "2024-12-06") == [])
  }

  @Test func keepsTheContractWithAnImportedGazetteer() throws {
    // Every word of the sample is the name of a place, and so is every pair of words.
    let words = try Checkout.sample().split { !$0.isLetter }.map(String.init)
    let names = Set(words + zip(words, words.dropFirst()).map { "\($0) \($1)" }).sorted()
    let records = names.enumerated().map { index, name in
      var record = PlaceRecord(id: "x:\(index)", name: name, kind: index % 3 == 0 ? .city : .admin2)
      record.population = index % 2 == 0 ? 500_000 : nil
      record.admin = "\(index % 7)"
      record.coordinates = PlaceRecord.Coordinates(latitude: Double(index % 60), longitude: 30)
      return record
    }
    let bytes = try GazetteerWriter(folding: Folding(CoreFolding.fold)).bytes(
      title: "all", of: records, sources: ["sample"])
    let path = NSTemporaryDirectory() + "warsha-\(UUID().uuidString).gazetteer"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let conformance = ExtractorConformance(
      linked: try ExtractorUnderTest(linked: Subject.locations.linked, gazetteers: [path]),
      loaded: try ExtractorUnderTest(loaded: "locations", gazetteers: [path]),
      sample: try Checkout.sample())
    #expect(conformance.violations() == [])
  }
}
