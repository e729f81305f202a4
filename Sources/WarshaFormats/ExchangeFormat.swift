// SPDX-License-Identifier: Apache-2.0

/// A format of other tools that annotations leave Warsha in and come in from.
///
/// `docs/formats.md` has what each holds and what it cannot.
package enum ExchangeFormat: String, Sendable, CaseIterable {
  case csv, tsv, geojson, spacy, doccano, prodigy, conll, iob2, timeml, labelstudio, webanno

  /// The writer of the format.
  package var writer: any ExchangeWriter {
    switch self {
    case .csv: DelimitedWriter(delimiter: ",")
    case .tsv: DelimitedWriter(delimiter: "\t")
    case .geojson: GeoJSONWriter()
    case .spacy: SpanLinesWriter(dialect: .spacy)
    case .doccano: SpanLinesWriter(dialect: .doccano)
    case .prodigy: SpanLinesWriter(dialect: .prodigy)
    case .conll: ConllWriter(layout: .conll2003)
    case .iob2: ConllWriter(layout: .iob2)
    case .timeml: TimeMLWriter()
    case .labelstudio: LabelStudioWriter()
    case .webanno: WebAnnoWriter()
    }
  }

  /// Extension of the files of a format that has one document a file; nil where a file holds many.
  package var fileExtension: String? {
    switch self {
    case .timeml: "tml"
    case .webanno: "tsv"
    default: nil
    }
  }

  /// Whether the id of a document is the name of its file.
  package var namesByFile: Bool { self == .webanno }

  /// Whether a file has offsets and no text: its reader must be given the texts.
  package var needsTexts: Bool { self == .csv || self == .tsv || self == .geojson }

  /// Whether other tools put labels of their own into the format; tables, maps and TimeML have ours.
  package var hasLabelsOfOthers: Bool { !needsTexts && self != .timeml }

  /// The reader of the format, with the texts for formats that hold them badly or not at all.
  package func reader(texts: KnownTexts? = nil) -> any ExchangeReader {
    switch self {
    case .csv: DelimitedReader(delimiter: ",", texts: texts)
    case .tsv: DelimitedReader(delimiter: "\t", texts: texts)
    case .geojson: GeoJSONReader(texts: texts)
    case .timeml: TimeMLReader()
    case .spacy: SpanLinesReader(dialect: .spacy)
    case .doccano: SpanLinesReader(dialect: .doccano)
    case .prodigy: SpanLinesReader(dialect: .prodigy)
    case .conll, .iob2: ConllReader()
    case .labelstudio: LabelStudioReader()
    case .webanno: WebAnnoReader(texts: texts)
    }
  }
}
