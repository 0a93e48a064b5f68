"""Times of day are put right by rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.translate.clock import mended


@pytest.mark.parametrize(
    ("dutch", "english", "expected"),
    [
        ("Het begint om 18.00 uur.", "It starts at 5pm.", "It starts at 6pm."),
        ("Het begint om 18.00 uur.", "It starts at 6 p.m.", "It starts at 6 p.m."),
        ("Om 16.15 uur en om 12.15 uur.", "At 5.15pm and at 5.15pm.", "At 4.15pm and at 12.15pm."),
        ("Om 5.30 uur, en om 22.00 uur.", "At 5.30am, and at 8.00pm.", "At 5.30am, and at 10.00pm."),
        ("Het is 14:15 uur", "It is 5:15 p.m.", "It is 2:15 p.m."),
        ("Om 9.00 uur.", "At 9pm.", "At 9am."),
        ("Om 0.30 uur.", "At 1am.", "At 12.30am."),
        ("Om 8.00 uur en 20.00 uur", "At 8pm and 8am", "At 8pm and 8am"),
        ("Om 18.00 uur.", "In the evening.", "In the evening."),
        ("Om 18.00 uur.", "From 5pm to 6pm.", "From 5pm to 6pm."),
        ("Van 14.00 tot 16.30 uur.", "From 14.00 a.m. to 16.30.", "From 14.00 to 16.30."),
        ("Van 14.00 tot 16.30 uur.", "From 10 to 14.00 p.m.", "From 10 to 14.00."),
        ("Om 14.00 uur en 18.00 uur.", "At 14.00 p.m. and 5pm.", "At 14.00 and 6pm."),
        ("Om 14.00 uur. Toen ging hij.", "At 14.00 p.m. Then he left.", "At 14.00. Then he left."),
        ("17.42 uur", "5.42 p.m", "5.42 pm"),
        ("09.15 uur", "09.15 am", "9.15 am"),
        ("Om 17.42 uur.", "At 5.42 p.m.", "At 5.42 p.m."),
        ("Ruim 18 uur lang.", "For 18 hours from 5pm.", "For 18 hours from 5pm."),
    ],
)
def test_times_that_differ_are_put_right(dutch, english, expected):
    assert mended(dutch, english) == expected


@given(st.integers(0, 23), st.integers(0, 59), st.integers(1, 12), st.sampled_from("ap"))
def test_whatever_the_model_said_the_time_is_that_of_the_dutch(hour, minute, said, half):
    english = mended(f"Om {hour}.{minute:02} uur.", f"At {said}.00{half}m.")
    assert english == f"At {(hour - 1) % 12 + 1}.{minute:02}{'p' if hour >= 12 else 'a'}m."
