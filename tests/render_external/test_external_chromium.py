"""The HTML page in a real browser: focus shows the original, the filter filters, printing repeats the marking."""

from __future__ import annotations

import json
import re
from html import unescape

import memo_builder as build
import pypdfium2
import pytest

from briefing.render import render, translation

_PROBE = """
<script>
const shown = e => getComputedStyle(e).display !== "none";
const result = {};
const point = document.getElementById("K2");
result.before = shown(point.querySelector(".original"));
point.querySelector("a").focus();
result.focused = shown(point.querySelector(".original"));
result.stops = [...document.querySelectorAll("a[href], input, [tabindex]")].filter(e => { e.focus(); return document.activeElement === e; }).length;
result.all = document.querySelectorAll("a[href], input, [tabindex]").length;
const rows = () => [...document.querySelectorAll(".side tbody tr")].filter(e => e.getClientRects().length).map(e => e.id);
result.unfiltered = rows().length;
document.getElementById("only-flagged").click();
result.filtered = rows();
result.wide = document.documentElement.scrollWidth > innerWidth;
document.title = "done";
const out = document.createElement("pre"); out.id = "result"; out.textContent = JSON.stringify(result); document.body.append(out);
</script>
"""
_AXE = """
<script>__AXE__</script>
<script>
axe.run(document, {resultTypes: ["violations"]}).then(found => {
  const out = document.createElement("pre"); out.id = "result";
  out.textContent = JSON.stringify(found.violations.map(v => [v.id, v.nodes.map(n => n.html)])); document.body.append(out);
});
</script>
"""


def instrumented(data: bytes, script: str) -> str:
    """Return the page with `script` at its end, and without the policy that forbids scripts."""
    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", data.decode())
    return page.replace("</body>", script + "</body>")


def result(dom: str):
    found = re.search(r'<pre id="result">(.*?)</pre>', dom, re.DOTALL)
    assert found
    return json.loads(unescape(found[1]))


@pytest.fixture(scope="module")
def memo_page() -> bytes:
    return render(build.memo(marking="NLD RESTRICTED"), "html")


def test_focus_shows_the_original_every_stop_can_be_reached_and_the_filter_works(
    chromium, tmp_path, memo_page
):
    page = tmp_path / "memo.html"
    page.write_text(instrumented(memo_page, _PROBE), "utf-8")
    found = result(chromium(page, "--dump-dom"))
    assert (found["before"], found["focused"]) == (False, True)
    assert found["stops"] == found["all"]
    assert found["unfiltered"] == 20
    assert found["filtered"] == ["S1.P3.3", "S2.P2.2"]
    assert not found["wide"]


def test_printing_puts_marking_and_page_number_on_every_page(chromium, tmp_path, memo_page):
    page, file = tmp_path / "memo.html", tmp_path / "memo.pdf"
    page.write_bytes(memo_page)
    chromium(page, f"--print-to-pdf={file}", "--no-pdf-header-footer")
    document = pypdfium2.PdfDocument(str(file))
    for number, sheet in enumerate(document, 1):
        words = sheet.get_textpage().get_text_bounded()
        assert words.count("NLD RESTRICTED") == 2
        assert f"{number} of {len(document)}" in words
        assert "Show only the translations to check" not in words


@pytest.mark.parametrize("kind", ["memo", "no-annex", "bilingual", "english"])
def test_axe_finds_nothing(chromium, axe, tmp_path, kind):
    data = {
        "memo": lambda: render(build.memo(marking="TLP:AMBER"), "html"),
        "no-annex": lambda: render(build.memo(annex=False), "html"),
        "bilingual": lambda: translation(build.articles(), "html", bilingual=True),
        "english": lambda: translation(build.articles(), "html", bilingual=False),
    }[kind]()
    page = tmp_path / "memo.html"
    page.write_text(
        instrumented(data, _AXE.replace("__AXE__", axe.replace("</script>", "<\\/script>"))), "utf-8"
    )
    assert result(chromium(page, "--dump-dom", "--virtual-time-budget=20000")) == []
