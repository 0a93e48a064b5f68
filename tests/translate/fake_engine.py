"""An engine whose hypotheses are written down beforehand."""

from briefing.translate.engine import Hypothesis, Likelihood


class FakeEngine:
    """Answers each text with scripted hypotheses for a beam, else with `EN` before the text; it keeps the calls.

    A text with a beginning is looked up as (text, beginning), where that is not scripted, the beginning is all; one with
    an annotation first as (text, English of the annotation). `untold` says of English texts how well the Dutch can be told
    from them, 0 where it says nothing, and `untold_at` which part of the Dutch, else all; without `untold` the engine
    knows one direction. `likely` says how probable English texts are, 0 where it says nothing.
    """

    name = "fake-1"
    fingerprint = "f" * 64
    from_code = "nl"

    def __init__(
        self, script=None, *, terminology=None, fails_at=None, untold=None, untold_at=None, likely=None
    ):
        self.script = script or {}
        self.terminology = terminology
        self.fails_at = fails_at
        self.calls = []
        self.reversible = untold is not None
        self.untold = untold or {}
        self.untold_at = untold_at
        self.told = []
        self.likely = likely or {}
        self.asked = []

    def decode(self, segments, *, beam=1, hypotheses=1, progress=None):
        self.calls.append((beam, tuple(segments)))
        if len(self.calls) == self.fails_at:
            raise KeyboardInterrupt
        if progress:
            progress(len(segments))
        return [tuple(self._answer(s, beam)[:hypotheses]) for s in segments]

    def backward(self, pairs):
        self.told += pairs
        return [
            Likelihood(((*(self.untold_at or (0, len(dutch))), self.untold.get(english, 0.0)),))
            for dutch, english in pairs
        ]

    def forward(self, pairs):
        self.asked += pairs
        return [Likelihood(((0, 0, self.likely.get(english, 0.0)),)) for _, english in pairs]

    def _answer(self, segment, beam):
        if segment.prefix:
            return self.script.get((segment.text, segment.prefix), [Hypothesis(segment.prefix, -5.0)])
        found = self.script.get((segment.text, beam), self.script.get(segment.text))
        if segment.terms:
            found = self.script.get((segment.text, segment.terms[0].target), found)
        return found or [Hypothesis(f"EN {segment.text}", -0.1)]
