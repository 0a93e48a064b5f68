"""An engine whose hypotheses are written down beforehand."""

from briefing.translate.engine import Hypothesis


class FakeEngine:
    """Answers each text with scripted hypotheses for a beam, else with `EN` before the text; it keeps the calls.

    A text with a beginning is looked up as (text, beginning); where that is not scripted, the beginning is all.
    """

    name = "fake-1"
    fingerprint = "f" * 64
    from_code = "nl"

    def __init__(self, script=None, *, terminology=None, fails_at=None):
        self.script = script or {}
        self.terminology = terminology
        self.fails_at = fails_at
        self.calls = []

    def decode(self, segments, *, beam=1, hypotheses=1, progress=None):
        self.calls.append((beam, tuple(segments)))
        if len(self.calls) == self.fails_at:
            raise KeyboardInterrupt
        if progress:
            progress(len(segments))
        return [tuple(self._answer(s, beam)[:hypotheses]) for s in segments]

    def _answer(self, segment, beam):
        if segment.prefix:
            return self.script.get((segment.text, segment.prefix), [Hypothesis(segment.prefix, -5.0)])
        found = self.script.get((segment.text, beam), self.script.get(segment.text))
        return found or [Hypothesis(f"EN {segment.text}", -0.1)]
