"""The two pictures: what they show, what they say to those who can't see them, and that their bytes repeat."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from dataclasses import replace
from datetime import date
from importlib import import_module
from io import BytesIO
from itertools import pairwise

import memo_builder as build
import pytest
from docx_reader import Docx, R, W, style, text
from lxml import etree, html

from briefing.article import PartialDate
from briefing.memo import DatedEntry, Grid, Memo
from briefing.render import pictures, render
from briefing.render.pictures import canvas
from briefing.render.pictures.scale import Scale
from briefing.render.pictures.timeline import Mark, place, stack

pytest.importorskip("matplotlib", reason="has no wheel for this Python; the memo has no pictures then")


def event(number: int, iso: str) -> DatedEntry:
    entry = replace(build.memo().timeline[0].entry, anchor=f"T{number}")
    return DatedEntry(str(PartialDate.parse(iso)) if iso else "", iso, "toen", "", entry)


def with_events(*days: str, **more: object) -> Memo:
    return replace(build.memo(), timeline=tuple(event(n, day) for n, day in enumerate(days, 1)), **more)


def shown(svg: str) -> list[str]:
    return [e.text for e in etree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def test_coverage_has_a_row_for_each_source_with_its_title_and_date():
    words = shown(pictures.coverage(build.memo()).svg())
    assert [w for w in words if w in {"1", "2", "3", "4"}] == ["1", "2", "3", "4"]
    assert {"4 Mar 2025", "Mar 2025", "10 Mar 2025", "18 May 2025"} <= set(words)
    assert "Kremlin says no to monitors" in words


def test_coverage_says_in_words_what_it_shows_and_what_it_leaves_out():
    picture = pictures.coverage(build.memo())
    assert "3, Moscow: no European soldiers near the border: 10 Mar 2025." in picture.description
    assert picture.caption == "Coverage over time by source. A bar is a source whose day is not known."
    sources = build.memo().sources
    undated = (*sources[:3], replace(sources[3], iso="", date="undated"))
    picture = pictures.coverage(replace(build.memo(), sources=undated))
    assert picture.caption.endswith("1 source without a date is not shown.")


def test_many_sources_are_stacked_bars_with_a_legend_and_totals():
    rows = (("Bode", (1, 0)), ("Courant", (2, 3)), ("Articles", (3, 3)))
    grid = Grid(("Feb 25", "Mar 25"), rows, "Articles by month. Feb 25: 3, Mar 25: 3.", "publisher")
    picture = pictures.coverage(replace(build.memo(), grid=grid))
    assert {"Bode", "Courant", "Feb 25", "Mar 25", "3"} <= set(shown(picture.svg()))
    assert "Articles" not in shown(picture.svg())
    assert picture.description == (
        "Bar chart of articles by time and publisher. Articles by month. Feb 25: 3, Mar 25: 3. Bode: 1, Courant: 5"
    )


def test_fills_stay_apart_without_colour():
    patterns = [(hatch, round(sum(canvas_grey(fill)), 1)) for fill, hatch in canvas.FILLS]
    assert len(set(patterns)) == len(patterns)
    plain = sorted(grey for hatch, grey in patterns if not hatch)
    assert all(after - before > 0.5 for before, after in pairwise(plain))


def canvas_grey(color: str) -> list[float]:
    weights = (0.299, 0.587, 0.114)
    return [w * int(color[i : i + 2], 16) / 85 for w, i in zip(weights, (1, 3, 5), strict=True)]


def test_the_timeline_numbers_its_events_as_the_table_does():
    picture = pictures.timeline(build.memo())
    assert {"2", "3", "4"} <= set(shown(picture.svg()))
    assert "2: 4 Mar 2025; 3: 10 Mar 2025; 4: 1 Apr 2025." in picture.description
    docx = Docx(render(build.memo(), "docx"))
    table = next(t for t in docx.body.iter(f"{W}tbl") if text(t).startswith("No.DateEvent"))
    numbers = [text(r.find(f"{W}tc")) for r in table.findall(f"{W}tr")[1:]]
    assert numbers == ["1", "2", "3", "4"]


def test_it_tells_past_from_future_and_days_from_months():
    caption = pictures.timeline(with_events("2025-03-04", "2025-03", "2025-06-01", "2024")).caption
    assert "Dashed: the date of this memo; white marks lie after it." in caption
    assert "Square: the day is not known." in caption
    assert "1 event known to the year alone is not shown." in caption
    caption = pictures.timeline(with_events("2025-03-04", "2025-03-05", "2025-03-06")).caption
    assert "Square" not in caption
    assert "ashed" not in caption


@pytest.mark.parametrize(
    "days",
    [
        (),
        ("2025-03-04",),
        ("2025-03-04",) * 5,
        ("2025-03-04", "2025-03-05"),
        ("2023", "2024", "2025"),
        ("",) * 4,
    ],
)
def test_nothing_to_show_is_no_picture(days):
    assert pictures.timeline(with_events(*days)) is None


def test_a_memo_of_one_article_or_without_dates_has_no_pictures_and_no_captions():
    undated = replace(build.memo(), grid=None, timeline=())
    docx, page = Docx(render(undated, "docx")), render(undated, "html").decode()
    assert not [name for name in docx.names if name.startswith("word/media")]
    assert "SEQ Figure" not in docx.blobs["word/document.xml"].decode()
    assert "<figure" not in page
    assert "<svg" not in page


def test_sections_without_a_picture_have_none():
    docx = Docx(render(build.memo(sections=("key-points", "annex")), "docx"))
    assert not [name for name in docx.names if name.startswith("word/media")]


def test_without_matplotlib_the_memo_has_its_tables_alone(monkeypatch):
    for module in ("coverage", "timeline"):
        monkeypatch.setattr(import_module(f"briefing.render.pictures.{module}"), "available", lambda: False)
    docx = Docx(render(build.memo(), "docx"))
    assert not [name for name in docx.names if name.startswith("word/media")]
    assert any(text(row).startswith("Source 3") for row in docx.body.iter(f"{W}tr"))
    assert "<details>" not in render(build.memo(), "html").decode()


def test_marks_never_touch_and_stand_as_low_as_they_can():
    places = [0.0, 3.0, 9.0, 16.0, 16.5, 40.0]
    levels = stack(places, 15.5)
    assert levels == [0, 1, 2, 0, 3, 0]
    for n, (x, level) in enumerate(zip(places, levels, strict=True)):
        assert all(
            other != level or x - before >= 15.5 for before, other in zip(places[:n], levels, strict=False)
        )


def test_an_event_of_long_ago_does_not_press_the_others_together():
    def mark(number: int, iso: str) -> Mark:
        return Mark(number, PartialDate.parse(iso), ahead=False)

    marks = [mark(1, "1949-04-04"), mark(2, "2025-03-01"), mark(3, "2025-03-09"), mark(4, "2031-01")]
    inside, before, after = place(marks, [PartialDate(2025, 2, 1), PartialDate(2025, 4)])
    assert [[m.number for m in group] for group in (inside, before, after)] == [[2, 3], [1], [4]]
    inside, before, after = place(marks, [])
    assert [[m.number for m in group] for group in (inside, before, after)] == [[2, 3], [1], [4]]


SVG = "{http://www.w3.org/2000/svg}"


def centred(svg: str) -> list[tuple[str, float]]:
    """Return the words that are centred on a place, with the place."""
    return [
        (e.text, float(e.get("x")))
        for e in etree.fromstring(svg).iter(f"{SVG}text")
        if "middle" in (e.get("style") or "")
    ]


@pytest.mark.parametrize(
    "days",
    [
        ("1950-01-01", "2025-03-04", "2025-03-05", "2025-03-09", "2031-01-01"),
        ("2025-01-01", "2025-03-05", "2025-05-31"),
        ("2025-01-06", "2025-03-10", "2025-03-17"),
    ],
)
def test_no_word_of_a_picture_runs_over_its_edge(days):
    picture = pictures.timeline(with_events(*days))
    width = float(etree.fromstring(picture.svg()).get("viewBox").split()[2])
    words = centred(picture.svg())
    assert words
    for said, middle in words:
        half = canvas.measure(said, 7) / 2
        assert half - 0.1 <= middle <= width - half + 0.1, said


def test_centred_words_at_the_edge_of_a_sheet_are_moved_inside():
    sheet = canvas.Canvas(100, 20)
    for x in (1, 50, 99):
        sheet.words((x, 10), "Earlier", size=7, align="center")
    half = canvas.measure("Earlier", 7) / 2
    assert [round(x, 1) for _, x in centred(sheet.svg("s"))] == [round(x, 1) for x in (half, 50, 100 - half)]


def test_a_crowd_is_counted_where_there_is_no_room_to_number_it():
    days = (
        [f"2025-03-{4 + n % 2:02d}" for n in range(60)] + ["2025-04-01", "2025-09-01"] + ["1950-01-01"] * 40
    )
    picture = pictures.timeline(with_events(*days))
    words = shown(picture.svg())
    assert sum(w.startswith("+") for w in words) >= 2
    assert "A figure with a plus counts events that there is no room for." in picture.caption
    _, height = picture.png(470)
    assert height < 160
    numbered = sum(w.isdigit() and int(w) <= 102 for w in words)
    counted = sum(int(w) for w in words if w.startswith("+"))
    assert numbered + counted == 102


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2025-03-01", "2025-03-06"),
        ("2025-02-20", "2025-04-20"),
        ("2024-11-01", "2025-09-30"),
        ("1990-01-01", "2025-01-01"),
        ("0001-01-01", "9999-12-31"),
    ],
)
def test_the_line_of_time_names_a_legible_number_of_days(first, last):
    scale = Scale(date.fromisoformat(first), date.fromisoformat(last), 0, 460)
    ticks = scale.ticks()
    assert 2 <= len(ticks) <= 110 if first == "0001-01-01" else 2 <= len(ticks) <= 12
    places = [scale.x(day) for day, _ in ticks]
    assert places == sorted(places)
    assert first[:4] in ticks[0][1] or int(ticks[0][1][-4:]) >= int(first[:4])


def test_titles_are_cut_at_a_word_and_hold_no_letter_that_the_font_lacks():
    assert canvas.fit("Veertien landen beloven troepen", 1000, 7.5) == "Veertien landen beloven troepen"
    short = canvas.fit("Veertien landen beloven troepen", 80, 7.5)
    assert short == "Veertien landen…"
    assert canvas.measure(short, 7.5) <= 80
    assert canvas.fit("a\U0001f1fa\U0001f1e6b \u4e2d\u6587 c", 1000, 7.5) == "ab c"


@pytest.mark.parametrize("words", [*build.NASTY, "$\\frac{1}{0}$ costs $5", ""])
def test_hostile_titles_do_no_harm(words, recwarn):
    sources = tuple(replace(s, title=words) for s in build.memo().sources)
    picture = pictures.coverage(replace(build.memo(), sources=sources))
    etree.fromstring(picture.svg())
    assert picture.png(400)[0].startswith(b"\x89PNG")
    assert [str(w.message) for w in recwarn] == []


def png_chunks(data: bytes) -> dict[str, bytes]:
    chunks, file = {}, BytesIO(data[8:])
    while head := file.read(8):
        length, name = struct.unpack(">I4s", head)
        chunks[name.decode()] = file.read(length)
        file.read(4)
    return chunks


def test_the_png_is_sharp_on_paper_and_says_nothing_of_its_making():
    data, height = pictures.timeline(build.memo()).png(470)
    chunks = png_chunks(data)
    assert set(chunks) <= {"IHDR", "pHYs", "IDAT", "IEND"}
    wide, high = struct.unpack(">II", chunks["IHDR"][:8])
    assert wide >= 470 / 72 * 200
    assert abs(high / wide - height / 470) < 0.01


def test_the_svg_says_nothing_of_its_making_and_needs_nothing_from_outside():
    for picture in (pictures.timeline(build.memo()), pictures.coverage(build.memo())):
        svg = picture.svg()
        assert "metadata" not in svg
        assert "atplotlib" not in svg
        assert "DejaVu" not in svg
        root = etree.fromstring(svg)
        assert root.get("aria-hidden") == "true"
        assert root.get("width") is None
        links = root.xpath("//@*[local-name() = 'href']")
        ids = set(root.xpath("//@id"))
        assert {link[1:] for link in links} <= ids
        assert all(id_.startswith(picture.name) for id_ in ids)


def test_equal_memos_give_equal_bytes_whatever_the_settings_of_the_user(tmp_path):
    """Another process, home folder, hash seed and a matplotlibrc of one's own give the same bytes."""
    (tmp_path / "matplotlibrc").write_text("font.size: 33\nlines.linewidth: 9\naxes.facecolor: red\n")
    code = "import sys, memo_builder as b; from briefing.render import render; import hashlib; [print(hashlib.sha256(render(b.memo(), f)).hexdigest()) for f in ('docx', 'html')]"

    def digests(seed: str, folder) -> str:
        environment = os.environ | {
            "PYTHONHASHSEED": seed,
            "HOME": str(folder),
            "PYTHONPATH": os.pathsep.join(sys.path),
        }
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stderr == ""
        return done.stdout

    (tmp_path / "other").mkdir()
    assert digests("1", tmp_path) == digests("2", tmp_path / "other")


