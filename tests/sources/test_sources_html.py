"""HTML pages: the article without the page around it, with its headings, captions and particulars."""

import pytest

from briefing.article import PartialDate
from briefing.errors import SourceError
from briefing.sources import read_bytes

FIRST = (
    "De ministers van de Baltische staten spraken in Warschau urenlang over de begroting van volgend jaar."
)
SECOND = "Volgens de Poolse premier komt er in april een nieuwe ronde, als het geld er dan is."
THIRD = "De oppositie wil eerst weten wie de rekening betaalt en hoe lang de steun gaat duren."

HEAD = (
    '<title>Top in Warschau levert niets op | De Krant</title><meta property="og:site_name" content="De Krant">'
    '<meta property="article:published_time" content="2025-03-28T10:00:00+01:00">'
    '<link rel="canonical" href="https://krant.example/top">'
)
BODY = (
    '<nav><ul><li><a href="/">Voorpagina</a></li><li><a href="/sport">Sport en spel</a></li></ul></nav>'
    f"<article><h1>Top in Warschau levert niets op</h1><p>{FIRST}</p>"
    '<figure><img src="a.jpg" alt=""><figcaption>De premier op het bordes. <span>Foto: ANP</span></figcaption></figure>'
    f"<h2>Wat nu?</h2><p>Volgens de <b>Poolse</b> premier komt er in <a href='/april'>april</a> een nieuwe ronde, als het "
    f"geld er dan is.</p><h3>Rekening</h3><p>{THIRD}</p><ul><li>Eerst praten.</li><li>Dan betalen.</li></ul>"
    "<blockquote><p>Wij gaan door.</p></blockquote></article>"
    "<aside><p>Lees ook dit andere verhaal uit onze krant van gisteren.</p></aside>"
    "<footer><p>© 2019 De Krant. Alle rechten voorbehouden.</p></footer><script>var x = 'geheim';</script>"
)


def page(body=BODY, head=HEAD):
    return (
        f"<!DOCTYPE html><html lang='nl'><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"
    )


def read(text, name="a.html"):
    return read_bytes(text if isinstance(text, bytes) else text.encode(), name, language="nl")


def dump(article):
    return [(block.kind.value, block.text) for block in article.blocks]


ARTICLE = [
    ("paragraph", FIRST),
    ("caption", "De premier op het bordes. Foto: ANP"),
    ("heading", "Wat nu?"),
    ("paragraph", SECOND),
    ("heading", "Rekening"),
    ("paragraph", THIRD),
    ("paragraph", "Eerst praten."),
    ("paragraph", "Dan betalen."),
    ("paragraph", "Wij gaan door."),
]


def test_a_page_gives_its_article_and_its_particulars():
    article = read(page())
    assert dump(article) == ARTICLE
    assert article.title == "Top in Warschau levert niets op"
    assert article.date == PartialDate(2025, 3, 28)
    assert article.publisher == "De Krant"
    assert article.url == "https://krant.example/top"


def test_a_page_is_known_by_its_bytes_whatever_its_name():
    assert dump(read(page(), "a.txt")) == ARTICLE
    assert dump(read("\ufeff\n" + page(), "-")) == ARTICLE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_of_a_page_makes_no_difference(encoding):
    text = page(BODY.replace("begroting", "coördinatie “zo’n”")).replace("<meta charset='utf-8'>", "")
    assert "coördinatie “zo’n”" in read(text.encode(encoding)).text


def test_the_character_set_that_a_page_names_is_believed_when_it_is_not_utf8():
    text = page("<p>Вона сказала, що переговори тривають і що рішення ще не прийнято.</p>", "")
    data = text.replace("utf-8", "koi8-u").encode("koi8-u")
    assert "переговори тривають" in read(data).text


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ('<meta name="date" content="2025-03">', PartialDate(2025, 3)),
        ('<meta name="dc.date" content="2025">', PartialDate(2025)),
        (
            '<script type="application/ld+json">{"datePublished": "2025-03-28T09:00:00Z"}</script>',
            PartialDate(2025, 3, 28),
        ),
        ("", None),
        ('<meta name="date" content="2025-13-45">', None),
    ],
)
def test_the_date_keeps_its_precision_and_is_not_guessed(head, date):
    assert read(page(head=f"<title>Top in Warschau levert niets op</title>{head}")).date == date


