// SPDX-License-Identifier: Apache-2.0

import WarshaModel

/// The whole contract of an extractor as one check.
///
/// ```swift
/// @Test func keepsTheContract() throws {
///   let conformance = ExtractorConformance(
///     linked: try ExtractorUnderTest(linked: [(folder, warshaPluginStars)]),
///     loaded: try ExtractorUnderTest(loaded: "stars", pluginFolders: [folder + "/.."]),
///     sample: "a text with a star in it")
///   #expect(conformance.violations() == [])
/// }
/// ```
///
/// Demanded on every hostile input: no crash; spans inside the text, on scalar boundaries and not
/// empty; layers, labels and types of the manifest; a rule; the same output twice, in whatever order
/// the documents come; the same with evidence and without; the same from the linked and the loaded
/// library. On a long text: that it stops early, without failing, when the user cancels.
public struct ExtractorConformance {
  private let subjects: [(name: String, extractor: ExtractorUnderTest)]
  private let sample: String

  /// Makes a check of one extractor, linked into the test, loaded from its library, or both.
  ///
  /// - Parameters:
  ///   - linked: The extractor as it is linked into the test.
  ///   - loaded: The extractor as a user would load it.
  ///   - sample: A text in which it finds something.
  public init(linked: ExtractorUnderTest?, loaded: ExtractorUnderTest?, sample: String) {
    subjects = [("linked", linked), ("loaded", loaded)].compactMap { name, extractor in
      extractor.map { (name, $0) }
    }
    self.sample = sample
  }

  /// Every breach of the contract; empty when there is none.
  public func violations() -> [Violation] {
    let inputs = HostileInput.all(from: sample)
    var violations = subjects.prefix(1).flatMap { manifestViolations($0.extractor.manifest) }
    var first: [AnnotationSet]?
    for (name, extractor) in subjects {
      let results = inputs.map { extractor.annotate($0.document) }
      for (input, result) in zip(inputs, results) {
        violations += OutputCheck(manifest: extractor.manifest, input: input.name)
          .violations(in: result)
      }
      if let first {
        violations += differences(
          "same result linked and \(name)", inputs, first, results, Signature.whole)
      } else {
        violations += repetition(extractor, inputs, results)
        violations += cancellation(extractor)
      }
      first = first ?? results
    }
    return violations
  }

  private func manifestViolations(_ manifest: ExtractorManifest) -> [Violation] {
    var violations: [Violation] = []
    func demand(_ isMet: Bool, _ what: String) {
      if !isMet { violations.append(Violation("a complete manifest", what)) }
    }
    demand(!manifest.layers.isEmpty, "\"layers\" is empty")
    demand(!manifest.labels.isEmpty, "\"labels\" is empty")
    demand(!manifest.summary.isEmpty, "there is no \"summary\"")
    demand(!manifest.licence.isEmpty, "there is no \"licence\"")
    for parameter in manifest.parameters {
      let low = parameter.minimum ?? -.infinity
      let high = parameter.maximum ?? .infinity
      demand(
        low <= parameter.default && parameter.default <= high,
        "the default of \"\(parameter.name)\" is outside its own range")
    }
    return violations
  }

  /// The same instance on the documents in the other order, and with evidence wanted.
  private func repetition(
    _ extractor: ExtractorUnderTest, _ inputs: [HostileInput], _ results: [AnnotationSet]
  ) -> [Violation] {
    let short = inputs.indices.filter { !inputs[$0].isLong }
    let (inputs, results) = (short.map { inputs[$0] }, short.map { results[$0] })
    let again = inputs.reversed().map { extractor.annotate($0.document) }
    let explained = inputs.map { extractor.annotate($0.document, explain: true) }
    return differences(
      "same output twice", inputs, results, again.reversed(), Signature.whole)
      + differences(
        "same output with evidence", inputs, results, explained, Signature.withoutEvidence)
  }

  private func differences(
    _ demand: String, _ inputs: [HostileInput], _ left: [AnnotationSet], _ right: [AnnotationSet],
    _ signature: (AnnotationSet) -> [String]
  ) -> [Violation] {
    inputs.indices.compactMap { index in
      let (one, other) = (signature(left[index]), signature(right[index]))
      guard
        let place = one.indices.first(where: { $0 >= other.count || one[$0] != other[$0] })
          ?? (other.count > one.count ? one.count : nil)
      else { return nil }
      return Violation(
        demand, on: inputs[index].name,
        "number \(place + 1) is \(place < one.count ? one[place] : "nothing"), "
          + "then \(place < other.count ? other[place] : "nothing")")
    }
  }

  /// Stops the extractor at several moments within a text of some thousand tokens.
  private func cancellation(_ extractor: ExtractorUnderTest) -> [Violation] {
    let text = String(repeating: sample + "\n", count: max(2, 60_000 / max(1, sample.count)))
    let counter = Cancellation(afterAsking: .max)
    let all = extractor.annotate(text, cancellation: counter).annotations
    // The host asks once before it starts the extractor.
    let start = extractor.questionsOfOthers(text) + 1
    var violations: [Violation] = []
    var stopsEarly = all.count < 20
    for quarter in 1...3 {
      let limit = start + (counter.timesAsked - start) * quarter / 4
      let result = extractor.annotate(text, cancellation: Cancellation(afterAsking: limit))
      stopsEarly = stopsEarly || result.annotations.count < all.count
      for problem in result.diagnostics where problem.severity == .error {
        violations.append(Violation("no failure when cancelled", problem.message))
      }
    }
    if !stopsEarly {
      violations.append(
        Violation(
          "an early end when cancelled",
          "it made all \(all.count) annotations; ask `isCancelled` at every sentence"))
    }
    return violations
  }
}
