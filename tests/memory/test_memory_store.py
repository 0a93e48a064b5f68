"""What was stored is found again to the letter; what a person corrected stands above it."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import MemoryFileError
from briefing.memory import Correction, Entry, Key, Memory

# SQLite keeps UTF-8: everything but lone surrogates.
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
scores = st.none() | st.floats(allow_nan=False)
keys = st.builds(Key, texts, texts, texts, texts)
entries = st.builds(
    Entry,
    english=texts,
    score=scores,
    flags=st.lists(texts, max_size=3).map(tuple),
    terms=st.lists(st.tuples(texts, texts, texts), max_size=3).map(tuple),
    created=st.just("2025-11-03T10:00:00+00:00"),
)
KEY = Key("De brug is dicht.", "f" * 64, "[]", "beam=4")
ENTRY = Entry("The bridge is closed.", -0.25, ("number",), (("brug", "bridge", "kept"),))


def strip_time(entry):
    return (entry.english, entry.score, entry.flags, entry.terms)


def test_an_unknown_key_is_not_found(memory):
    assert memory.lookup([KEY]) == {}
    assert memory.lookup([]) == {}


def test_a_stored_entry_is_found_by_its_whole_key(memory):
    memory.store({KEY: ENTRY})
    assert strip_time(memory.lookup([KEY])[KEY]) == strip_time(ENTRY)


@pytest.mark.parametrize("part", ["nl", "model", "terms", "options"])
def test_and_by_no_other_key(memory, part):
    from dataclasses import replace

    memory.store({KEY: ENTRY})
    assert memory.lookup([replace(KEY, **{part: "other"})]) == {}


def test_parts_of_a_key_do_not_run_together(memory):
    memory.store({Key("ab", "c", "", ""): ENTRY})
    assert memory.lookup([Key("a", "bc", "", ""), Key("abc", "", "", ""), Key("ab", "", "c", "")]) == {}


def test_the_last_entry_of_a_key_counts(memory):
    memory.store({KEY: ENTRY})
    memory.store({KEY: Entry("The bridge is shut.")})
    assert memory.lookup([KEY])[KEY].english == "The bridge is shut."
    assert memory.counts() == (0, 1)


@settings(deadline=None, max_examples=40)  # a file is opened for each example
@given(stored=st.dictionaries(keys, entries, max_size=8))
def test_what_is_read_is_what_was_written(stored, tmp_path_factory):
    with Memory.open(tmp_path_factory.mktemp("m") / "m.sqlite") as memory:
        memory.store(stored)
        assert memory.lookup(list(stored)) == stored


def test_scores_keep_every_bit(memory):
    numbers = [0.1, -1 / 3, math.nextafter(-0.5, 0), 5e-324, -math.inf]
    stored = {Key(str(number), "m"): Entry("x", number) for number in numbers}
    memory.store(stored)
    assert [memory.lookup([key])[key].score for key in stored] == numbers


def test_a_thousand_keys_are_looked_up_in_one_call(memory):
    stored = {Key(f"Zin {number}.", "m"): Entry(f"Sentence {number}.") for number in range(1201)}
    memory.store(stored)
    found = memory.lookup([*stored, Key("onbekend", "m")])
    assert {key: entry.english for key, entry in found.items()} == {k: e.english for k, e in stored.items()}


def test_what_was_stored_is_there_after_closing(path):
    with Memory.open(path) as memory:
        memory.store({KEY: ENTRY})
    with Memory.open(path) as memory:
        assert KEY in memory.lookup([KEY])


def test_a_batch_that_fails_leaves_nothing_of_itself(memory):
    memory.store({KEY: ENTRY})
    with pytest.raises(UnicodeEncodeError):
        memory.store({Key("goed", "m"): ENTRY, Key("\ud800", "m"): ENTRY})
    assert memory.counts() == (0, 1)
    memory.store({Key("goed", "m"): ENTRY})
    assert memory.counts() == (0, 2)


def test_a_correction_is_found_by_its_dutch(memory):
    memory.correct("De brug is dicht.", "The bridge is shut.")
    assert memory.corrections(["De brug is dicht.", "Een ander."]) == {
        "De brug is dicht.": "The bridge is shut."
    }


@pytest.mark.parametrize(
    "variant",
    [
        "Zij zei: “zo’n   brug”.",
        'Zij zei: "zo\'n brug".',
        "Zij zei: «zo‘n\u00a0brug».",
        "Zij zei: „zo'n br\u00adug”.",
        ' Zij zei:\n"zo\'n brug". ',
    ],
)
def test_a_correction_does_not_depend_on_the_form_of_quotation_marks_and_spaces(memory, variant):
    memory.correct(
        "Zij zei: ‘zo’n brug’.".replace("‘zo’n brug’", "“zo’n brug”"), "She said: 'such a bridge'."
    )
    assert memory.corrections([variant]) == {variant: "She said: 'such a bridge'."}


def test_but_it_does_on_letters_and_case(memory):
    memory.correct("De brug.", "The bridge.")
    assert memory.corrections(["De Brug.", "De brug", "Debrug."]) == {}


def test_a_correction_stands_above_every_model_and_outlives_them(memory):
    memory.correct(KEY.nl, "The bridge is shut.")
    memory.store({KEY: ENTRY})
    assert memory.corrections([KEY.nl]) == {KEY.nl: "The bridge is shut."}
    memory.forget_machine()
    assert memory.corrections([KEY.nl]) == {KEY.nl: "The bridge is shut."}


def test_the_last_correction_counts(memory):
    memory.correct("Ja.", "Yes.")
    memory.correct("Ja.", "Indeed.")
    assert memory.corrections(["Ja."]) == {"Ja.": "Indeed."}
    assert memory.counts() == (1, 0)


def test_a_correction_is_one_line(memory):
    memory.correct("Ja.", " Yes,\r\nsir.\x0b ")
    assert memory.corrections(["Ja."]) == {"Ja.": "Yes, sir."}


def test_no_break_spaces_of_a_correction_stay(memory):
    memory.correct("Ja.", "€\u00a05")
    assert memory.corrections(["Ja."]) == {"Ja.": "€\u00a05"}


@pytest.mark.parametrize(("nl", "english"), [("", "x"), (" \n", "x"), ("x", ""), ("x", "\t")])
def test_an_empty_correction_is_refused(memory, nl, english):
    with pytest.raises(MemoryFileError, match="Dutch and an English") as caught:
        memory.correct(nl, english)
    assert "forget" in caught.value.hint
    assert memory.counts() == (0, 0)


@settings(deadline=None, max_examples=40)  # a file is opened for each example
@given(
    st.dictionaries(
        texts.filter(lambda text: text.strip() == text and text.isprintable() and text), texts, max_size=5
    )
)
def test_corrections_of_many_texts_are_found_together(tmp_path_factory, pairs):
    from briefing.memory.store import fold, one_line

    usable = {nl: english for nl, english in pairs.items() if one_line(english)}
    usable = {nl: english for nl, english in usable.items() if [fold(x) for x in usable].count(fold(nl)) == 1}
    with Memory.open(tmp_path_factory.mktemp("m") / "m.sqlite") as memory:
        memory.add_corrections(Correction(nl, english) for nl, english in usable.items())
        assert memory.corrections(list(usable)) == {nl: one_line(english) for nl, english in usable.items()}


def test_records_come_corrections_first_and_newest_first(memory):
    memory.store(
        {
            Key("een", "m"): Entry("one", created="2025-01-01"),
            Key("twee", "m"): Entry("two", created="2025-02-01"),
        }
    )
    memory.add_corrections(
        [Correction("drie", "three", "2024-01-01"), Correction("vier", "four", "2024-02-01")]
    )
    assert [(r.nl, r.english, r.reviewed) for r in memory.records()] == [
        ("vier", "four", True),
        ("drie", "three", True),
        ("twee", "two", False),
        ("een", "one", False),
    ]
    assert [r.nl for r in memory.records(limit=3)] == ["vier", "drie", "twee"]
    assert [r.nl for r in memory.records(limit=1)] == ["vier"]
    assert [r.nl for r in memory.records(reviewed_only=True)] == ["vier", "drie"]


@pytest.mark.parametrize("text", ["ËÉN", "één", "'één'", "“ONE”"])
def test_a_search_heeds_neither_case_nor_quotation_marks(memory, text):
    memory.store(
        {
            Key("Het zijn er ‘één’ of twee, eën.", "m"): Entry('Just "one" or two.'),
            Key("Nul.", "m"): Entry("Zero."),
        }
    )
    found = [r.english for r in memory.records(text)]
    assert found == (['Just "one" or two.'] if text != "ËÉN" else [])


@pytest.mark.parametrize("text", ["%", "_", "'; DROP TABLE entry; --"])
def test_a_search_is_for_the_letters_it_is_given(memory, text):
    memory.store({KEY: ENTRY})
    assert memory.records(text) == ()
    assert memory.counts() == (0, 1)


def test_translations_of_a_text_are_those_of_every_model(memory):
    memory.store(
        {
            Key("Ja.", "a"): Entry("Yes.", created="2025-01-01"),
            Key("Ja.", "b"): Entry("Yeah.", created="2025-02-01"),
            Key("Ja.", "c"): Entry("Yes.", created="2025-01-02"),
            Key("Nee.", "a"): Entry("No."),
        }
    )
    assert memory.translations("Ja.") == ("Yeah.", "Yes.")


def test_a_forgotten_sentence_is_gone_whatever_the_model(memory):
    memory.store({Key("“Ja.”", "a"): ENTRY, Key("“Ja.”", "b"): ENTRY, KEY: ENTRY})
    memory.correct("“Ja.”", "Yes.")
    assert memory.forget('"Ja."') == 3
    assert [record.nl for record in memory.records()] == [KEY.nl]


def test_forgetting_can_spare_corrections_or_nothing(memory):
    memory.store({KEY: ENTRY})
    memory.correct("Ja.", "Yes.")
    assert memory.forget_machine() == 1
    assert memory.counts() == (1, 0)
    assert memory.forget_all() == 1
    assert memory.counts() == (0, 0)


def test_forgotten_text_is_not_left_in_the_files(memory, path):
    memory.store({Key("Vertrouwelijke zin over een bron.", "m"): Entry("Confidential sentence.")})
    memory.forget("Vertrouwelijke zin over een bron.")
    left = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert b"Vertrouwelijke" not in left
    assert b"Confidential" not in left


def test_an_entry_that_cannot_be_read_is_named(memory):
    memory.store({KEY: ENTRY})
    memory._connection.execute("UPDATE entry SET flags = '{'")
    with pytest.raises(MemoryFileError, match="cannot be read") as caught:
        memory.lookup([KEY])
    assert "forget --machine" in caught.value.hint
