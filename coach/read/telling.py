"""What somebody tells us: words on a third person are about that one, and an ordinary wish is no inside information.

"Maria told me that Faisal is against us" shows where Faisal stands, and that Maria tells us so. "Maria told me the
doors freeze" shows nothing of Maria. Source: the labelling guide, a coach tells what cannot be known from outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from coach.people.scale import VALUES
from coach.read.matcher import Scan
from coach.read.verdict import Evidence, Verdict
from coach.text.blanked import blanked

_TO_US = r"(?:告诉[了过]?(?:我们?|咱们?)|(?:跟|和|对)(?:我们?|咱们?)(?:说|讲)过?|\b(?:told|tells) (?:me|us))"
_THAT = r"(?: (?:himself|herself|personally|today|yesterday|again|once))*(?: that)?[,，:： ]*"
_TOLD_US = re.compile(_TO_US + _THAT)
_TELLS = re.compile(rf"(?:{_TO_US}|说过?|讲|提到|\b(?:says?|said|thinks?|mentioned)){_THAT}$")
_BACK = re.compile(  # a clause that goes on about who tells: 还叫我先别谈价, "and warned me not to call"
    r"\W*(?:还|又|也|并且?|而且|再三|反复|特意)*(?:告诉|叮嘱|嘱咐|提醒|叫|让|教|劝|求|建议)(?:我们?|咱们?)"
    r"|\W*(?:还|又|也|并且?|而且|再三|特意)*(?:悄悄|偷偷|私下里?|私底下|小声)地?(?:跟我|对我)?(?:讲|说|透露|提|告诉)"
    r"|\W*(?:(?:and|also|then|he|she)[, ]+)*(?:quietly|secretly|privately) (?:said|added|let slip|mentioned|told)\b"
    r"|\W*(?:(?:and|also|then|he|she)[, ]+)*(?:told|asked|advised|warned|begged|urged|reminded|made|let) (?:me|us)\b"
)
TIP = "stances/coach.likely"
TIP_CONFIDENCE = 0.75  # that the words of a colleague's stance are inside information
SURE = 0.95  # of the model alone, that what was told is inside information


def tells_of(clean: str, start: int, end: int) -> re.Match[str] | None:
    """Return the words of telling between `start` and `end`, right before whom they tell of."""
    return _TELLS.search(clean, start, end)


def goes_back(clean: str, clauses: Iterable[tuple[int, int]]) -> int | None:
    """Return where the first of the clauses begins that goes on about who tells us; None where none does."""
    return next((start for start, _ in clauses if _BACK.match(clean, start)), None)


def without_telling(scan: Scan) -> str | None:
    """Return the text with blanks for "told me that"; None where nobody tells us anything."""
    found = _TOLD_US.search(scan.clean)
    if found is None:
        return None
    return blanked(scan.text, [found.span()])


def tip(found: re.Match[str], start: int, stance: Verdict) -> Verdict | None:
    """Return what telling us the `stance` of a colleague shows of who tells it; None where it shows nothing."""
    told = _TOLD_US.search(found.group())
    if told is None or stance.label not in VALUES or stance.label == "neutral":
        return None
    place = found.start() + told.start() - start
    proof = Evidence(TIP, place, place + len(told.group().rstrip()), told.group().rstrip())
    return Verdict("coach", TIP_CONFIDENCE, (proof,), "unknown")
