// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite struct GazetteerTests {
  private func message(appending row: String) throws -> String {
    let knowledge = try Fixture.knowledge(appending: row, to: "syria.tsv")
    defer { try? FileManager.default.removeItem(atPath: knowledge) }
    do {
      _ = try Fixture.extractor(knowledge: knowledge)
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  private func lineCount() throws -> Int {
    try String(contentsOfFile: "\(Fixture.knowledge)/gazetteer/syria.tsv", encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).count
  }

  @Test func namesFileAndLineOfAnUnknownKind() throws {
    let error = try message(appending: "x-1\tسين\t\ttwon\tSY\t\t\t\t1\tfree\t")
    #expect(error.contains("syria.tsv:\(try lineCount()): there is no kind \"twon\""))
    #expect(error.contains("Did you mean \"town\"?"))
  }

  @Test func refusesCoordinatesOutOfRange() throws {
    let error = try message(appending: "x-1\tسين\t\ttown\tSY\t\t91\t36\t1\tfree\t")
    #expect(error.contains("\"91\", \"36\" are no degrees north and east"))
  }

  @Test func refusesAnIdOfAnotherRow() throws {
    let error = try message(appending: "sy-daraa\tسين\t\ttown\tSY\t\t33\t36\t1\tfree\t")
    #expect(error.contains("the id \"sy-daraa\" is that of"))
  }
}
