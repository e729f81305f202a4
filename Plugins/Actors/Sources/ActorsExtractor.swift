// SPDX-License-Identifier: Apache-2.0

import WarshaKnowledge
import WarshaModel
import WarshaPluginKit

package struct ActorsExtractor: Extractor {
  package static let id = "actors"
  package static let version = "0.1.0"

  package init(_ setup: Setup) throws {}

  package mutating func extract(_ document: InputDocument, into output: inout Output) {}
}
