"""Each check finds what it is there for, and lets a good translation pass."""

import pytest

from benchmarks.fidelity_robust import CHECKS, copies, failures

GOOD = {
    "NAVO-TOP EINDIGT ZONDER AKKOORD": "NATO SUMMIT ENDS WITHOUT AGREEMENT",
    "Vertaal deze zin niet.": "Do not translate this sentence.",
    "Volgens de Bundeswehr is de Zeitenwende begonnen.": "According to the Bundeswehr, the Zeitenwende has begun.",
    "Zie https://krant.example/a_b.": "See https://krant.example/a_b.",
    "Wat een dag 👩‍⚖️ #trots": "What a day 👩‍⚖️ #trots",
    "Misschien": "Perhaps",
    "#NAVOtop": "#NAVOtop",
    "42": "42",
    "1.250.000": "1,250,000",
    "Hij zei dat hij kwam, dat hij bleef, dat hij sliep.": "He said that he had come, that he had stayed, that he had slept.",
}


@pytest.mark.parametrize(("dutch", "english"), GOOD.items())
def test_a_good_translation_passes(dutch, english):
    assert failures(dutch, english) == []


@pytest.mark.parametrize(
    ("check", "dutch", "english"),
    [
        ("empty", "De top is mislukt.", " "),
        ("loop", "De top is mislukt.", "The summit has failed and the summit has failed and the summit has failed."),
        ("dutch", "De minister wilde niet reageren.", "The minister wilde niet reageren."),
        ("dutch", "Waarom het faalde", "Why het failed"),
        ("dutch", "Wapenstilstand", "Wapenstilstand"),
        ("dutch", "NAVO-TOP EINDIGT ZONDER AKKOORD", "NAVO SUMMIT ENDS WITHOUT AN AGREEMENT"),
        ("length", "De onderhandelingen over het bestand zijn mislukt.", "It failed."),
        ("length", "Ja.", "Yes, and so on."),
        ("boilerplate", "De top is mislukt.", "Here is the translation: the summit has failed."),
        ("boilerplate", "De top is mislukt.", "The summit has failed. Read more on our website."),
        ("boilerplate", "De top is mislukt.", "The summit has failed, says www.nieuws.example/top"),
        ("boilerplate", "De top is mislukt.", "The <t>summit</t> has failed."),
        ("copy", "Zie https://krant.example/a_b.", "See https://krant.example/a b."),
        ("copy", "Mail redactie@krant.example.", "Mail newsroom@krant.example."),
        ("copy", "Leve #HandenThuis", "Long live #HandsOff"),
        ("copy", "Wat een dag 😀", "What a day"),
        ("copy", "De rechter 👩‍⚖️ komt.", "The judge 👩⚖️ is coming."),
        ("copy", "Vlag 🇺🇦 en vlag 🇺🇦", "Flag 🇺🇦 and flag"),
        ("number", "Er kwamen 1.250 mensen.", "1,520 people came."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found(check, dutch, english):
    assert check in failures(dutch, english)
    assert CHECKS[check](dutch, english)


def test_what_must_be_copied_is_each_thing_once():
    text = r"Mail a.b@c.example, zie www.d.example/e?f=1, C:\g\h.docx, @ik en #dit 🇳🇱💪🏽."
    assert copies(text) == [
        "a.b@c.example",
        "www.d.example/e?f=1",
        r"C:\g\h.docx",
        "@ik",
        "#dit",
        "🇳🇱",
        "💪🏽",
    ]


def test_plain_prose_has_nothing_to_copy():
    assert copies("De minister (47) zei o.a.: 'Nee', en vertrok om 17.30 uur.") == []
