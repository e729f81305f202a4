// SPDX-License-Identifier: Apache-2.0

/// Reads the lines of a case file one after the other.
struct CaseReader {
  private let file: String
  private var line = 0
  private var cases: [CaseFile.Case] = []
  private var current: CaseFile.Case?
  private var text: [String] = []
  private var isInText = false

  init(name: String) { file = name }

  mutating func read(_ string: String) throws {
    line += 1
    if string.hasPrefix("== ") {
      try close()
      current = CaseFile.Case(
        name: "\(file): \(string.dropFirst(3))", date: nil, text: "", expectations: [])
      isInText = true
    } else if current == nil {
      if string.isEmpty || string.hasPrefix("#") { return }
      throw fault("a case begins with \"== \" and its name")
    } else if isInText {
      readText(string)
    } else if !string.isEmpty && !string.hasPrefix("#") {
      let wanted = try expectation(string)
      current?.expectations.append(wanted)
    }
  }

  mutating func finished() throws -> [CaseFile.Case] {
    try close()
    return cases
  }

  private mutating func readText(_ string: String) {
    if string == "--" {
      isInText = false
      current?.text = text.joined(separator: "\n")
    } else if string.hasPrefix("@date "), text.isEmpty {
      current?.date = String(string.dropFirst("@date ".count))
    } else {
      text.append(string)
    }
  }

  private mutating func close() throws {
    if let current {
      if isInText { throw fault("the case before has no line \"--\" after its text") }
      cases.append(current)
    }
    text = []
  }

  private func expectation(_ string: String) throws -> CaseFile.Expectation {
    let cells = string.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard cells.count >= 2, cells.count <= 5 else {
      throw fault(
        "\(cells.count) cells; wanted are label, surface, occurrence, value and attributes, "
          + "parted by tabs")
    }
    guard let occurrence = cells.count > 2 ? Int(cells[2]) : 1, occurrence > 0 else {
      throw fault("the occurrence is \"\(cells[2])\", wanted is a number from 1")
    }
    let label = cells[0].split(separator: "/", maxSplits: 1).map(String.init)
    guard let name = label.first else { throw fault("there is no label") }
    let surface = cells[1]
    guard !surface.isEmpty, current?.text.contains(surface) == true else {
      throw fault("the text does not hold \"\(surface)\"")
    }
    var attributes: [String: String] = [:]
    for pair in (cells.count > 4 ? cells[4] : "").split(separator: ";") {
      let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2 else { throw fault("\"\(pair)\" is no key=value") }
      attributes[trimmed(sides[0])] = trimmed(sides[1])
    }
    return CaseFile.Expectation(
      label: name, type: label.count > 1 ? label[1] : nil, surface: surface,
      occurrence: occurrence, value: cells.count > 3 ? cells[3] : "", attributes: attributes)
  }

  private func trimmed(_ string: String) -> String {
    string.split(separator: " ").joined(separator: " ")
  }

  private func fault(_ what: String) -> CaseFile.Fault {
    CaseFile.Fault(description: "\(file):\(line): \(what)")
  }
}
