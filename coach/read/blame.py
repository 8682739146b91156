"""A complaint of the present supplier is a latent need of the customer: a reason to change."""

from __future__ import annotations

from coach.knowledge.needed import DEPTH, GENERAL_TOPICS
from coach.read.found import EDGES, FoundNeed, trim
from coach.read.reader import Reader, ScannedText
from coach.read.verdict import Evidence, Verdict

_TOPIC, _OF_END_USERS = "supplier_failing", "complaints"
_CONFIDENCE = 0.7
Span = tuple[int, int]


def with_blame(needs: list[FoundNeed], scanned: ScannedText, reader: Reader) -> list[FoundNeed]:
    """Return `needs` with one latent need for each complaint of a rival.

    "Complains" there names the customer's own anger; it is no complaint of the people he sells to.
    """
    for span in _joined(reader.rivals.blamed(scanned.scan), scanned.text):
        inside = [need for need in needs if span[0] <= need.start < span[1]]
        hidden = [n for n in inside if DEPTH[n.level] > 1 and n.topic != _OF_END_USERS]
        rest = [need for need in needs if need not in inside]
        needs = sorted([*rest, *(hidden or [_blamed(span, scanned, reader)])], key=lambda need: need.start)
    return needs


def deeper(overall: Verdict, needs: list[FoundNeed]) -> Verdict:
    """Return the verdict on the whole text: that of the deepest need, when it lies below `overall`."""
    deepest = max(needs, key=lambda need: DEPTH[need.level], default=None)
    if deepest and DEPTH[deepest.level] > DEPTH.get(overall.label, 0):
        return deepest.verdict
    return overall


def _blamed(span: Span, scanned: ScannedText, reader: Reader) -> FoundNeed:
    start, end = trim(scanned.text, span)
    hits = [h for h in scanned.hits("need") if start <= h.start < end and h.rule.label == "latent"]
    own = [h for h in hits if h.rule.topic != _OF_END_USERS]
    best = max(own, key=lambda h: (h.rule.sure, h.end - h.start), default=None)
    topic = best.rule.topic if best else _TOPIC if _TOPIC in reader.knowledge.needs else GENERAL_TOPICS["latent"]
    words = next((s for s in reader.rivals.complaints(scanned.scan) if start <= s[0] < end), (start, end))
    place = (best.start, best.end) if best else words
    rule = best.rule.id if best else "language/complaints"
    proof = Evidence(rule, *place, scanned.text[slice(*place)])
    return FoundNeed(topic, start, end, scanned.text[start:end], Verdict("latent", _CONFIDENCE, (proof,), "none"))


def _joined(spans: list[Span], text: str) -> list[Span]:
    """Join clauses that only a mark parts: "Philips is late, and complains all the time"."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and not text[joined[-1][1] : start].strip(EDGES):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
