// SPDX-License-Identifier: Apache-2.0

/// The documents, sentences and tagged tokens of a file of columns.
struct ConllLines {
  /// A token and its tag.
  struct Token {
    var form: String
    /// `B`, `I`, or nil outside every span.
    var prefix: String?
    /// What the tag says after the prefix; nil outside every span.
    var label: String?
    /// Offsets in code points, where the file has them.
    var start: Int?
    var end: Int?
    /// Whether the next token follows without a blank.
    var isGlued = false
    var line: Int

    /// Whether the token belongs to the span of the one before it in its sentence.
    func goesOn(from last: Token?) -> Bool {
      label != nil && prefix == "I" && last?.label == label
    }
  }

  /// A document of the file.
  struct Document {
    var id: String
    var date: String?
    var sentences: [[Token]] = []
    /// Whether a document before has the id; then it is none.
    var isRepeated = false
  }

  private let file: String
  private(set) var problems: [FormatError] = []
  private var finished: [Document] = []
  private var current: Document?
  private var sentence: [Token] = []
  private var ids: IDLines

  init(file: String) {
    self.file = file
    ids = IDLines(file: file)
  }

  /// The documents read so far; one without a token is none.
  var documents: [Document] {
    var last = current
    if !sentence.isEmpty { last?.sentences.append(sentence) }
    return finished + [last].compactMap(\.self).filter { !$0.sentences.isEmpty && !$0.isRepeated }
  }

  /// Adds the next line.
  mutating func add(_ line: String, _ number: Int) {
    if line.unicodeScalars.allSatisfy({ $0 == " " || $0 == "\t" }) {
      endSentence()
    } else if line.hasPrefix("-DOCSTART-") {
      begin(id: nil)
    } else if Self.isComment(line) {
      comment(line, number)
    } else {
      token(line, number)
    }
  }

  /// Whether a line is `# text = …` or another remark; `# -X- _ O` is the token `#`.
  private static func isComment(_ line: String) -> Bool {
    if line.hasPrefix("# text = ") { return true }
    guard line.hasPrefix("# "), !line.unicodeScalars.contains("\t") else { return false }
    let last = line.unicodeScalars.split(separator: " ").last.map { String($0) } ?? ""
    let isTagged = last == "O" || last.hasPrefix("B-") || last.hasPrefix("I-")
    return !isTagged || line.contains(" = ")
  }

  private mutating func comment(_ line: String, _ number: Int) {
    let newDocument = "# newdoc id = "
    let date = "# date = "
    if line.hasPrefix(newDocument) {
      let id = String(line.dropFirst(newDocument.count))
      begin(id: id)
      if let repeated = ids.use(id, number) {
        problems.append(repeated)
        current?.isRepeated = true
      }
    } else if line.hasPrefix(date) {
      if current == nil { begin(id: nil) }
      current?.date = String(line.dropFirst(date.count))
    }
  }

  private mutating func token(_ line: String, _ number: Int) {
    let separator: Unicode.Scalar = line.unicodeScalars.contains("\t") ? "\t" : " "
    let columns = line.unicodeScalars.split(separator: separator).map { String($0) }
    var token = Token(form: columns[0], line: number)
    var tagColumn = columns.count - 1
    if columns.count > 2, columns[tagColumn].hasPrefix("start_char=") {
      note(columns[tagColumn], &token)
      tagColumn -= 1
    }
    guard tagColumn > 0 else {
      return problem(number, "a line is a token and its tag, e.g. \"\(columns[0]) O\".")
    }
    let tag = columns[tagColumn]
    if tag != "O" {
      let parts = tag.split(separator: "-", maxSplits: 1).map(String.init)
      if parts.count == 2, parts[0] == "B" || parts[0] == "I" {
        (token.prefix, token.label) = (parts[0], parts[1])
      } else {
        problem(number, "\"\(tag)\" is no IOB tag: write O, B-Location or I-Location.")
      }
    }
    if current == nil { begin(id: nil) }
    sentence.append(token)
  }

  /// `start_char=5|end_char=9|SpaceAfter=No`
  private func note(_ column: String, _ token: inout Token) {
    for pair in column.split(separator: "|") {
      let sides = pair.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else { continue }
      switch sides[0] {
      // An offset of more than 31 bits is none.
      case "start_char": token.start = Int32(sides[1]).map(Int.init)
      case "end_char": token.end = Int32(sides[1]).map(Int.init)
      case "SpaceAfter": token.isGlued = sides[1] == "No"
      default: break
      }
    }
  }

  private mutating func begin(id: String?) {
    endSentence()
    if let current, !current.sentences.isEmpty { finished.append(current) }
    current = Document(id: id ?? "document-\(finished.count + 1)")
  }

  private mutating func endSentence() {
    if !sentence.isEmpty { current?.sentences.append(sentence) }
    sentence = []
  }

  private mutating func problem(_ line: Int, _ reason: String) {
    problems.append(FormatError(file: file, line: line, reason))
  }
}
