// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel

/// Outputs of extractors, taken out of one run and put into another.
struct OutputSequenceTests {
  private func annotation(_ extractor: String, _ start: Int) -> Annotation {
    Annotation(
      layer: extractor, label: "X", type: "t", range: TextRange(start, start + 1),
      extractor: extractor)
  }

  /// Places 10 and 20, and a distance that leads to the second.
  private func run() -> OutputSequence {
    var sequence = OutputSequence()
    sequence.begin("places")
    _ = sequence.append(annotation("places", 10))
    let target = sequence.append(annotation("places", 20))
    sequence.begin("distances")
    var distance = annotation("distances", 15)
    distance.relations = [Relation("from", target: target)]
    _ = sequence.append(distance)
    return sequence
  }

  @Test func anOutputDoesNotDependOnWhatStandsBesideIt() {
    let output = run().currentOutput(diagnostics: [])
    #expect(
      output
        == ExtractorOutput(
          annotations: [annotation("distances", 15)],
          links: [.init(annotation: 0, role: "from", extractor: "places", target: 1)]))
  }

  @Test func linksFindTheirTargetsBesideOtherOutputs() {
    var sequence = OutputSequence()
    sequence.append(ExtractorOutput(annotations: [annotation("actors", 3)]), of: "actors")
    sequence.append(
      ExtractorOutput(annotations: [annotation("places", 10), annotation("places", 20)]),
      of: "places")
    sequence.append(run().currentOutput(diagnostics: []), of: "distances")
    #expect(sequence.annotations.map(\.id) == [1, 2, 3, 4])
    #expect(sequence.annotations[3].relations == [Relation("from", target: 3)])
  }

  @Test func aLinkToWhatIsNotThereIsDropped() {
    var sequence = OutputSequence()
    sequence.append(run().currentOutput(diagnostics: []), of: "distances")
    #expect(sequence.annotations == [withID(1, annotation("distances", 15))])
  }

  @Test func whatIsNotWantedStaysWhenARelationLeadsToIt() {
    #expect(run().annotations(of: ["distances"]).map(\.range.start) == [20, 15])
  }

  @Test func aDroppedExtractorLeavesTheOthers() {
    var sequence = run()
    sequence.dropCurrent()
    #expect(sequence.annotations.map(\.range.start) == [10, 20])
    #expect(sequence.currentCount == 0)
  }

  private func withID(_ id: Int, _ annotation: Annotation) -> Annotation {
    var annotation = annotation
    annotation.id = id
    return annotation
  }
}
