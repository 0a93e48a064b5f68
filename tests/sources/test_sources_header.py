"""The header above a text: three forms, their dates and their mistakes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.article import PartialDate
from briefing.errors import SourceError
from briefing.sources import read_bytes

TEXT = "De ministers spraken in Warschau over de begroting."


def read(text, name="a.txt"):
    return read_bytes(text.encode(), name, language="nl")


def texts(article):
    return [block.text for block in article.blocks]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n", "\n \n"])
def test_header_lines_in_any_order_and_case_end_at_a_blank_or_another_line(between):
    header = (
        "TITLE: Top in Warschau: wat nu\nsource: De Krant\nDate: 2025-03-28\nurl: https://krant.example/1"
    )
    article = read(header + between + TEXT)
    assert article.title == "Top in Warschau: wat nu"
    assert article.publisher == "De Krant"
    assert article.date == PartialDate(2025, 3, 28)
    assert article.url == "https://krant.example/1"
    assert texts(article) == [TEXT]


def test_dutch_names_of_the_fields_do_as_well():
    article = read(f"datum: 2025-03\ntitel: Top\nbron: De Krant\n\n{TEXT}")
    assert (article.date, article.title, article.publisher) == (PartialDate(2025, 3), "Top", "De Krant")


def test_a_field_needs_no_space_and_no_letter_that_only_looks_like_one_of_it():
    article = read(f"date:2025-03\ntitle:Top\n\n{TEXT}")
    assert (article.date, article.title, texts(article)) == (PartialDate(2025, 3), "Top", [TEXT])
    assert texts(read(f"tıtle: Top\n\n{TEXT}"))[0] == "tıtle: Top"


def test_a_field_without_value_says_nothing():
    article = read(f"date:\ntitle:\n{TEXT}")
    assert (article.date, article.title, texts(article)) == (None, None, [TEXT])


def test_a_field_said_twice_is_text_the_second_time():
    assert texts(read(f"title: Top\ntitle: Nog een top.\n{TEXT}")) == ["title: Nog een top.", TEXT]


@pytest.mark.parametrize("lead", ["", "\ufeff", "\n\n", " ", "\ufeff \n"])
@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2025", PartialDate(2025)),
        ("2025-03", PartialDate(2025, 3)),
        ("2025-03-28", PartialDate(2025, 3, 28)),
    ],
)
def test_the_one_line_form_keeps_the_precision_of_its_date(lead, date, expected):
    article = read(f"{lead}date {date} {TEXT}\n\nTweede alinea.")
    assert article.date == expected
    assert texts(article) == [TEXT, "Tweede alinea."]


@pytest.mark.parametrize(
    "line",
    [
        "date 20250 soldaten kwamen niet.",
        "Date 2025 heet het festival dat vandaag begint.",
        "dates 2025-03 zijn bekend.",
        "date staat er in het Engels boven.",
        "Datum en plaats zijn nog onbekend.",
        "datering: onzeker.",
        "Bronnen: drie diplomaten.",
    ],
)
def test_an_article_that_merely_begins_with_such_a_word_is_text(line):
    article = read(f"{line}\n{TEXT}")
    assert article.date is None
    assert texts(article) == [line, TEXT]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"date: 2025-13-45\n\n{TEXT}", 1),
        (f"title: Top\ndate: gisteren\n\n{TEXT}", 2),
        (f"\n\ndatum: 28-03-2025\n{TEXT}", 3),
        (f" date 2025-13 {TEXT}", 1),
        (f"date 28-03-2025 {TEXT}", 1),
        (f"---\ntitle: Top\ndate: 2025-02-30\n---\n{TEXT}", 3),
        (f"date: 2025-3-1\n{TEXT}", 1),
        (f"date: 0000\n{TEXT}", 1),
    ],
)
def test_a_date_that_is_none_is_an_error_with_file_line_and_the_forms_that_are(text, line):
    with pytest.raises(SourceError, match=rf"stuk\.txt, line {line}: .* is not a date") as caught:
        read(text, "stuk.txt")
    assert "2025-03-28" in caught.value.hint


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "een heel verhaal"])
def test_an_address_that_is_no_web_address_is_an_error(url):
    with pytest.raises(SourceError, match=r"line 1: .* is not a web address"):
        read(f"url: {url}\n{TEXT}")


def test_yaml_front_matter_gives_the_same_fields_and_ignores_others():
    article = read(
        "---\ntitle: 'Top: wat nu'\ndate: 2025-03\ntags: [navo, eu]\nauthor:\n  name: Jan\n"
        f"source: De Krant\nurl: https://krant.example/1\nlang: nl-NL\n---\n\n{TEXT}"
    )
    assert (article.title, article.date, article.publisher) == (
        "Top: wat nu",
        PartialDate(2025, 3),
        "De Krant",
    )
    assert texts(article) == [TEXT]


def test_yaml_date_with_a_time_is_a_day_and_a_year_stays_a_year():
    assert read(f"---\ndate: 2025-03-28T10:00:00+01:00\n---\n{TEXT}").date == PartialDate(2025, 3, 28)
    assert read(f"---\ndate: 2025\n---\n{TEXT}").date == PartialDate(2025)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"---\ntitle: Top\nsource: a: b\n---\n{TEXT}", 3),
        (f"---\ntitle: 'open\n---\n{TEXT}", 2),
        (f"---\n- een\n- twee\n---\n{TEXT}", 2),
        (f"---\ntitle: Top\n\n{TEXT}", 1),
        (f"---\ntitle: &a [*b]\n---\n{TEXT}", 2),
    ],
)
def test_broken_front_matter_is_an_error_with_file_and_line(text, line):
    with pytest.raises(SourceError, match=rf"stuk\.md, line {line}: the (YAML )?front matter"):
        read(text, "stuk.md")


@pytest.mark.parametrize(("depth", "what"), [(15_000, "is broken"), (50_000, "longer than 20,000")])
def test_deeply_nested_front_matter_is_refused_not_a_crash(depth, what):
    with pytest.raises(SourceError, match=f"front matter {what}|front matter is {what}"):
        read(f"---\ntitle: {'[' * depth}\n---\n{TEXT}")


def test_an_alias_bomb_costs_nothing():
    bomb = "".join(f"k{n}: &k{n} [{', '.join([f'*k{n - 1}' if n else 'x'] * 9)}]\n" for n in range(30))
    assert read(f"---\n{bomb}title: Top\n---\n{TEXT}").title == "Top"


def test_a_rule_above_the_text_is_no_front_matter():
    assert texts(read(f"---\n{TEXT}")) == ["---", TEXT]


def outcome(text):
    try:
        return read(text).blocks
    except SourceError as error:
        return error.hint


@given(st.text())
def test_any_text_is_read_or_refused_with_a_next_step(text):
    assert outcome(text)


def test_front_matter_with_a_letter_beyond_unicode_is_refused_with_its_line():
    text = f'---\ndate: 2025-03-28\ntitle: "\\UFFFFFFFF"\n---\n{TEXT}'
    with pytest.raises(SourceError, match=r"a\.md, line \d: the YAML front matter is broken"):
        read(text, "a.md")
