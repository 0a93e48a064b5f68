"""From the corpus to the mixture: what is dropped, what is held out, how terms are annotated and sentences roughened."""

from __future__ import annotations

import lzma
import random
import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_language import sentences

from training import corpus, lexicon
from training.align import Aligner, phrases
from training.corpus import Pair
from training.mixture import Recipe, Source, invented_name, mix, strange_name, strange_number, typeset
from training.terms import FUNCTION_WORDS, Pool, Shares, annotate, base_form, in_english, stands_as_noun


@pytest.fixture(scope="module")
def pairs():
    return [Pair(d, e, "small") for d, e in sentences(900)]


@pytest.fixture(scope="module")
def aligner(pairs):
    return Aligner.learn(pairs)


@pytest.mark.parametrize(
    ("dutch", "english", "reason"),
    [
        ("De minister zwijgt over het plan.", "The minister is silent about the plan.", None),
        ("", "The minister is silent.", "empty"),
        ("...", "The minister is silent.", "empty"),
        ("Ja. " * 90, "Yes. " * 90, "long"),
        ("De <b>minister</b> zwijgt.", "The minister is silent.", "markup"),
        ("De minister zwijgt over het plan.", "No.", "ratio"),
        (
            "Johnson & Johnson Medical Devices International",
            "Johnson & Johnson Medical Devices International",
            "copy",
        ),
        (
            "The minister and the army have not answered.",
            "The minister and the army did not answer.",
            "language",
        ),
        ("De minister heeft niet geantwoord.", "De minister heeft nog niet gesproken.", "language"),
        ("Of het was een vergissing, of niet.", "Either it was a mistake, or it was not.", None),
    ],
)
def test_a_pair_is_kept_or_dropped_for_its_reason(dutch, english, reason):
    assert corpus.fault(Pair(dutch, english, "x")) == reason


def test_cleaning_drops_duplicates_and_what_is_held_out_elsewhere(corpus_folder, tmp_path):
    never = tmp_path / "never.tsv"
    dutch, english = sentences(1200)[3]
    never.write_text(f"Iets anders.\t{english.upper()}\n", encoding="utf-8")
    cleaned = corpus.clean([corpus_folder], ["best", "rest"], corpus.held_out_keys([never]), held_out=20)
    assert cleaned.dropped["best"] == Counter(
        {"duplicate": 1, "empty": 1, "markup": 1, "held out elsewhere": 1}
    )
    assert cleaned.dropped["rest"]["duplicate"] == 300
    everything = [p.dutch for p in cleaned.kept + cleaned.held_out]
    assert dutch not in everything
    assert len(everything) == len(set(everything)) == 1200 - 1
    assert 20 <= len(cleaned.held_out) < 80
    assert {p.source for p in cleaned.held_out} == {"best", "rest"}


def test_what_is_held_out_does_not_depend_on_the_order_of_the_file(corpus_folder):
    first = corpus.clean([corpus_folder], ["rest"], set(), 20).held_out
    path = corpus_folder / "rest.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(reversed(lines)) + "\n", encoding="utf-8")
    assert set(corpus.clean([corpus_folder], ["rest"], set(), 20).held_out) == set(first)


def test_a_missing_source_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"has no gone\.tsv\.xz or gone\.tsv"):
        corpus.source_file([tmp_path], "gone")


def test_pairs_survive_writing_and_loading(pairs, tmp_path):
    corpus.write(tmp_path / "pairs.tsv", pairs)
    assert corpus.load(tmp_path / "pairs.tsv") == pairs


def test_phrases_are_translations_of_each_other(pairs, aligner):
    known = {
        "minister": "minister", "vredesplan": "peace plan", "sancties": "sanctions", "leger": "army",
        "nieuwe sancties": "new sanctions", "wapenleveranties": "arms deliveries", "verdrag": "treaty",
    }  # fmt: skip
    right = wrong = 0
    for pair in pairs:
        for phrase in phrases(aligner, pair, FUNCTION_WORDS):
            expected = known.get(pair.dutch[slice(*phrase.dutch)].lower())
            if expected:
                got = pair.english[slice(*phrase.english)].lower()
                right, wrong = right + (got == expected), wrong + (got != expected)
    assert right > 300
    assert wrong < 0.05 * right


def test_a_table_is_the_same_after_saving(aligner, pairs, tmp_path):
    aligner.save(tmp_path / "table.npz")
    again = Aligner.load(tmp_path / "table.npz")
    for pair in pairs[:20]:
        assert phrases(again, pair, FUNCTION_WORDS) == phrases(aligner, pair, FUNCTION_WORDS)
        assert again.score(pair) == pytest.approx(aligner.score(pair), abs=1e-5)


def test_a_wrong_translation_scores_below_a_right_one(aligner, pairs):
    right = sum(aligner.score(p) for p in pairs[:100])
    wrong = sum(
        aligner.score(Pair(p.dutch, q.english, "")) for p, q in zip(pairs, pairs[100:200], strict=False)
    )
    assert wrong < 0.8 * right


