// SPDX-License-Identifier: Apache-2.0

import Testing
import WarshaModel
import WarshaPages

/// What is left out, and what stays although it looks like it.
struct FurnitureTests {
  static let leftOut = [
    "<nav>حمص</nav>", "<aside>حمص</aside>", "<form>حمص</form>", "<button>حمص</button>",
    "<footer>حمص</footer>", "<header>حمص</header>", "<template>حمص</template>",
    "<noscript>حمص</noscript>", "<select><option>حمص</option></select>",
    "<div role=navigation>حمص</div>", "<div role='COMPLEMENTARY'>حمص</div>",
    "<div hidden>حمص</div>", "<div style='display : none'>حمص</div>",
    "<div aria-hidden=true>حمص</div>",
    "<div class=share-bar>حمص</div>", "<div class=relatedPosts>حمص</div>",
    "<div class=article__related>حمص</div>", "<div id=jp-relatedposts>حمص</div>",
    "<div class='x comments-area y'>حمص</div>", "<div class=cookie-notice>حمص</div>",
    "<ul class=tags><li>حمص</li></ul>", "<div class=breadcrumb>حمص</div>",
    "<div class='newsletter-signup'>حمص</div>", "<div class='مواضيع-ذات-صلة'>حمص</div>",
    "<span itemprop=author>حمص</span>",
    "<p>اقرأ أيضا: <a href=x>انفجار في حمص</a></p>", "<p>إقرأ أيضاً | انفجار في حمص</p>",
    "<h3>مواضيع ذات صلة</h3><ul><li><a href=x>حمص</a></ul><p><a href=x>حمص وحماة</a></p>",
    "<p><a href=x>انفجار كبير في حمص</a></p>", "<ul><li><a href=x>حمص</a></ul>",
    "<p>شارك</p>", "<p>طباعة | حفظ</p>", "<p>إعـــلان</p>", "<p>Advertisement</p>",
    "<figure><img><figcaption>رويترز</figcaption></figure>",
    "<figure><figcaption>المصدر: أ ف ب (أرشيف)</figcaption></figure>",
  ]

  @Test(arguments: leftOut) func leavesOut(_ html: String) {
    let body = Reader.paragraph + html + Reader.paragraph
    #expect(Reader.text(ofBody: body) == Reader.plain + "\n\n" + Reader.plain)
  }

  static let kept: [(html: String, text: String)] = [
    ("<figure><figcaption>جنود قرب حمص (أ ف ب)</figcaption></figure>", "جنود قرب حمص (أ ف ب)"),
    ("<p>حمص <a class=tag href=x>حماة</a> حلب</p>", "حمص حماة حلب"),
    ("<p>قال <span class=author>زيد</span> إنه رأى</p>", "قال زيد إنه رأى"),
    ("<div class=overflow-hidden>حمص</div>", "حمص"),
    ("<p>المزيد من الصبر، يقول <a href=x>زيد</a></p>", "المزيد من الصبر، يقول زيد"),
    ("<p>شارك في الاجتماع زيد</p>", "شارك في الاجتماع زيد"),
    (
      "<p>شاهد الصيادون القارب فجرا وأبلغوا خفر السواحل</p>",
      "شاهد الصيادون القارب فجرا وأبلغوا خفر السواحل"
    ),
    ("<p>في <a href=x>حمص</a></p>", "في حمص"),
    ("<ul><li>حمص وفيها <a href=x>قلعة</a></ul>", "حمص وفيها قلعة"),
    ("<blockquote class=twitter-tweet><p>حمص بخير</p></blockquote>", "حمص بخير"),
    ("<h3>لماذا؟</h3>", "لماذا؟"),
  ]

  @Test(arguments: kept) func keeps(html: String, text: String) {
    let body = Reader.paragraph + html + Reader.paragraph
    #expect(Reader.text(ofBody: body) == Reader.plain + "\n\n" + text + "\n\n" + Reader.plain)
  }

  static let frames = [
    "<form id=aspnetForm>", "<div class='page has-sidebar comments-open'>", "<div id=content-nav>",
    "<section class=widget>", "<div aria-hidden=true>", "<main class=related>", "<aside>",
    "<article class='post tag-x'>", "<div class='elementor-widget-theme-post-content'>",
  ]

  @Test(arguments: frames) func doesNotBelieveNamesOfWhatHoldsTheText(_ frame: String) {
    #expect(Reader.text(ofBody: frame + Reader.paragraph) == Reader.plain)
  }

  @Test func endsWhereCommentsBeginThatNoNameTells() {
    let body = Reader.paragraph + "<h3>التعليقات (2)</h3><div>زيد</div><p>كلام</p>"
    #expect(Reader.text(ofBody: "<div>\(body)</div>") == Reader.plain)
    #expect(
      Reader.text(ofBody: "<div>\(body)</div>\(Reader.paragraph)")
        == Reader.plain + "\n\n" + Reader.plain)
  }

  @Test func commentsMayBeLongerThanTheArticle() {
    let comments = String(repeating: Reader.paragraph, count: 6)
    let page = "<div>\(Reader.paragraph)<div class=comments>\(comments)</div></div>"
    #expect(Reader.text(ofBody: page) == Reader.plain)
  }

  @Test func takesAllPartsOfAnArticle() {
    let part = "<div class=part>\(Reader.paragraph)</div>"
    #expect(
      Reader.text(ofBody: "<div>\(part)<div class=ad>x</div>\(part)\(part)</div>")
        == [Reader.plain, Reader.plain, Reader.plain].joined(separator: "\n\n"))
    let body = "<div itemprop=articleBody>\(Reader.paragraph)</div>"
    #expect(
      Reader.text(ofBody: "\(body)<p>حمص</p>\(body)") == Reader.plain + "\n\n" + Reader.plain)
  }
}
