"""A fake engine and small articles for the tests of the working commands."""

from __future__ import annotations

from briefing.translate import Hypothesis

ARTICLE = "date: 2025-03-28\ntitle: Top in Parijs\n\nDe minister sprak gisteren in Parijs over een bestand. Niemand wilde daarover veel zeggen.\n\nVolgens hem komt er in mei een nieuwe ronde. De landen sturen dan hun ministers naar Brussel.\n"
OTHER = "date: 2025-05-02\n\nHet leger krijgt volgend jaar meer geld van het kabinet. De Kamer is het daar niet mee eens, zo bleek dinsdag.\n"
ENGLISH = "date: 2025-04-01\n\nThe ministers met in London on Tuesday to talk about the war. They agreed to meet again in June, the spokesman said.\n"
GERMAN = "Der Minister hat gestern in Berlin über den Waffenstillstand gesprochen. Die Regierung wollte sich dazu nicht äußern.\n"


class FakeEngine:
    """Gives every segment back with a mark, and counts what it was asked."""

    name = "translate-nl_en-test"
    fingerprint = "f" * 64
    from_code = "nl"
    terminology = None
    reversible = False

    def __init__(self, error: BaseException | None = None) -> None:
        self.error = error
        self.asked = 0

    def decode(self, segments, *, beam=1, hypotheses=1, progress=None):
        if self.error is not None:
            raise self.error
        self.asked += len(segments)
        if progress:
            progress(len(segments))
        return [(Hypothesis(f"EN {segment.text}", -0.1),) for segment in segments]
