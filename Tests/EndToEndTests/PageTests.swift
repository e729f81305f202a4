// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The pages of `compare` and `evaluate`, opened in a real browser.
///
/// `.ci/run` installs Chromium; on a machine without it these tests are reported as skipped.
@Suite(.enabled(if: Chromium.path != nil, "no Chromium; install it to test pages"))
struct PageTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try Sample.folder()
    try Sample.addCorpus(to: folder)
    try folder.write("none.jsonl", "{\"id\":\"race\",\"annotations\":[]}\n")
  }

  /// Opens a page, runs a script in it and gives what the script says, which is JSON.
  private func ask(_ script: String, of page: String) throws -> [String: Any] {
    let path = "\(folder.path)/\(page)"
    let html = try String(contentsOfFile: path, encoding: .utf8)
    let probe = """
      <script>
      const answer = (() => { \(script) })();
      document.body.innerHTML = "";
      document.body.append("ANSWER" + JSON.stringify(answer) + "END");
      </script></body>
      """
    try folder.write("probe.html", html.replacingOccurrences(of: "</body>", with: probe))
    let run = try Warsha.run(
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--user-data-dir=\(folder.path)/profile", "--window-size=900,1200", "--dump-dom",
        "file://\(folder.path)/probe.html",
      ], of: Chromium.path ?? "", in: folder)
    let body = run.output.components(separatedBy: "ANSWER").last ?? ""
    let json = body.components(separatedBy: "END").first ?? ""
    let answer = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    return try #require(answer, "\(run.output.suffix(500)) \(run.errors.suffix(500))")
  }

  @Test func aComparisonReadsFromTheRightAndFits() throws {
    let made = try Warsha.run(
      [
        "compare", "distances", "none.jsonl", "--on", "corpus", "--layer", "distances", "--html",
        "page.html",
      ], in: folder)
    #expect(made.status == 0)
    let answer = try ask(
      """
      const box = e => e.getBoundingClientRect();
      const kwic = document.querySelector(".kwic");
      const [before, hit, after] = [".before", ".hit", ".after"].map(c => box(kwic.querySelector(c)));
      const text = document.querySelector(".document .text");
      const marks = [...text.querySelectorAll("mark")].map(box);
      return {
        order: before.left >= hit.right - 1 && hit.left >= after.right - 1,
        direction: getComputedStyle(text).direction,
        marks: marks.length,
        bars: document.querySelectorAll("svg circle").length,
        fits: document.documentElement.scrollWidth <= innerWidth,
        title: document.title,
      };
      """, of: "page.html")
    #expect(answer["order"] as? Bool == true)
    #expect(answer["direction"] as? String == "rtl")
    #expect(answer["marks"] as? Int == 3)
    #expect(answer["bars"] as? Int == 2)
    #expect(answer["fits"] as? Bool == true)
    #expect(answer["title"] as? String == "distances · none.jsonl – corpus: 1 document")
  }

  @Test func errorsAreFilteredAndLeadToTheirPlace() throws {
    try folder.write(
      "corpus/race.ann",
      """
      T1\tDistance 28 39\t5 كيلومترات
      #1\tAnnotatorNotes T1\ttype=Distance; metres=6000; unit=kilometer
      T2\tDate 5 12\tالصحراء
      #2\tAnnotatorNotes T2\ttype=DATE; value=2024

      """)
    let made = try Warsha.run(
      ["evaluate", "corpus", "--extractors", "distances", "--format", "html"], in: folder)
    try folder.write("page.html", made.output)
    let answer = try ask(
      """
      const visible = () => [...document.querySelectorAll(".case")].filter(c => c.checkVisibility())
        .map(c => c.querySelector(".hit").textContent);
      const all = visible();
      const choose = (name, value) => {
        const field = document.querySelector(`[name=${name}]`);
        field.value = value;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      };
      choose("kind", "spurious");
      const spurious = visible();
      choose("kind", "");
      document.querySelector("input").value = "الصحراء";
      document.querySelector("input").dispatchEvent(new Event("input", { bubbles: true }));
      const words = visible();
      document.querySelector(".document").open = false;
      document.querySelector(".case:not([hidden]) a").click();
      const found = document.querySelector(".found");
      return { all, spurious, words, count: document.querySelector("output").value,
        open: document.querySelector(".document").open, found: found && found.textContent };
      """, of: "page.html")
    #expect(
      Set(answer["all"] as? [String] ?? [])
        == ["5 كيلومترات", "مئتي متر", "42 كلم", "الصحراء"])
    #expect(answer["spurious"] as? [String] == ["مئتي متر", "42 كلم"])
    // Also in the context of a case.
    #expect(answer["words"] as? [String] == ["الصحراء", "5 كيلومترات"])
    #expect(answer["count"] as? String == "2 of 4")
    #expect(answer["open"] as? Bool == true)
    #expect(answer["found"] as? String == "الصحراء")
  }
}

/// The browser that pages are tried in.
private enum Chromium {
  /// Its path; nil when none is installed.
  static let path = ["chromium", "chromium-browser", "google-chrome"]
    .map { "/usr/bin/\($0)" }.first(where: FileManager.default.isExecutableFile)
}
