// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import WarshaKnowledge
import WarshaModel
import WarshaRendering
import WarshaStore
import WarshaWorkbench

/// Places: import, list, search.
struct GazetteerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gazetteer",
    abstract: "Import, list and search gazetteers of places.",
    discussion: """
      Imported gazetteers are used by the locations extractor beside Warsha's own tables, all of them
      unless --gazetteer before the verb or WARSHA_GAZETTEER names others, or none.

      Examples:
        gazetteer import SY.txt IQ.txt --name levant
        gazetteer list
        gazetteer search \(SearchGazetteer.example)
      """,
    subcommands: [ImportGazetteer.self, ListGazetteers.self, SearchGazetteer.self],
    defaultSubcommand: ListGazetteers.self)
}

/// Reads files into a gazetteer.
struct ImportGazetteer: Verb {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read dumps of GeoNames, P-code tables or plain tables into a gazetteer.",
    discussion: """
      geonames  19 columns parted by tabs, no header; the Arabic among the alternate names are read
      pcodes    comma-separated, with admin1Name_ar, admin1Pcode and so on, as UN OCHA gives them
      tsv       parted by tabs, a header with name and any of variants (a|b), kind, country, admin
                (a/b), lat, lon, population, id

      What cannot be read is left out and told with its line; the exit status is then 1. A gazetteer
      of the same name is replaced when the new one is whole.

      Examples:
        gazetteer import cities5000.txt
        gazetteer import SYR_pcodes.csv IRQ_pcodes.csv --name units
        gazetteer import villages.tsv --out villages.gazetteer
      """)

  @Argument(help: ArgumentHelp("Files to read.", valueName: "path"))
  var files: [String]

  @Option(help: "geonames, pcodes or tsv; seen from the content when left out.")
  var format: ImportedFile.Format?

  @Option(
    help: ArgumentHelp(
      "Name of the gazetteer; that of the first file when left out.", valueName: "name"))
  var name: String?

  @Option(
    help: ArgumentHelp(
      "File to write instead of one in the user's data folder.", valueName: "path"))
  var out: String?

  @Flag(name: .shortAndLong, help: "Tell every line that was left out.")
  var verbose = false

  func validate() throws {
    if let name, name.isEmpty || name.hasPrefix(".") || name.contains("/") || name == "none" {
      throw ValidationError("--name \"\(name)\" is no name; give a word such as levant.")
    }
  }

  func run(in session: Session) throws {
    let folders = session.workbench.folders
    let stem = Files.lastComponent(of: files[0]).split(separator: ".").first.map(String.init)
    let name = name ?? out.map(GazetteerFiles.name) ?? stem ?? "places"
    guard let path = out ?? folders.gazetteers.path(of: name) else {
      throw CommandFailure(
        .usage, "there is no data folder. Set WARSHA_DATA or HOME, or name a file with --out.")
    }
    let desk = GazetteerDesk(folders)
    let read = try desk.read(
      files, format: format, keepsAll: verbose, cancellation: session.cancellation)
    if session.cancellation.isCancelled { return }  // nothing was written
    report(read, to: session)
    if read.records.isEmpty {
      throw CommandFailure(.data, "no place was read; \(path) was not written.")
    }
    let made = try desk.write(read, as: name, to: path)
    try session.console.write(
      "\(name): \(counted(made.placeCount, "place")), \(counted(made.nameCount, "name")), "
        + "\(made.size) bytes in \(path)\n")
    if read.leftOut > 0 {
      throw CommandFailure(.data, "\(counted(read.leftOut, "line")) left out")
    }
  }

  /// Tells what was left out: counts by reason, the first lines of each.
  private func report(_ read: PlaceImport, to session: Session) {
    for remark in read.remarks { session.console.remark("note: \(remark)") }
    if read.nameless > 0 {
      session.console.remark(
        "note: \(counted(read.nameless, "row")) without a name in Arabic passed over")
    }
    for reason in read.counts.keys.sorted() {
      session.console.remark("left out, \(reason.rawValue): \(read.counts[reason, default: 0])")
      let problems = read.problems.filter { $0.reason == reason }
      for problem in problems { session.console.remark("  \(problem)") }
      if read.counts[reason, default: 0] > problems.count {
        session.console.remark("  … all of them with -v")
      }
    }
  }
}

extension ImportedFile.Format: ExpressibleByArgument {}

/// Lists the imported gazetteers.
struct ListGazetteers: Verb {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the imported gazetteers and which are in use.",
    discussion: "Example: gazetteer list")

  func run(in session: Session) throws {
    let files = session.workbench.folders.gazetteers
    var table = TextTable([
      .init("name"), .init("used"), .init("places", .right), .init("names", .right),
      .init("bytes", .right), .init("from"), .init("path"),
    ])
    let used = Set(files.paths)
    var damaged = 0
    for path in files.all {
      let name = GazetteerFiles.name(of: path)
      do {
        let made = try GazetteerDesk(session.workbench.folders).open(path)
        table.rows.append([
          .init(name), .init(used.contains(path) ? "yes" : "no"), .init("\(made.placeCount)"),
          .init("\(made.nameCount)"), .init("\(made.size)"),
          .init(made.sources.joined(separator: ", ")), .init(path),
        ])
      } catch {
        damaged += 1
        session.console.remark("error: \(error)")
      }
    }
    if table.rows.isEmpty && damaged == 0 {
      try session.console.write("none\n")
      session.console.remark(
        "note: import one with gazetteer import; it goes to \(files.folder ?? "--out")")
    } else if !table.rows.isEmpty {
      try session.console.write(table.rendered(session.console.style))
    }
    if damaged > 0 {
      throw CommandFailure(.data, "\(counted(damaged, "gazetteer")) cannot be used")
    }
  }
}
