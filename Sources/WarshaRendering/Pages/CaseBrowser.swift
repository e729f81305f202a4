// SPDX-License-Identifier: Apache-2.0

import WarshaEvaluation

/// Lists of cases that can be filtered by layer, kind, document and words; each case leads to its
/// place in the texts of the page.
struct CaseBrowser {
  /// The lists, each with a tone: `right`, `wrong` or `differs`.
  var lists: [(list: CaseList, tone: String)]
  /// Anchors of the texts of the page, by id of the document.
  var anchors: [String: String]

  /// The lists as HTML; empty without cases.
  var rendered: String {
    let all = lists.flatMap(\.list.cases)
    if all.isEmpty { return "" }
    let filters = [
      choice("layer", of: all.map(\.layer)), choice("kind", of: all.map(\.kind.rawValue)),
      choice("document", of: all.map(\.document)),
    ]
    return """
      <div class="browser">
      <div class="filters" hidden>\(filters.joined())
      <label>words <input type="search" dir="auto"></label> <output></output></div>
      \(lists.map(rendered).joined(separator: "\n"))
      </div>
      """
  }

  private func choice(_ name: String, of values: [String]) -> String {
    let options = Set(values).sorted().map { value in
      "<option value=\"\(HTMLText.escaped(value))\">\(HTMLText.escaped(value))</option>"
    }
    return "<label>\(name) <select name=\"\(name)\"><option value=\"\">all</option>"
      + options.joined() + "</select></label> "
  }

  private func rendered(_ list: CaseList, _ tone: String) -> String {
    """
    <details class="\(tone)"\(list.cases.count <= 20 || lists.count == 1 ? " open" : "")>
    <summary><bdi>\(HTMLText.escaped(list.name))</bdi> \(HTMLText.escaped(list.title)): \
    <b>\(list.cases.count)</b></summary>
    <ul>
    \(list.cases.map(rendered).joined(separator: "\n"))
    </ul>
    </details>
    """
  }

  private func rendered(_ error: ScoringError) -> String {
    let (layer, document) = (HTMLText.escaped(error.layer), HTMLText.escaped(error.document))
    let contrast = error.contrast
    let link = anchors[error.document].map {
      "<a href=\"#\($0)\" data-start=\"\(error.start)\">\(document)</a>"
    }
    return """
      <li class="case" data-layer="\(layer)" data-kind="\(error.kind.rawValue)" \
      data-document="\(document)"><span class="where">\(layer) · \(error.kind.rawValue) · \
      \(link ?? document) \(error.start)–\(error.end)\
      \(contrast.isEmpty ? "" : " · <bdi>\(HTMLText.escaped(contrast))</bdi>")</span>
      <div class="kwic" dir="rtl"><bdi class="before" dir="rtl">\(HTMLText.escaped(error.before))</bdi>\
      <bdi class="hit" dir="auto">\(HTMLText.escaped(error.text))</bdi>\
      <bdi class="after" dir="rtl">\(HTMLText.escaped(error.after))</bdi></div></li>
      """
  }
}
