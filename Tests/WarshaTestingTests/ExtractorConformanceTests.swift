// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import WarshaTesting

/// The kit sees each fault, and sees it in the right place.
@Suite(.serialized)
struct ExtractorConformanceTests {
  private let folder: String
  private let manifest = """
    {"id": "faulty", "version": "1", "abi": 1, "library": "none.so", "entry": "none",
     "summary": "s", "licence": "l", "layers": ["words"], "labels": ["Word"], "types": ["word"]}
    """

  init() throws {
    folder = NSTemporaryDirectory() + "warsha-faulty-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(manifest.utf8).write(to: URL(fileURLWithPath: folder + "/manifest.json"))
  }

  private func extractor(_ fault: Faulty.Fault) throws -> ExtractorUnderTest {
    Faulty.fault = fault
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try ExtractorUnderTest(linked: [(folder, faultyEntry)])
  }

  private func demands(_ fault: Faulty.Fault) throws -> Set<String> {
    let conformance = ExtractorConformance(
      linked: try extractor(fault), loaded: nil, sample: "one two. three four")
    return Set(conformance.violations().map(\.demand))
  }

  @Test func findsNoFaultWhereThereIsNone() throws {
    #expect(try demands(.none) == [])
  }

  @Test func seesAMemoryOfEarlierDocuments() throws {
    #expect(try demands(.forgetsNothing) == ["same output twice", "same output with evidence"])
  }

  @Test func seesAnUndeclaredType() throws {
    #expect(try demands(.undeclaredType) == ["types of the manifest"])
  }

  @Test func seesAMissingRule() throws {
    #expect(try demands(.noRule) == ["a rule"])
  }

  @Test func seesThatItNeverStops() throws {
    #expect(try demands(.neverStops) == ["an early end when cancelled"])
  }

  @Test func seesThatEvidenceChangesTheResult() throws {
    #expect(try demands(.evidenceChangesResult) == ["same output with evidence"])
  }

  @Test func seesErrors() throws {
    #expect(try demands(.throwsError).contains("no error"))
  }

  @Test func seesRejectedSpans() throws {
    #expect(try demands(.wildSpan).contains("no error"))
  }
}
