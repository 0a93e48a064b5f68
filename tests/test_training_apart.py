"""Which separable verbs are what they seem where their parts stand apart: counted in pairs."""

from training import apart
from training.corpus import Pair

PAIRS = [
    Pair("Zij kaartte de zaak gisteren aan.", "She raised the matter yesterday.", "x"),
    Pair("Zij kaartten de zaak aan.", "They brought up the matter.", "x"),
    Pair("Zij probeert de zaak aan te kaarten.", "She is trying to postpone the matter.", "x"),
    Pair("Zij wil de zaak aankaarten.", "She wants to raise the matter.", "x"),
    Pair("De kat zit.", "The cat sits.", "x"),
]


def test_a_verb_is_counted_where_its_parts_stand_apart_and_where_the_english_tells_it():
    seen, told = apart.counts(PAIRS)
    assert (seen["aankaarten"], told["aankaarten"]) == (3, 2)
    assert set(seen) == {"aankaarten"}


def test_the_list_holds_what_is_told_often_enough(tmp_path, capsys):
    for name, count in (("often", 4), ("seldom", 2)):
        lines = [f"{p.dutch}\t{p.english}\n" for p in PAIRS[: count // 2] * 2 + PAIRS[2:3] * (count == 2) * 2]
        (tmp_path / f"{name}.tsv").write_text("".join(lines))
    apart.main(str(tmp_path / "often.tsv"))
    assert capsys.readouterr().out.splitlines()[1:] == ["aankaarten"]
    apart.main(str(tmp_path / "seldom.tsv"))
    assert capsys.readouterr().out.splitlines()[1:] == []
