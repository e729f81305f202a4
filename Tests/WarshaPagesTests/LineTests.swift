// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel
import WarshaPages

/// How elements, blanks and entities become lines.
struct LineTests {
  static let cases: [(html: String, text: String)] = [
    ("<p>في ال<b>قاه</b>رة</p>", "في القاهرة"),
    ("<p>حمص</p><p>حماة</p>", "حمص\n\nحماة"),
    ("<p>حمص</p>حماة<p>حلب</p>", "حمص\n\nحماة\n\nحلب"),
    ("<div>حمص<br>حماة<br><br>حلب</div>", "حمص\nحماة\n\nحلب"),
    ("<div>حمص<hr>حماة</div>", "حمص\n\nحماة"),
    ("<div>حمص<div></div>حماة</div>", "حمص\n\nحماة"),
    ("<p>  حمص \n\t حماة  </p>", "حمص حماة"),
    ("<p>5&nbsp;كيلومترات</p>", "5\u{A0}كيلومترات"),
    ("<p>&nbsp;&nbsp;حمص&nbsp; حماة&nbsp;</p><p>&nbsp;</p>", "حمص حماة"),
    ("<p>&laquo;حمص&raquo; &#1575;&#x644; &amp;amp; &lt;b&gt; &apos;</p>", "«حمص» ال &amp; <b> '"),
    ("<p>حمص &#150; حماة &#133;</p>", "حمص – حماة …"),
    ("<p>&rlm;حمص\u{2067}x\u{2069}</p><p>&rlm;</p>", "\u{200F}حمص\u{2067}x\u{2069}"),
    ("<ul><li>حمص</li><li>حماة</li></ul><p>حلب</p>", "حمص\nحماة\n\nحلب"),
    ("<ul><li>حمص</ul><ul><li>حماة</ul>", "حمص\n\nحماة"),
    ("<dl><dt>حمص<dd>مدينة</dl>", "حمص\nمدينة"),
    (
      "<table><tr><th>مدينة</th><th>كم</th></tr><tr><td> حمص </td><td>5</td></tr></table>",
      "مدينة\tكم\nحمص\t5"
    ),
    ("<table><tr><td><p>حمص</p></td><td>حماة</td></tr></table>", "حمص\n\nحماة"),
    ("<pre>حمص\nحماة</pre>", "حمص\nحماة"),
    ("<p>حمص<script>x</script><style>y</style><!-- z -->حماة</p>", "حمصحماة"),
    ("<p>حمص<my-part>حماة</my-part></p>", "حمصحماة"),
    ("<p>* * *</p><p>حمص</p><p>| - |</p>", "حمص"),
    ("<p>📉 حمص</p>", "📉 حمص"),
  ]

  @Test(arguments: cases) func laysOut(html: String, text: String) {
    #expect(Reader.text(ofBody: html) == text)
  }
}
