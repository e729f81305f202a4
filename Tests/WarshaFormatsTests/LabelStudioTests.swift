// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import WarshaFormats
import WarshaModel

struct LabelStudioTests {
  private func read(_ text: String) -> Imported {
    LabelStudioReader().read(Array(text.utf8), file: "in.json")
  }

  @Test func givesBackEverythingButItsOrigin() throws {
    let imported = read(ExchangeSample.text(.labelstudio))
    #expect(imported.problems.isEmpty)
    let set = try #require(imported.sets.first)
    #expect(set.document.id == "a1" && set.document.date == "2024-12-06")
    #expect(set.document.text == ExchangeSample.text)
    #expect(Sample.kept(set) == Sample.kept(ExchangeSample.set()))
    #expect(ExchangeSample.losses(.labelstudio).losses.map(\.kind) == [.origin])
  }

  @Test func keepsValuesOfAllLayers() throws {
    let set = Sample.set()
    let writer = LabelStudioWriter()
    let bytes = writer.write(set, sentences: []).bytes
    let back = try #require(LabelStudioReader().read(bytes, file: "in.json").sets.first)
    #expect(Sample.kept(back) == Sample.kept(set))
  }

  @Test func offsetsCountUTF16Units() throws {
    let json = try JSONSerialization.jsonObject(
      with: Data(ExchangeSample.text(.labelstudio).utf8))
    let task = try #require((json as? [[String: Any]])?.first)
    let prediction = (task["predictions"] as? [[String: Any]])?.first
    let result = try #require(prediction?["result"] as? [[String: Any]])
    let text = try #require((task["data"] as? [String: Any])?["text"] as? String)
    let values = result.compactMap { $0["value"] as? [String: Any] }
    #expect(values.count == 5)
    for value in values {
      let (start, end) = (value["start"] as? Int ?? 0, value["end"] as? Int ?? 0)
      #expect(String(Array(text.utf16)[start..<end]) == value["text"] as? String)
    }
  }

  @Test func readsWhatPeopleMade() {
    func task(_ start: Int, _ more: String = "") -> String {
      #"{"id":5,"data":{"text":"😀 حمص"},"annotations":[{"was_cancelled":true,"result":[]},"#
        + #"{"result":[{"id":"x","type":"labels","from_name":"l","to_name":"t","#
        + #""value":{"start":\#(start),"end":\#(start + 3),"text":"حمص","labels":["LOC"]}}\#(more)]}]}"#
    }
    let imported = read("[\(task(3))]")
    #expect(imported.sets.map(ExchangeSample.spans) == [["LOC 3 حمص"]])
    #expect(imported.sets.map(\.document.id) == ["5"])
    #expect(
      read("[\(task(2))]").problems.map(\.description) == [
        "in.json:1: LOC at 2..<5 says \"حمص\" but the text has \" حم\". It fits if "
          + "offsets count code points, not UTF-16 units. Convert them."
      ])
    let loose = #",{"type":"relation","from_id":"x","to_id":"y","labels":["near"]}"#
    #expect(read("[\(task(3, loose))]").sets.map(\.annotations.count) == [1])
    #expect(read("[\n{]").problems.map(\.line) == [2])
  }
}

extension String {
  fileprivate init(_ units: ArraySlice<UInt16>) { self.init(decoding: units, as: UTF16.self) }
}
