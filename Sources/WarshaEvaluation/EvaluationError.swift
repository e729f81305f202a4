// SPDX-License-Identifier: Apache-2.0

/// An evaluation that cannot be done as asked.
package enum EvaluationError: Error, Equatable, CustomStringConvertible {
  /// No document has gold annotations.
  case nothingToScore(documents: Int)
  /// Two cases have one id.
  case repeatedDocument(id: String)
  /// Prediction and gold are about different texts, so that offsets mean nothing.
  case differentText(document: String, name: String)
  /// A threshold that is not KEY=NUMBER.
  case malformedThreshold(String)
  /// A figure that the report does not have.
  case unknownFigure(key: String, near: [String])

  /// What happened, where, what to do.
  package var description: String {
    switch self {
    case .nothingToScore(let documents):
      return "none of \(documents) documents has gold annotations. Name a corpus with NAME.ann "
        + "beside NAME.txt."
    case .repeatedDocument(let id):
      return "document \"\(id)\" comes twice. Give each document an id of its own."
    case .differentText(let document, let name):
      return "document \"\(document)\": \(name) was made on another text than gold. Run the "
        + "extractors again on the text of the corpus."
    case .malformedThreshold(let text):
      return "threshold \"\(text)\" is not KEY=NUMBER, e.g. locations.strict.f1=0.9."
    case .unknownFigure(let key, let near):
      let hint =
        near.isEmpty
        ? " A key is LAYER.COUNT.p|r|f1 or LAYER.RATE.acc, e.g. dates.value.acc."
        : " Near: \(near.joined(separator: ", "))."
      return "no figure \"\(key)\".\(hint)"
    }
  }
}
