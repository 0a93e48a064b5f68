"""Which marks belong together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.segment.quotes import find_spans


def inside(text):
    return [text[span.start : span.end] for span in find_spans(text)[0]]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Hij zei „ja” en “nee”.", ["„ja”", "“nee”"]),
        ("Zo’n ”macht” is 'nieuw'.", ["”macht”", "'nieuw'"]),
        ("„Hij zei ‘nee’ en ging”", ["„Hij zei ‘nee’ en ging”", "‘nee’"]),
        ("De „deur en de „poort” staan open.", ["„poort”"]),
        ("De deur” en de „poort” staan open.", ["„poort”"]),
        ("Parijs' plan, foto's en ’s avonds", []),
        ("Het ‘zo’n plan’ van '80", ["‘zo’n plan’"]),
        ("(een [twee] drie", ["[twee]"]),
        ("»ja« en «nee» en ,,zo''", ["»ja«", "«nee»", ",,zo''"]),
        ('De "deur" en de "poort"', ['"deur"', '"poort"']),
    ],
)
def test_spans_are_the_balanced_marks(text, spans):
    assert inside(text) == spans


@given(st.text(alphabet="ab .!'\"„“”‘’«»()[],`"))
def test_spans_never_cross(text):
    spans, closing = find_spans(text)
    for one in spans:
        assert one.end - 1 in closing or text[one.end - 1] in "'`"
        for other in spans:
            assert not one.start < other.start < one.end < other.end