ANNOTATION = re.compile(r"<t>(.+?)<=>(.+?)</t>")


def test_annotations_leave_both_sentences_whole(aligner, pairs):
    rng, pool = random.Random(2), Pool()
    seen = Counter()
    for pair in pairs:
        found = phrases(aligner, pair, FUNCTION_WORDS)
        for phrase in found:
            pool.add(pair, phrase)
        if not found:
            continue
        dutch, english = annotate(pair, found, pool, Shares(rare=0, english=0), rng)
        assert ANNOTATION.sub(r"\1", dutch) == pair.dutch
        assert english == pair.english
        for _, given_form in ANNOTATION.findall(dutch):
            seen[bool(re.search(rf"\b{re.escape(given_form)}\b", pair.english, re.IGNORECASE))] += 1
    assert seen[True] > 500
    assert seen[False] > 50  # base forms of what is inflected


def test_a_rare_rendering_stands_on_both_sides(aligner, pairs):
    rng, pool = random.Random(2), Pool()
    found = [phrases(aligner, p, FUNCTION_WORDS) for p in pairs]
    for pair, of in zip(pairs, found, strict=True):
        for phrase in of:
            pool.add(pair, phrase)
    changed = 0
    for pair, of in zip(pairs[:300], found, strict=False):
        if not of:
            continue
        dutch, english = annotate(pair, of, pool, Shares(rare=1, base=0, english=0), rng)
        if english != pair.english:
            changed += 1
            assert any(form.rstrip("y")[:-1] in english for _, form in ANNOTATION.findall(dutch))
    assert changed > 50


def test_english_may_stand_on_the_dutch_side(aligner, pairs):
    pair = next(p for p in pairs if "vredesplan" in p.dutch)
    phrase = next(
        f for f in phrases(aligner, pair, FUNCTION_WORDS) if pair.dutch[slice(*f.dutch)] == "vredesplan"
    )
    dutch, english = annotate(pair, [phrase], Pool(), Shares(rare=0, base=0, english=1), random.Random(1))
    assert "<t>peace plan<=>peace plan</t>" in dutch
    assert in_english(pair, phrase) == (pair.dutch.replace("vredesplan", "peace plan"), english)


@pytest.mark.parametrize(
    ("rendering", "base"),
    [
        ("sanctions", "sanction"),
        ("peace talks", "peace talk"),
        ("supported", "support"),
        ("Sanctions", "Sanctions"),
        ("three years", "three years"),
        ("quickly agreed", "quickly agreed"),
        ("NATO", "NATO"),
    ],
)
def test_the_base_form_is_what_a_glossary_would_hold(rendering, base):
    assert base_form(rendering) == base


@pytest.mark.parametrize(
    ("english", "word", "noun"),
    [
        ("The army refuses.", "army", True),
        ("He refuses help.", "help", False),
        ("The committee was dissolved.", "dissolved", False),
        ("It was aimed at firms.", "firms", False),
        ("talks with generals", "generals", True),
        ("Generals spoke.", "Generals", False),
    ],
)
def test_where_a_noun_stands(english, word, noun):
    at = english.index(word)
    assert stands_as_noun(english, (at, at + len(word))) is noun


def test_a_name_changes_alike_on_both_sides():
    dutch, english = strange_name(
        "Volgens Jansen wacht men af.", "According to Jansen they wait.", random.Random(1)
    )
    name = re.search(r"Volgens (\w+)", dutch)[1]
    assert name != "Jansen"
    assert english == f"According to {name} they wait."


def test_a_name_that_differs_is_left_alone():
    pair = ("Hij woont in Wenen nu.", "He lives in Vienna now.")
    assert strange_name(*pair, random.Random(1)) == pair


@given(st.integers(10, 999999), st.integers(0, 2**32))
def test_a_number_changes_alike_and_keeps_its_length(number, seed):
    dutch, english = strange_number(
        f"Er zijn {number} doden.", f"There are {number} dead.", random.Random(seed)
    )
    new = re.search(r"\d+", dutch)[0]
    assert len(new) == len(str(number))
    assert new[0] == str(number)[0]
    assert english == f"There are {new} dead."


@pytest.mark.parametrize(
    "dutch", ["Om 12.30 uur op 3 mei.", "Het kost 1.250,75 euro.", "De A-12 en 2-1.", "In 2025 en 2025."]
)
def test_parts_of_numbers_are_left_alone(dutch):
    assert strange_number(dutch, dutch, random.Random(3)) == (dutch, dutch)


@given(st.integers(0, 2**32))
def test_invented_names_look_like_names(seed):
    name = invented_name(random.Random(seed))
    assert re.fullmatch(r"(?:[A-Z]?[a-z]+ )?(?:[A-Z]')?\w{3,}(?:[ '-]\w+)*", name)
    assert name.split()[-1].split("-")[-1].lstrip("'")[0].isupper()
    assert len(name) < 60


