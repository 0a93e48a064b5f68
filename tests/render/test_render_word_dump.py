"""The memo as a reader sees it: style and text, line by line."""

from __future__ import annotations

import memo_builder as build
from docx_reader import Docx, dump

from briefing.render import render

FRONT = """\
MemoKind: Briefing memo
Title: Ukraine: reassurance force
| To | Director Russia and Eastern Europe
| From | Press Analysis Desk
| Date | 20 May 2025
| Subject | Press in Dutch and English, Mar 2025 to 18 May 2025: Ukraine, Kremlin and Brussels
| Period covered | Mar 2025 to 18 May 2025
| Sources | 4 articles (3 in Dutch and 1 in English), 194 words
MemoNotice: Machine translation from Dutch and extractive summary, 1 sentence of 17 reviewed by a person. See method and limits.
Heading1: Bottom line up front
BottomLine: Fourteen countries pledged troops for a reassurance force in Ukraine on Tuesday in Copenhagen. [1 · 4 Mar 2025] The cabinet only wants to take part if the United States gives a security guarantee. (reviewed) [2 · Mar 2025] Russia rejects European troops in Ukraine, spokesman Peskov repeated on Monday. [3 · 10 Mar 2025]
Heading1: Key points
ListNumber: Diplomats in Brussels expect a first draft of the guarantees in April. (English original) [4 · 18 May 2025]
ListNumber: On 1 April, the chiefs of staff will meet in Brussels to discuss the timetable. [3 · 10 Mar 2025]
ListNumber: Minister Brekelmans mentions 900 troops, an engineer company and two ships. According to him, a stock without supervision is worth nothing. (check translation) [2 · Mar 2025]
ListNumber: A majority in the House supports the plan, although PVV and SP will not hear of it. [2 · Mar 2025]
ListNumber: Italy and Poland are not taking part, but are opening airfields and ports. [1 · 4 Mar 2025]
TOC1: Contents: Bottom line up front · Key points · Developments by theme · Timeline"""

INNER = """\
Heading2: Security guarantees
ListBullet: “We are not waiting for a mandate from the Security Council,” Frederiksen said afterwards. [1 · 4 Mar 2025]
ListBullet: The Kremlin has ruled out any monitoring role for NATO members. (English original) [4 · 18 May 2025]
ListBullet: See also the bottom line and key points 4 and 5.
BodyText: Also above: airfields (the bottom line, key point 5).
Heading1: Timeline
MemoFigure:
Caption: Figure 1. Dated events, numbered as in the table.
| No. | Date | Event
| 1 | Mar 2025 / “donderdag”, day not known | On Thursday, the House of Representatives will debate the Dutch contribution to the reassurance force. [2 · Mar 2025]
| 2 | 4 Mar 2025 / “dinsdag” | Fourteen countries pledged troops for a reassurance force in Ukraine on Tuesday in Copenhagen. [1 · 4 Mar 2025]
| 3 | 10 Mar 2025 / “maandag” | Russia rejects European troops in Ukraine, spokesman Peskov repeated on Monday. [3 · 10 Mar 2025]
| 4 | 1 Apr 2025 / “Op 1 april” | On 1 April, the chiefs of staff will meet in Brussels to discuss the timetable. [3 · 10 Mar 2025]
TableEnd:
Heading1: Positions
| Who | How | What
| Mette Frederiksen | quoted | “We are not waiting for a mandate from the Security Council,” Frederiksen said afterwards. [1 · 4 Mar 2025]
| Mette Frederiksen | reported | According to Danish Prime Minister Frederiksen, the first units can leave within six weeks of a ceasefire. [1 · 4 Mar 2025]
| Dmitri Peskov | reported | Russia rejects European troops in Ukraine, spokesman Peskov repeated on Monday. [3 · 10 Mar 2025]
TableEnd:
Heading1: Figures that differ between sources
SmallPrint: Different figures for the same word. The program does not know whether they count the same thing: compare the sentences.
| On | Value | Sentence
| Dutch troops | 1,000 | It concerns some 12,000 troops, including 1,000 Dutch. (check translation) [1 · 4 Mar 2025]
|  | 900 | Minister Brekelmans mentions 900 troops, an engineer company and two ships. [2 · Mar 2025]
TableEnd:
Heading1: Terms used
| Dutch | English | Count | In the English
| geruststellingsmacht | reassurance force | 3 | 3 kept
| Tweede Kamer | House of Representatives | 2 | 2 kept
| bestand | truce | 1 | 1 missed
| staakt-het-vuren | ceasefire | 1 | 1 kept
| veiligheidsgarantie | security guarantee | 1 | 1 kept
TableEnd:
Heading1: Sources
| No. | Title | Date | File | Words
| 1 | Fourteen countries promise troops for Ukraine / Veertien landen beloven troepen voor Oekraïne / De Ochtendbode | 4 Mar 2025 | kopenhagen.html | 76
| 2 | “On Thursday, the House of Representatives will debate the Dutch contribution to…” | Mar 2025 | kamerdebat.txt | 60
| 3 | Moscow: no European soldiers near the border / Moskou: geen Europese soldaten bij de grens / Persbureau Noord, https://example.org/moskou | 10 Mar 2025 | moskou.docx | 35
| 4 | Kremlin says no to monitors / in English | 18 May 2025 | monitors.md | 23
TableEnd:
SmallPrint: A title in quotation marks is the opening of an article that has none.
MemoFigure:
Caption: Figure 2. Coverage over time by source. A bar is a source whose day is not known.
| Coverage | Mar ’25 | Apr ’25 | May ’25
| Articles | 3 |  | 1
| Dated events | 2 | 1 |"""

ANNEX = """\
Heading2: 2. “On Thursday, the House of Representatives will debate the Dutch contribution to…”
Caption: Mar 2025 · kamerdebat.txt · 60 words · back to sources
| No. | Dutch | English
| S2.P1.1 / D1.2 T1 | De Tweede Kamer debatteert donderdag over de Nederlandse bijdrage aan de geruststellingsmacht. | On Thursday, the House of Representatives will debate the Dutch contribution to the reassurance force.
| S2.P1.2 / B2 | Het kabinet wil alleen meedoen als de Verenigde Staten een veiligheidsgarantie geven. | The cabinet only wants to take part if the United States gives a security guarantee. (reviewed)
| S2.P2.1 / K3 X1.2 | Minister Brekelmans noemt een aantal van 900 militairen, een compagnie genie en twee schepen. | Minister Brekelmans mentions 900 troops, an engineer company and two ships.
| S2.P2.2 / K3 | Een bestand zonder toezicht is volgens hem niets waard. | According to him, a stock without supervision is worth nothing. (check translation)"""


def test_the_memo_reads_like_this():
    printed = dump(Docx(render(build.memo(), "docx")).body)
    lines = "\n".join(line.rstrip() for line in printed)
    for part in (FRONT, INNER, ANNEX):
        assert part in lines


def test_an_english_source_stands_once_and_says_so():
    lines = dump(Docx(render(build.memo(), "docx")).body)
    start = lines.index("Heading2: 4. Kremlin says no to monitors")
    assert "English original, not translated" in lines[start + 1]
    assert lines[start + 2 : start + 4] == [
        "| No. | English original",
        "| S4.T | Kremlin says no to monitors",
    ]
