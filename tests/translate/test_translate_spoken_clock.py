"""Times of day in words are compared by what they mean, and put right."""

import pytest

from briefing.translate.checks import numbers
from briefing.translate.clock import mended

RIGHT = [
    ("Om half zeven begon het.", "At half past six it began."),
    ("Om half zeven begon het.", "It began at 6.30 pm."),
    ("Om half zeven begon het.", "It began at 18:30."),
    ("De trein ging om kwart voor acht.", "The train left at a quarter to eight."),
    ("De trein ging om kwart over elf.", "The train left at quarter past 11."),
    ("Om tien voor halfnegen reed hij.", "By twenty past eight he was driving."),
    ("De klok staat op vijf voor half zeven.", "The clock says twenty-five past six."),
    ("Tegen vijf over twaalf viel een schot.", "Towards five past twelve a shot fell."),
    ("Om half een at hij.", "He ate at half past twelve."),
    ("Om kwart over twaalf at hij.", "He ate at quarter past noon."),
]
WRONG = [
    ("De winkel sluit om half zes.", "The shop closes at half past six.", "The shop closes at half past five."),
    ("De winkel sluit om half zes.", "The shop closes at half six.", "The shop closes at half past five."),
    ("Om tien over half negen zong zij.", "At ten past half past nine she sang.", "At twenty to nine she sang."),
    ("Om vijf voor half vier zong zij.", "At five to four she sang.", "At twenty-five past three she sang."),
    ("De trein ging om kwart voor acht.", "The train left at a quarter past eight.", "The train left at a quarter to eight."),
    ("Om half een at hij.", "He ate at half past one.", "He ate at half past twelve."),
    ("Om half zes sloot het, om half zeven ging het open.", "It shut at half past five and opened at half past seven.",
     "It shut at half past five and opened at half past six."),
    ("Hij kwam om half zes.", "He came at 6.30 pm.", "He came at 5.30 pm."),
    ("Hij kwam om half zes.", "He came at 18:30.", "He came at 17:30."),
    ("Half zes kwam hij.", "Half past six he came.", "Half past five he came."),
]  # fmt: skip


@pytest.mark.parametrize(("dutch", "english"), RIGHT)
def test_a_time_that_agrees_is_left_alone(dutch, english):
    assert not numbers.differ(dutch, english)
    assert mended(dutch, english) == english


@pytest.mark.parametrize(("dutch", "english", "right"), WRONG)
def test_a_time_that_does_not_is_seen_and_put_right(dutch, english, right):
    assert numbers.differ(dutch, english)
    assert mended(dutch, english) == right


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("Om half zes kostte het 2,50 euro.", "It cost 2.50 euros."),
        ("Om half zes kwam hij.", "He came in the evening."),
        ("Om half zes kwam hij.", "He came at half past six or at half past seven."),
    ],
)
def test_a_time_that_has_no_counterpart_is_seen_and_nothing_else_changed(dutch, english):
    assert numbers.differ(dutch, english)
    assert mended(dutch, english) == english


def test_a_saying_is_no_time():
    assert mended("Het is vijf voor twaalf.", "It is ten past one.") == "It is ten past one."
    assert not numbers.differ("Het is vijf voor twaalf.", "It is the eleventh hour.")
