// SPDX-License-Identifier: Apache-2.0

import CWarshaABI
import Testing
import WarshaModel

/// Contract version 1 in bytes. A field may be added at the end of a struct with a higher minor
/// version; any other change here is a new major version and breaks every plugin that exists.
struct LayoutTests {
  private func layout<T>(_ type: T.Type, _ fields: [PartialKeyPath<T>]) -> [Int] {
    fields.map { MemoryLayout<T>.offset(of: $0) ?? -1 } + [MemoryLayout<T>.size]
  }

  @Test func isVersion1() {
    #expect([WARSHA_ABI_MAJOR, WARSHA_ABI_MINOR] == [1, 0])
  }

  @Test func laysOutValues() {
    #expect(layout(warsha_string.self, [\.bytes, \.length]) == [0, 8, 16])
    #expect(
      layout(warsha_value.self, [\.kind, \.reserved, \.text, \.number]) == [0, 4, 8, 24, 32])
    #expect(layout(warsha_attribute.self, [\.key, \.value]) == [0, 16, 48])
    #expect(layout(warsha_relation.self, [\.role, \.target, \.reserved]) == [0, 16, 20, 24])
    #expect(layout(warsha_part.self, [\.role, \.start, \.end]) == [0, 16, 20, 24])
  }

  @Test func laysOutAnnotations() {
    #expect(
      layout(
        warsha_annotation.self,
        [
          \.struct_size, \.id, \.start, \.end, \.layer, \.label, \.type, \.rule, \.value,
          \.confidence, \.attributes, \.relations, \.parts, \.evidence, \.attribute_count,
          \.relation_count, \.part_count, \.evidence_count,
        ])
        == [
          0, 4, 8, 12, 16, 32, 48, 64, 80, 112, 120, 128, 136, 144, 152, 156, 160, 164, 168,
        ])
  }

  @Test func laysOutDocuments() {
    #expect(
      layout(
        warsha_document.self,
        [
          \.struct_size, \.flags, \.id, \.date, \.source, \.view, \.view_to_source, \.tokens,
          \.sentences, \.annotations, \.source_count, \.view_count, \.token_count,
          \.sentence_count, \.annotation_count, \.reserved,
        ])
        == [0, 4, 8, 24, 40, 48, 56, 64, 72, 80, 88, 92, 96, 100, 104, 108, 112])
  }

  @Test func laysOutFunctionTables() {
    #expect(
      layout(
        warsha_host.self,
        [
          \.struct_size, \.abi_major, \.abi_minor, \.parameter_count, \.context, \.parameters,
          \.table, \.fold, \.hash, \.report,
        ]) == [0, 4, 8, 12, 16, 24, 32, 40, 48, 56, 64])
    #expect(
      layout(
        warsha_sink.self,
        [\.struct_size, \.reserved, \.context, \.emit, \.diagnose, \.cancelled])
        == [0, 4, 8, 16, 24, 32, 40])
    #expect(
      layout(
        warsha_plugin.self,
        [
          \.struct_size, \.abi_major, \.abi_minor, \.reserved, \.id, \.version, \.create,
          \.process, \.destroy,
        ]) == [0, 4, 8, 12, 16, 32, 48, 56, 64, 72])
  }

  /// The array of tokens crosses the boundary without being copied.
  @Test func laysOutTokensAsTheModelDoes() {
    let contract = layout(
      warsha_token.self,
      [
        \.start, \.end, \.view_start, \.view_end, \.hash, \.kind, \.flags, \.proclitics,
        \.enclitics,
      ])
    let model = layout(
      Token.self,
      [
        \.start, \.end, \.viewStart, \.viewEnd, \.hash, \.rawKind, \.rawFlags, \.proclitics,
        \.enclitics,
      ])
    #expect(contract.dropLast() == model.dropLast())
    #expect(MemoryLayout<warsha_token>.stride == MemoryLayout<Token>.stride)
    #expect(MemoryLayout<warsha_token>.alignment == MemoryLayout<Token>.alignment)
  }

  @Test func laysOutSentencesAsTheModelDoes() {
    #expect(
      layout(warsha_sentence.self, [\.start, \.end, \.first_token, \.token_count])
        == layout(Sentence.self, [\.start, \.end, \.firstToken, \.tokenCount]))
    #expect(MemoryLayout<warsha_sentence>.stride == MemoryLayout<Sentence>.stride)
  }

  @Test func numbersKindsAndFlagsAsTheModelDoes() {
    #expect(
      [WARSHA_ARABIC, WARSHA_WORD, WARSHA_DIGITS, WARSHA_PUNCTUATION, WARSHA_SYMBOL].map { Int($0) }
        == [TokenKind.arabic, .word, .number, .punctuation, .symbol].map { Int($0.rawValue) })
    #expect(
      [
        WARSHA_GLUED, WARSHA_STARTS_PARAGRAPH, WARSHA_STARTS_SENTENCE, WARSHA_RESTORED_ALIF,
        WARSHA_HAS_MARKS, WARSHA_QUOTE,
      ].map { Int($0) }
        == [Token.Flags.glued, .startsParagraph, .startsSentence, .restoredAlif, .hasMarks, .quote]
        .map { Int($0.rawValue) })
  }
}
