// SPDX-License-Identifier: Apache-2.0

import CWarshaABI
import WarshaModel

/// Where an extractor puts what it finds in one document.
public struct Output {
  private let sink: UnsafePointer<warsha_sink>
  private var scratch = EmitBuffer()
  /// Whether the user wants to know how annotations come about: fill `evidence` then.
  public let wantsEvidence: Bool

  init(_ sink: UnsafePointer<warsha_sink>, wantsEvidence: Bool) {
    self.sink = sink
    self.wantsEvidence = wantsEvidence
  }

  /// Whether the user has asked to stop; worth asking every few hundred tokens.
  public var isCancelled: Bool {
    (sink.pointee.cancelled?(sink.pointee.context) ?? 0) != 0
  }

  /// Gives an annotation to the host, which checks and copies it.
  ///
  /// `id`, `extractor` and `version` are the host's business and are ignored. Targets of relations
  /// are ids of earlier annotations.
  ///
  /// - Returns: The annotation's id, or nil when the host refused it.
  @discardableResult
  public mutating func emit(_ annotation: Annotation) -> Int? {
    let id = scratch.with(annotation) { record in
      sink.pointee.emit?(sink.pointee.context, record) ?? 0
    }
    return id == 0 ? nil : Int(id)
  }

  /// Says something about the document or a place in it.
  public func diagnose(
    _ severity: Diagnostic.Severity, _ message: String, at range: TextRange? = nil
  ) {
    let level =
      severity == .error ? WARSHA_ERROR : severity == .warning ? WARSHA_WARNING : WARSHA_NOTE
    var message = message
    message.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { chars in
        sink.pointee.diagnose?(
          sink.pointee.context, Int32(level), UInt32(range?.start ?? 0), UInt32(range?.end ?? 0),
          warsha_string(bytes: chars.baseAddress, length: chars.count))
      }
    }
  }
}
