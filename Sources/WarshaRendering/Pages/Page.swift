// SPDX-License-Identifier: Apache-2.0

/// The frame of a page that needs nothing beside itself.
struct Page {
  /// The headline, and with `subtitle` the title of the window.
  var title: String
  /// Under the headline.
  var subtitle: String
  /// What was found, in a sentence or two; empty for none.
  var verdict: [String] = []
  /// HTML of the parts, in this order; empty ones are left out.
  var parts: [String]

  /// The page, from doctype to end.
  ///
  /// The policy keeps it from loading or sending anything, whatever stands in the texts.
  var rendered: String {
    let lead = verdict.map { "<li>\(HTMLText.escaped($0))</li>" }.joined()
    let body = [
      "<h1>\(HTMLText.escaped(title))</h1>",
      "<p class=\"lead\">\(HTMLText.escaped(subtitle))</p>",
      lead.isEmpty ? "" : "<ul class=\"verdict\">\(lead)</ul>",
    ]
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src \
      'unsafe-inline'; script-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(HTMLText.escaped(title)) – \(HTMLText.escaped(subtitle))</title>
      <style>
      \(PageStyle.report)</style>
      </head>
      <body>
      \((body + parts).filter { !$0.isEmpty }.joined(separator: "\n"))
      <script>
      \(PageScript.browser)</script>
      </body>
      </html>

      """
  }
}