_TRACE = """
import sys, os
writes, started = [], []
def hook(name, args):
    if name == "open" and isinstance(args[0], str) and isinstance(args[1], str) and set(args[1]) & set("wax+"):
        writes.append(args[0])
    if name in {"subprocess.Popen", "socket.connect", "socket.__new__"}:
        started.append(name)
sys.addaudithook(hook)
import memo_builder as b
from briefing.render import render
assert "matplotlib" not in sys.modules
memo = b.memo()
render(memo, "json"); render(memo, "md")
assert "matplotlib" not in sys.modules
render(memo, "docx")
assert "matplotlib" in sys.modules
assert "matplotlib.pyplot" not in sys.modules
print([w for w in writes if "/briefing-" not in w and not w.endswith(".pyc") and ".pyc." not in w], started)
print([w for w in writes if "/briefing-" in w and os.path.exists(w)], os.environ.get("MPLCONFIGDIR"))
"""


def test_matplotlib_is_imported_late_and_leaves_nothing_behind(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    environment = os.environ | {"HOME": str(home), "PYTHONPATH": os.pathsep.join(sys.path)}
    for name in ("MPLCONFIGDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        environment.pop(name, None)
    home.chmod(0o500)
    done = subprocess.run(
        [sys.executable, "-c", _TRACE], env=environment, capture_output=True, text=True, check=False
    )
    home.chmod(0o700)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "[] []\n[] None\n"
    assert list(home.iterdir()) == []


def test_word_shows_the_pictures_with_alternative_text_and_a_numbered_caption():
    memo = build.memo()
    docx = Docx(render(memo, "docx"))
    links = {link.get("Id"): link for link in docx.xml("word/_rels/document.xml.rels")}
    shown_in_order = (pictures.timeline(memo), pictures.coverage(memo))
    drawn = [p for p in docx.body.iter(f"{W}p") if p.find(f".//{W}drawing") is not None]
    assert len(drawn) == 2
    for number, (paragraph, picture) in enumerate(zip(drawn, shown_in_order, strict=True), 1):
        assert style(paragraph) == "MemoFigure"
        about = next(e for e in paragraph.iter() if etree.QName(e).localname == "docPr")
        assert about.get("descr") == picture.description
        blip = next(e for e in paragraph.iter() if etree.QName(e).localname == "blip")
        link = links[blip.get(f"{R}embed")]
        assert link.get("Type").endswith("/image")
        assert docx.blobs[f"word/{link.get('Target')}"].startswith(b"\x89PNG")
        caption = paragraph.getnext()
        assert style(caption) == "Caption"
        assert text(caption) == f"Figure {number}. {picture.caption}"
        assert caption.find(f".//{W}instrText").text.strip() == "SEQ Figure \\* ARABIC"


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_picture_is_as_wide_as_the_line(paper):
    docx = Docx(render(build.memo(paper=paper), "docx"))
    section = docx.body.find(f"{W}sectPr")
    line = int(section.find(f"{W}pgSz").get(f"{W}w")) - 2 * int(section.find(f"{W}pgMar").get(f"{W}left"))
    for extent in (e for e in docx.body.iter() if etree.QName(e).localname == "extent"):
        assert int(extent.get("cx")) == round(line / 20 * 12700)


def test_the_figures_stay_a_table_below_the_picture():
    docx = Docx(render(build.memo(), "docx"))
    table = next(t for t in docx.body.iter(f"{W}tbl") if text(t).startswith("Coverage"))
    assert [text(r.find(f"{W}tc")) for r in table.findall(f"{W}tr")] == [
        "Coverage",
        "Articles",
        "Dated events",
    ]
    page = html.document_fromstring(render(build.memo(), "html"))
    rows = page.xpath("//details/div/table/tbody/tr/th/text()")
    assert rows == ["Source 1", "Source 2", "Source 3", "Source 4", "Articles", "Dated events"]


def test_the_page_describes_each_picture_and_shows_it_inline():
    memo = build.memo()
    page = html.document_fromstring(render(memo, "html"))
    images = page.xpath("//figure/div[@role='img']")
    assert [i.get("aria-label") for i in images] == [
        pictures.timeline(memo).description,
        pictures.coverage(memo).description,
    ]
    assert all(i.xpath("./*[local-name() = 'svg'][@aria-hidden='true']") for i in images)
    assert [c.text for c in page.xpath("//figcaption")] == [
        pictures.timeline(memo).caption,
        pictures.coverage(memo).caption,
    ]
