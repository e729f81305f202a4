// SPDX-License-Identifier: Apache-2.0

import WarshaFormats
import WarshaModel
import WarshaStore
import WarshaText

/// What commands name as input, turned into documents.
package enum Inputs {
  /// Decodes the bytes of a file.
  package static let decode: Corpus.Decoder = { bytes, _ in
    let result = TextDecoder.decode(bytes)
    return (result.text, result.diagnostics)
  }

  /// The documents of all inputs, in their order, with `date` where they have none of their own.
  ///
  /// - Returns: The documents, and the lines that could not be read.
  /// - Throws: `StoreError` of the first input that cannot be read at all.
  package static func documents(
    _ inputs: [String], date: String?
  ) throws -> InputReader.Result {
    let reader = InputReader(decode: decode)
    var all = InputReader.Result()
    for input in inputs {
      let read = try reader.read(input)
      all.documents += read.documents
      all.problems += read.problems
    }
    if let date {
      for i in all.documents.indices where all.documents[i].date == nil {
        all.documents[i].date = date
      }
    }
    return all
  }
}