def test_a_time_element_in_the_article_dates_it():
    body = BODY.replace("</h1>", '</h1><time datetime="2025-04-01T08:00">1 april</time>')
    assert read(page(body, "")).date == PartialDate(2025, 4, 1)


def test_the_title_may_come_from_the_first_heading():
    assert read(page(head="")).title == "Top in Warschau levert niets op"


def test_a_page_of_one_sentence_is_not_thrown_away():
    assert dump(read("<p>De top is voorbij.</p>")) == [("paragraph", "De top is voorbij.")]
    assert dump(read("<html><body><div>De top is voorbij.</div></body></html>")) == [
        ("paragraph", "De top is voorbij.")
    ]


def test_a_loose_fragment_keeps_its_headings():
    article = read(f"<p>{FIRST}</p><p>{SECOND}</p><h3>Rekening</h3><p>{THIRD}</p>")
    assert [kind for kind, _ in dump(article)] == ["paragraph", "paragraph", "heading", "paragraph"]


def test_the_parts_of_a_caption_stay_apart():
    body = BODY.replace(
        "De premier op het bordes. <span>Foto: ANP</span>",
        "<p><b>D</b>e premier in Riga.</p><small>Foto: ANP</small>",
    )
    assert ("caption", "De premier in Riga. Foto: ANP") in dump(read(page(body)))


def test_a_line_break_parts_two_blocks():
    article = read(page(f"<article><p>{FIRST}<br>{SECOND}<br/><br/>{THIRD}</p></article>"))
    assert [text for _, text in dump(article)] == [FIRST, SECOND, THIRD]


def test_a_bold_paragraph_is_a_heading_where_pages_mark_them_so():
    body = (
        f"<article><p>{FIRST}</p><p><strong>Nieuwe ronde</strong></p><p>{SECOND}</p><p>{THIRD}</p></article>"
    )
    assert ("heading", "Nieuwe ronde") in dump(read(page(body)))


def test_a_lead_set_with_the_title_in_a_header_is_not_lost():
    body = BODY.replace(
        "<h1>Top in Warschau levert niets op</h1>",
        "<header><h1>Top in Warschau levert niets op</h1><p>Door <a href='/karin'>Karin Smit</a></p>"
        "<p><strong>Twee dagen praten in Warschau heeft de leiders van Europa geen stap verder gebracht.</strong></p>"
        "<figure><figcaption>De zaal. Foto: ANP</figcaption></figure></header><div class='article__body'>",
    ).replace("</article>", "</div></article>")
    assert dump(read(page(body))) == [
        ("paragraph", "Twee dagen praten in Warschau heeft de leiders van Europa geen stap verder gebracht."),
        ("caption", "De zaal. Foto: ANP"),
        *ARTICLE,
    ]


def test_labels_of_the_page_are_no_text():
    body = BODY.replace("<h2>Wat nu?</h2>", "<h2>Wat nu?</h2><div>Advertentie</div><p>Lees ook:</p>")
    assert dump(read(page(body))) == ARTICLE


def test_other_schemes_than_the_web_are_no_address():
    head = '<link rel="canonical" href="javascript:alert(1)">'
    assert read(page(head=head)).url is None


def test_nothing_is_fetched_and_no_entity_expanded(tmp_path):
    secret = tmp_path / "geheim.txt"
    secret.write_text("wachtwoord")
    text = (
        f'<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]>'
        f'<html><head><link rel="stylesheet" href="http://localhost:9/x.css"></head><body><p>{FIRST} &x;</p></body></html>'
    )
    article = read(text)
    assert FIRST in article.text
    assert "wachtwoord" not in article.text


def test_text_that_merely_holds_tags_is_text():
    line = "In de brief staat <b>geheim</b> boven de tekst."
    assert dump(read(line, "a.txt")) == [("paragraph", line)]


def test_an_html_suffix_without_a_tag_is_text():
    assert dump(read(FIRST, "a.html")) == [("paragraph", FIRST)]


def test_a_page_of_scripts_alone_holds_no_text():
    with pytest.raises(SourceError, match="holds no text"):
        read("<html><head><script>var a = 1;</script></head><body><script>var b;</script></body></html>")


