// SPDX-License-Identifier: Apache-2.0

/// brat standoff files, as ANNOTATION "On disk" describes them.
package enum Brat {
  /// What a problem in a file does.
  package enum Mode: Sendable {
    /// Any problem fails the file.
    case strict
    /// The rest of the file loads; problems become diagnostics.
    case lenient
  }

  /// Labels that are only parts of a claim.
  package static let claimSpans: Set<String> = ["Cue", "Source", "Content"]

  /// The layer of a label: `Location` → `locations`.
  package static func layer(ofLabel label: String) -> String { label.lowercased() + "s" }

  /// The label of a layer: `locations` → `Location`.
  package static func label(ofLayer layer: String) -> String {
    capitalised(layer.hasSuffix("s") ? String(layer.dropLast()) : layer)
  }

  /// Key of the note that holds the value of a layer's annotations.
  package static func valueKey(ofLayer layer: String) -> String {
    switch layer {
    case "locations": "geo"
    case "actors": "canonical"
    case "distances": "metres"
    default: "value"
    }
  }

  /// Name of a relation's line: `from` → `MeasuredFrom`; other roles stay as they are.
  static func linkType(ofRole role: String) -> String {
    role == "from" || role == "to" ? "Measured" + capitalised(role) : role
  }

  /// Role of a relation's line: `MeasuredFrom` → `from`; other names stay as they are.
  static func role(ofLinkType type: String) -> String {
    type == "MeasuredFrom" ? "from" : type == "MeasuredTo" ? "to" : type
  }

  /// The quoted text of a span: line breaks, which a line cannot hold, become blanks.
  static func quoted(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      scalars.append(scalar == "\n" || scalar == "\r" ? " " : scalar)
    }
    return String(scalars)
  }

  static func capitalised(_ name: String) -> String {
    name.prefix(1).uppercased() + name.dropFirst()
  }
  static func uncapitalised(_ name: String) -> String {
    name.prefix(1).lowercased() + name.dropFirst()
  }
}
