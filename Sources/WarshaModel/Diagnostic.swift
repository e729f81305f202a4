// SPDX-License-Identifier: Apache-2.0

/// Something worth saying about a document, a plugin or a run, as a value.
public struct Diagnostic: Sendable, Equatable {
  /// How bad it is.
  public enum Severity: String, Sendable, Comparable {
    case note, warning, error

    private var rank: Int { self == .note ? 0 : self == .warning ? 1 : 2 }
    /// Milder first.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
  }

  /// How bad it is.
  public var severity: Severity
  /// Who says so: an extractor's id, `host`, `decoder`.
  public var origin: String
  /// What happened, where, what to do.
  public var message: String
  /// Where in the text, when it is about a place in one.
  public var range: TextRange?

  /// Makes a diagnostic.
  public init(
    _ severity: Severity, origin: String, _ message: String, at range: TextRange? = nil
  ) {
    self.severity = severity
    self.origin = origin
    self.message = message
    self.range = range
  }
}
