"""PDF files: wrapped lines become paragraphs again; scans, locks and broken files are refused."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, SimpleDocTemplate

from briefing.article import PartialDate
from briefing.errors import SourceError
from briefing.sources import pdf as reader
from briefing.sources import read_bytes
from briefing.sources.pdf_layout import Line, paragraphs

SENTENCES = (
    "De ministers van de Baltische staten spraken in Warschau urenlang over de begroting van volgend jaar.",
    "Volgens de Poolse premier komt er in april een nieuwe ronde, als het geld er dan is.",
    "De oppositie wil eerst weten wie de rekening betaalt en hoe lang de steun gaat duren.",
    "„Zo’n besluit neem je niet in één dag”, zei zij over de financiële coördinatie van 250.000 man.",
)
TEXTS = [" ".join(SENTENCES[n % 4 :] + SENTENCES[: n % 4]) for n in range(10)]
BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=10, leading=12.5, spaceAfter=6)
TIGHT = ParagraphStyle("tight", BODY, spaceAfter=0, firstLineIndent=12)
HEADING = ParagraphStyle("heading", BODY, fontName="Times-Bold", fontSize=13, leading=16)


def furniture(canvas, document):
    canvas.setFont("Times-Roman", 8)
    canvas.drawString(72, 805, "De Krant, buitenland")
    canvas.drawCentredString(297, 30, f"Pagina {document.page} van 2")


def printed(*parts, template=None):
    """Return a PDF of `parts`: paragraphs in body type, or (text, style)."""
    file = io.BytesIO()
    flow = [Paragraph(*(part if isinstance(part, tuple) else (part, BODY))) for part in parts]
    if template:
        BaseDocTemplate(file, pageTemplates=[template]).build(flow)
    else:
        drawn = {"onFirstPage": furniture, "onLaterPages": furniture} if len(parts) > 15 else {}
        SimpleDocTemplate(file, pagesize=A4).build(flow, **drawn)
    return file.getvalue()


def read(data, name="a.pdf"):
    return read_bytes(data, name, language="nl")


def dump(article):
    return [(block.kind.value, block.text) for block in article.blocks]


@pytest.mark.parametrize("style", [BODY, TIGHT])
def test_wrapped_lines_become_the_paragraphs_they_were_also_across_pages(style):
    texts = TEXTS * 2
    assert [text for _, text in dump(read(printed(*((text, style) for text in texts))))] == texts


def test_headings_captions_and_running_heads():
    article = read(
        printed(
            ("Top in Warschau levert niets op", HEADING),
            TEXTS[0],
            ("Nieuwe ronde!", HEADING),
            TEXTS[1],
            "Rekening",
            *TEXTS[2:],
            *TEXTS,
            "De premier op het bordes. Foto: ANP",
        )
    )
    assert [(kind, text) for kind, text in dump(article) if kind != "paragraph"] == [
        ("heading", "Top in Warschau levert niets op"),
        ("heading", "Nieuwe ronde!"),
        ("heading", "Rekening"),
        ("caption", "De premier op het bordes. Foto: ANP"),
    ]
    assert [text for kind, text in dump(article) if kind == "paragraph"] == TEXTS * 2


def test_a_bold_line_is_a_heading_also_without_a_gap_and_with_a_question_mark():
    bold = ParagraphStyle("bold", TIGHT, fontName="Times-Bold", firstLineIndent=0)
    article = read(printed((TEXTS[0], TIGHT), ("Wie betaalt?", bold), (TEXTS[1], TIGHT)))
    assert dump(article) == [("paragraph", TEXTS[0]), ("heading", "Wie betaalt?"), ("paragraph", TEXTS[1])]


def test_small_type_at_the_edge_of_a_single_page_is_not_the_articles():
    def draw(made):
        made.setFont("Times-Roman", 7)
        made.drawString(72, 815, "donderdag 3 april 2025")
        made.setFont("Times-Roman", 10)
        made.drawString(72, 700, SENTENCES[1])
        made.drawString(290, 20, "4")

    assert dump(read(canvas(draw))) == [("paragraph", SENTENCES[1])]


def test_columns_are_read_one_after_the_other():
    frames = [Frame(60 + 240 * n, 60, 230, 700, id=str(n)) for n in range(2)]
    texts = TEXTS[:8]
    article = read(printed(*texts, template=PageTemplate(frames=frames)))
    assert [text for _, text in dump(article)] == texts


def test_the_first_lines_may_be_a_header():
    article = read(printed("datum: 2025-03", "titel: Top in Warschau", TEXTS[0]))
    assert (article.date, article.title) == (PartialDate(2025, 3), "Top in Warschau")
    assert dump(article) == [("paragraph", TEXTS[0])]


def test_a_heading_above_header_lines_is_the_title():
    article = read(printed(("Top in Warschau", HEADING), "datum: 2025-03", "bron: De Krant", TEXTS[0]))
    assert (article.date, article.title, article.publisher) == (
        PartialDate(2025, 3),
        "Top in Warschau",
        "De Krant",
    )
    assert dump(article) == [("paragraph", TEXTS[0])]


def test_a_word_broken_at_a_lines_end_is_whole_again():
    def draw(made):
        made.drawString(72, 712, "De secretaris-generaal overlegt met de minis-")
        made.drawString(72, 700, "ters over een staakt-het-")
        made.drawString(72, 688, "vuren in het oosten van het land.")

    text = "De secretaris-generaal overlegt met de ministers over een staakt-het-vuren in het oosten van het land."
    assert dump(read(canvas(draw))) == [("paragraph", text)]


def test_the_one_line_form_works_in_print_too():
    article = read(printed(f"date 2025-03-28 {TEXTS[0]}", TEXTS[1]))
    assert article.date == PartialDate(2025, 3, 28)
    assert [text for _, text in dump(article)] == TEXTS[:2]


def test_a_pdf_is_known_by_its_bytes_whatever_its_name():
    assert dump(read(printed(TEXTS[0]), "a.txt")) == [("paragraph", TEXTS[0])]


def canvas(draw=None, **options):
    file = io.BytesIO()
    made = Canvas(file, **options)
    if draw:
        draw(made)
    made.showPage()
    made.save()
    return file.getvalue()


def test_a_scan_without_text_layer_is_refused():
    with pytest.raises(SourceError, match="no text layer") as caught:
        read(canvas(lambda made: made.rect(50, 50, 400, 600, fill=1)))
    assert "OCR" in caught.value.hint


def test_a_locked_pdf_is_refused():
    with pytest.raises(SourceError, match="password"):
        read(canvas(lambda made: made.drawString(72, 700, TEXTS[0]), encrypt="geheim"))


def test_a_pdf_locked_against_changes_only_is_read():
    from reportlab.lib.pdfencrypt import StandardEncryption

    lock = StandardEncryption("", ownerPassword="geheim", canModify=0)
    assert (
        SENTENCES[1] in read(canvas(lambda made: made.drawString(72, 700, SENTENCES[1]), encrypt=lock)).text
    )


@pytest.mark.parametrize("keep", [20, 300, 0.5, 0.9])
def test_a_cut_off_pdf_is_refused_or_read(keep):
    data = printed(*TEXTS)
    cut = data[: keep if isinstance(keep, int) else int(keep * len(data))]
    try:
        text = read(cut).text
    except SourceError as error:
        text = error.message
    assert "a.pdf" in text or SENTENCES[0] in text


def test_a_book_is_refused(monkeypatch):
    monkeypatch.setattr(reader, "MAX_PAGES", 1)
    with pytest.raises(SourceError, match="2 pages; at most 1"):
        read(printed(*TEXTS * 2))


def printed_lines(*texts, width=400):
    return [Line(text, 72, 72 + width, 700 - 12 * n, 10, 0, 842) for n, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (("het onder-", "handelen duurt lang"), "het onderhandelen duurt lang"),
        (("een staakt-het-", "vuren is nodig"), "een staakt-het-vuren is nodig"),
        (("de NAVO-", "top is voorbij"), "de NAVO-top is voorbij"),
        (("de land-", "en zeemacht"), "de land- en zeemacht"),
        (("de Noord-", "Atlantische raad"), "de Noord-Atlantische raad"),
        (("de zee-", "eend zwemt"), "de zee-eend zwemt"),
        (("een drone-aanval en een drone-", "aanval"), "een drone-aanval en een drone-aanval"),
        (("het woord –", "en dat is het"), "het woord – en dat is het"),
        (("in 2024-", "2025 gebeurde"), "in 2024-2025 gebeurde"),
    ],
)
def test_a_hyphen_at_a_lines_end_goes_only_where_it_broke_a_word(lines, joined):
    assert [paragraph.text for paragraph in paragraphs([printed_lines(*lines)])] == [joined]


@given(st.lists(st.text(st.characters(categories=("Ll",)), min_size=2, max_size=9), min_size=1, max_size=30))
def test_no_word_is_lost_when_lines_are_joined(words):
    lines = [" ".join(words[start : start + 3]) for start in range(0, len(words), 3)]
    found = " ".join(paragraph.text for paragraph in paragraphs([printed_lines(*lines)]))
    assert found.split() == words


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_a_pdf_with_changed_bytes_is_read_or_refused(data):
    file = bytearray(printed(TEXTS[0]))
    for _ in range(data.draw(st.integers(1, 30))):
        file[data.draw(st.integers(0, len(file) - 1))] = data.draw(st.integers(0, 255))
    try:
        outcome = read(bytes(file)).text
    except SourceError as error:
        outcome = error.hint
    assert outcome


def test_a_dash_between_spaces_ends_no_line():
    text = "De ministers kwamen bijeen - Brussel was het er niet mee eens - en gingen weer naar huis."

    def draw(made):
        made.drawString(72, 712, text)

    assert dump(read(canvas(draw))) == [("paragraph", text)]