def test_thousands_of_nested_elements_do_no_harm():
    data = page("<div>" * 5_000 + FIRST + "</div>" * 5_000)
    try:
        text = read(data).text
    except SourceError as error:
        text = error.message
    assert text == FIRST or "a.html holds no text" in text


@pytest.mark.parametrize("above", ['<time datetime="2025-03-28">28 maart 2025</time>', ""])
@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_a_short_page_keeps_its_paragraphs_apart(above, count):
    said = [
        "De minister zei niets.",
        "Hij reisde door naar Kyiv.",
        "De Kamer wacht af.",
        "Het geld is er.",
        "Of niet.",
    ]
    told = "".join(f"<p>{sentence}</p>" for sentence in said[:count])
    article = read(
        page(f"<article><h1>Kop van het stuk</h1>{above}{told}</article>", "<title>Kop van het stuk</title>")
    )
    assert [block.text for block in article.blocks] == said[:count]
    assert article.title == "Kop van het stuk"
    assert (article.date is not None) == bool(above)


def test_a_page_that_an_extraction_runs_together_is_parted_again():
    said = [FIRST, "Tussenkop", SECOND]
    body = f"<article><h1>Kop van het stuk</h1><time datetime='2025-03'>maart 2025</time><p>{FIRST}</p><h2>Tussenkop</h2><p>{SECOND}</p>"
    figure = "<figure><img src='a.jpg'><figcaption>De minister. beeld ANP</figcaption></figure></article>"
    article = read(page(body + figure, "<title>Kop van het stuk</title>"))
    assert [block.text for block in article.blocks] == [*said, "De minister. beeld ANP"]
    assert [block.kind for block in article.blocks] == ["paragraph", "heading", "paragraph", "caption"]


def test_what_a_figure_says_beside_its_captions_is_kept():
    quote = "<figure><blockquote>Wij geven niet op, wat er ook komt.</blockquote><figcaption>De premier. Foto: ANP</figcaption></figure>"
    two = "<figure><img src='a.jpg'><figcaption>Een.</figcaption><figcaption>Twee. beeld AFP</figcaption></figure>"
    article = read(
        page(
            f"<article><p>{FIRST}</p>{quote}{two}<p>{SECOND}</p><p>{THIRD}</p></article>",
            "<title>Top</title>",
        )
    )
    assert dump(article) == [
        ("paragraph", FIRST),
        ("paragraph", "Wij geven niet op, wat er ook komt."),
        ("caption", "De premier. Foto: ANP"),
        ("caption", "Een."),
        ("caption", "Twee. beeld AFP"),
        ("paragraph", SECOND),
        ("paragraph", THIRD),
    ]


def test_the_hours_of_a_live_blog_are_headings_and_the_date_of_the_page_is_left_out():
    body = (
        "<article><h1>Het debat van uur tot uur</h1><p><time datetime='2025-03-28'>28 maart 2025</time></p>"
    )
    told = (("16.05 uur", FIRST), ("9:30", SECOND), ("27 maart, 21.10 uur", THIRD))
    for number, (hour, said) in enumerate(told):
        body += f"<p class='update'><time>{hour}</time></p><h2>Ronde {number}</h2><p>{said}</p>"
    article = read(page(body + "<time>laatst bijgewerkt op 29 maart</time></article>"))
    assert dump(article) == [
        line
        for number, (hour, said) in enumerate(told)
        for line in (("heading", hour), ("heading", f"Ronde {number}"), ("paragraph", said))
    ]


def test_a_question_in_bold_is_a_heading():
    asked = f"<article><p>{FIRST}</p><p><strong>Wie betaalt dat?</strong></p><p>{SECOND}</p><p>{THIRD}</p></article>"
    assert ("heading", "Wie betaalt dat?") in dump(read(page(asked)))


def test_a_time_inside_a_line_is_a_part_of_it():
    body = BODY.replace(THIRD, f"De brand brak om <time>10:45</time> uur uit in de haven van Gent. {THIRD}")
    body = body.replace("<h2>Wat nu?</h2>", "<h2><time>11:15</time> Wat nu?</h2>")
    told = [block.text for block in read(page(body)).blocks]
    assert f"De brand brak om 10:45 uur uit in de haven van Gent. {THIRD}" in told
    assert [text for text in told if "Wat nu?" in text] == ["11:15 Wat nu?"]
