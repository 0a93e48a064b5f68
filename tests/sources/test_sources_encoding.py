"""Bytes to text: each encoding gives the same article, and what is no text is refused."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import SourceError
from briefing.sources import read_bytes
from briefing.sources.encoding import decode

TEXT = (
    "De Oekraïense minister zei: „Zo’n coördinatie is één groot reëel probleem” – en dat kost € 250.000.\n"
    "Volgens de Poolse premier is het overleg over de financiële steun nog niet geëindigd…"
)


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"],
)
def test_the_same_article_comes_out_of_each_encoding(encoding):
    assert decode(TEXT.encode(encoding), "a.txt").removeprefix("\ufeff") == TEXT


def test_big_endian_marks_are_kept_to():
    assert decode(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "a.txt") == TEXT


def test_a_dos_file_is_guessed():
    text = (
        "De coördinatie van de financiële steun aan Oekraïne is volgens één diplomaat een reëel probleem. "
        * 5
    )
    assert decode(text.encode("cp850"), "a.txt") == text


def test_a_russian_file_in_windows_1251_is_not_taken_for_western():
    text = "Министр обороны заявил, что переговоры о перемирии продолжаются, но решение пока не принято. " * 5
    assert decode(text.encode("cp1251"), "a.txt") == text


def test_a_stray_windows_byte_in_utf8_spoils_nothing_else():
    assert decode(TEXT.encode() + b" Zo\x92n top.", "a.txt") == TEXT + " Zo’n top."


@given(st.text(st.characters(codec="cp1252", exclude_categories=("Cc", "Cs", "Sk")), min_size=1))
def test_utf8_and_utf16_round_trip(text):
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert decode(text.encode(encoding), "a.txt") == text


@given(
    st.lists(
        st.sampled_from(
            [
                "de",
                "een",
                "het",
                "coördinatie",
                "Oekraïne",
                "één",
                "“zo’n”",
                "’s-Gravenhage",
                "–",
                "€",
                "5",
                "façade",
            ]
        ),
        min_size=1,
    )
)
def test_dutch_words_in_windows_1252_round_trip(words):
    text = " ".join(words)
    assert decode(text.encode("cp1252"), "a.txt") == text


@pytest.mark.parametrize(
    "data",
    [
        b"\0" * 100,
        bytes(range(256)) * 4,
        b"De top\0 is voorbij",
        codecs.BOM_UTF16_LE + b"\x00\xd8\x00\xd8",
        b"\x01\x02\x03\x04\x05\x06\x07 tekst",
    ],
)
def test_what_is_no_text_is_refused(data):
    with pytest.raises(SourceError, match=r"a\.txt"):
        decode(data, "a.txt")


@given(st.binary(max_size=400))
def test_random_bytes_are_read_or_refused_and_nothing_else(data):
    for name in ("a.txt", "a", "a.html", "a.docx", "a.pdf", "a.md"):
        assert outcome(data, name)


@given(
    st.sampled_from([b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"---\n", b"date: ", b"\xff\xfe", b"{\\rtf"]),
    st.binary(),
)
def test_random_bytes_behind_a_known_start_are_read_or_refused_too(start, data):
    assert outcome(start + data, "a.txt")


def outcome(data, name):
    """Return the blocks, or the message of the SourceError; any other exception is the test's failure."""
    try:
        return read_bytes(data, name).blocks
    except SourceError as error:
        return error.hint


@pytest.mark.parametrize("label", ["iso-8859-1", "latin1", "us-ascii", "utf-16"])
def test_a_pages_own_label_is_read_as_browsers_read_it(label):
    page = f'<meta charset="{label}"><p>{TEXT}</p>'
    assert decode(page.encode("cp1252"), "a.html") == page


@pytest.mark.parametrize("text", ["Het café is open.".encode("cp1252"), "Het café is open.".encode()])
def test_any_number_of_byte_order_marks_is_no_text(text):
    assert decode(codecs.BOM_UTF8 * 1_000_000 + text, "a.txt") == "Het café is open."
