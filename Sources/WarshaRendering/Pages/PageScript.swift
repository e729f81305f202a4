// SPDX-License-Identifier: Apache-2.0

/// The one script of a page: filters cases and opens the text that a case stands in.
///
/// The page says everything without it too. It reads text of the page as text only.
enum PageScript {
  static let browser = """
    "use strict";
    for (const browser of document.querySelectorAll(".browser")) {
      const cases = [...browser.querySelectorAll(".case")];
      const choices = [...browser.querySelectorAll("select")];
      const words = browser.querySelector("input");
      const shown = browser.querySelector("output");
      const filter = () => {
        const wanted = words.value.trim();
        let count = 0;
        for (const item of cases) {
          item.hidden = choices.some(c => c.value && item.dataset[c.name] !== c.value)
            || !item.textContent.includes(wanted);
          if (!item.hidden) count += 1;
        }
        for (const list of browser.querySelectorAll("details")) {
          list.hidden = !list.querySelector(".case:not([hidden])");
        }
        shown.value = `${count} of ${cases.length}`;
      };
      browser.addEventListener("input", filter);
      browser.querySelector(".filters").hidden = false;
      filter();
    }
    const reveal = (id, start) => {
      const text = document.getElementById(id);
      if (!text) return;
      text.open = true;
      const marks = [...text.querySelectorAll("mark")];
      const mark = marks.find(m => Number(m.dataset.start) >= start) || text;
      for (const old of document.querySelectorAll(".found")) old.classList.remove("found");
      mark.classList.add("found");
      mark.scrollIntoView({ block: "center" });
    };
    document.addEventListener("click", event => {
      const link = event.target.closest("a[data-start]");
      if (!link) return;
      event.preventDefault();
      reveal(link.hash.slice(1), Number(link.dataset.start));
    });

    """
}