def test_quotation_marks_are_typeset_in_pairs():
    assert {typeset('Hij zei: "ja" en "foto\'s".', random.Random(n)) for n in range(9)} == {
        "Hij zei: “ja” en “foto’s”.",
        "Hij zei: „ja” en „foto’s”.",
        "Hij zei: ‘ja’ en ‘foto’s’.",
    }


def test_the_mixture_has_its_passes_its_order_and_its_kinds(aligner, pairs):
    extra = [Pair(d, e, "extra") for d, e in sentences(1500, seed=5)[900:]]
    recipe = Recipe(sources={"small": Source(passes=1.5), "extra": Source(pairs=200, until=0.4)}, worst=0)
    mixed, kinds = mix([*pairs, *extra], aligner, recipe)
    counts = Counter(p.source for p in mixed)
    assert 1250 < counts["small"] < 1450
    assert 200 <= counts["extra"] < 210
    last = max(n for n, p in enumerate(mixed) if p.source == "extra")
    assert last < 0.6 * len(mixed)
    assert kinds["terms"] > 0.15 * len(mixed)
    assert {"capitals", "no_stop", "english_words", "strange_names", "strange_numbers", "joined"} <= set(
        kinds
    )
    again, _ = mix([*pairs, *extra], aligner, recipe)
    assert again == mixed


def test_the_worst_aligned_of_a_source_are_left_out(aligner, pairs):
    swapped = [Pair(a.dutch, b.english, "small") for a, b in zip(pairs[:20], pairs[50:], strict=False)]
    recipe = Recipe(sources={"small": Source()}, worst=0.05, terms=0, strange_names=0, strange_numbers=0, joined=0,
                    english_words=0, capitals=0, no_stop=0, typographic=0)  # fmt: skip
    mixed, _ = mix(pairs[20:] + swapped, aligner, recipe)
    assert len(set(swapped) & set(mixed)) < 6


def test_a_source_has_its_part_of_training_its_own_worst_share_and_its_reversed_passes(aligner, pairs):
    late = [Pair(d, e, "late") for d, e in sentences(1500, seed=5)[900:]]
    sources = {"small": Source(until=0.5), "late": Source(since=0.7, worst=0.5, reverse=1.5)}
    mixed, kinds = mix([*pairs, *late], aligner, Recipe(sources=sources, worst=0, joined=0))
    places = {s: [n for n, p in enumerate(mixed) if p.source == s] for s in sources}
    assert max(places["small"]) < min(places["late"])
    turned = [p for p in mixed if p.english in {q.dutch for q in late}]
    assert 1.3 * 300 < kinds["reversed"] == len(turned) < 1.7 * 300
    assert all(p.dutch.startswith("<=>") for p in turned)
    assert len(places["late"]) == 300 + len(turned)


def test_the_dictionary_gives_an_entry_and_its_first_rendering(tmp_path):
    path = tmp_path / corpus.DICTIONARY
    lines = [
        "# dutch, part of speech, english",
        "kazerne\tn\tbarracks; army base",
        "te boek staan\tp\tbe known\tbekend zijn",
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert list(corpus.read(path, "dictionary")) == [
        Pair("kazerne", "barracks", "dictionary"),
        Pair("te boek staan", "be known", "dictionary"),
    ]


def test_the_lexicon_is_learnt_from_the_first_folder_that_has_a_source(tmp_path, monkeypatch):
    (tmp_path / "own").mkdir()
    (tmp_path / "else").mkdir()
    lines = [f"{d}\t{e}\n" for d, e in sentences(300)]
    (tmp_path / "own" / "own.tsv").write_text("".join(lines), encoding="utf-8")
    (tmp_path / "else" / "own.tsv").write_text("niets\tnothing\n" * 9, encoding="utf-8")
    (tmp_path / "else" / "many.tsv").write_text(
        "zwijgt\tsilence\n" * 4 + "rest\trest\n" * 4, encoding="utf-8"
    )
    monkeypatch.setattr(lexicon, "SOURCES", {"own": 1, "many": 3})
    files = {
        name: corpus.source_file([tmp_path / "own", tmp_path / "else"], name) for name in ("own", "many")
    }
    assert len(lexicon.pairs(files)) == 300 + 3
    lexicon.main(str(tmp_path / "lexicon.tsv.xz"), str(tmp_path / "own"), str(tmp_path / "else"))
    with lzma.open(tmp_path / "lexicon.tsv.xz", "rt", encoding="utf-8") as file:
        header, *rows = file.read().splitlines()
    assert "303 pairs" in header
    table = dict(row.split("\t") for row in rows)
    assert table["minister"].startswith("minister:")
    assert "niets" not in table
