"""The roles that words on a person show: in all that is told, else in the clause that tells one most surely."""

from __future__ import annotations

from coach.read.reader import Reader
from coach.read.verdict import Verdict
from coach.text.clauses import clauses
from coach.text.normalize import normalize
from coach.text.run_on import pieces

CLEAR = 0.8  # confidence from which all the words together outweigh a title and a single clause
ALONE = 0.9  # how sure one clause must be read by itself where no sure rule reads it
# roles that one person may hold and be told of in one breath
_PAIRS = tuple(
    frozenset(pair)
    for pair in (
        ("initiator", "user"),
        ("initiator", "influencer"),
        ("initiator", "decider"),
        ("influencer", "user"),
        ("decider", "approver"),
    )
)


def roles_told(words: str, title: Verdict | None, reader: Reader) -> tuple[Verdict, ...]:
    """Return the role that `words` show and those that go with it, `title` where nothing clear is told."""
    whole = reader.role(words)
    spans = _spans(words)
    parts = [reader.role(words[start:end]).moved(start) for start, end in spans] if len(spans) > 1 else []
    first = _clearest(whole, parts, title)
    beside = [part for part in parts if is_sure(part) and frozenset((first.label, part.label)) in _PAIRS]
    return first, *{part.label: part for part in beside if is_sure(first)}.values()


def is_sure(verdict: Verdict) -> bool:
    return verdict.label != "unknown" and verdict.is_sure


def _clearest(whole: Verdict, parts: list[Verdict], title: Verdict | None) -> Verdict:
    clear = whole.label != "unknown" and whole.confidence >= CLEAR
    if is_sure(whole) or clear and whole.is_ruled:
        return whole
    if sure := [part for part in parts if is_sure(part)]:
        return max(sure, key=lambda part: part.confidence)
    alone = [part for part in parts if part.label != "unknown" and part.confidence >= ALONE]
    if ruled := [part for part in alone if part.is_ruled]:
        return max(ruled, key=lambda part: part.confidence)
    if clear and (title is None or whole.confidence >= ALONE):
        return whole
    return title or max(alone, key=lambda part: part.confidence, default=whole)


def _spans(words: str) -> list[tuple[int, int]]:
    """Return where the clauses stand, those of speech without marks in pieces."""
    clean = normalize(words)
    return [piece for clause in clauses(clean) for piece in pieces(clean, clause)]
