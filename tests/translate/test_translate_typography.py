"""Typography is made plain before translation and set again after it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.translate.abbreviations import write_out
from briefing.translate.constructions import put_plainly
from briefing.translate.typography import normalise, restore

SIGNS = st.text(alphabet="ab 1.,-'\"„”“‘’«»…\u00ad\u200b\u00a0\n–()e\u0301", max_size=60)


@given(SIGNS | st.text(max_size=60))
def test_normalising_twice_is_normalising_once(text):
    assert normalise(normalise(text)) == normalise(text)


@given(SIGNS | st.text(max_size=60))
def test_a_normalised_text_is_one_line_without_invisible_signs(text):
    plain = normalise(text)
    assert plain == " ".join(plain.split())
    assert not set(plain) & set("„“”‘’«»…\u00ad\u200b\u00a0\n")


@given(SIGNS)
def test_restoring_changes_only_quotes_dashes_and_ellipses(text):
    def bare(t):
        t = t.replace("...", "…").replace(" - ", " – ")
        return "".join("'" if c in "'‘’" else '"' if c in '"“”' else c for c in t)

    assert bare(restore(text)) == bare(text)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("„Zo’n plan”, zei hij…", '"Zo\'n plan", zei hij...'),
        ("on\u00admogelijk", "onmogelijk"),
        ("on\u200dmogelijk", "onmogelijk"),
        ("een 👩\u200d⚖️", "een 👩\u200d⚖️"),
        ("10\u00a0000\u00a0man", "10 000 man"),
        (",,Nee,” zei zij", '"Nee," zei zij'),
        ("cafe\u0301", "café"),
        ("  a \t b\n", "a b"),
    ],
)
def test_dutch_signs_become_plain(written, plain):
    assert normalise(written) == plain


@pytest.mark.parametrize(
    ("plain", "set_"),
    [
        ('"No," he said.', "“No,” he said."),
        ("It's Europe's turn", "It’s Europe’s turn"),
        ("the '90s", "the ’90s"),
        ("He said 'no' twice", "He said ‘no’ twice"),
        ("war - or peace...", "war – or peace…"),
        ('("quoted")', "(“quoted”)"),
        ("NATO-led", "NATO-led"),
    ],
)
def test_english_signs_are_set(plain, set_):
    assert restore(plain) == set_


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("De raad waſ toe aan rust.", "De raad had behoefte aan rust."),
        ("Hij kwam ı.v.m. het weer.", "Hij kwam in verband met het weer."),
        ("Een dıkke 300 mensen.", "Ruim 300 mensen."),
        ("Kemal Kılıçdaroğlu sprak.", "Kemal Kılıçdaroğlu sprak."),
    ],
)
def test_letters_that_only_look_like_i_and_s_are_taken_as_such_in_patterns_alone(text, plain):
    assert put_plainly(write_out(normalise(text))) == plain
