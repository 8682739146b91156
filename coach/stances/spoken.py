"""Where a person stands by what was said of them in a conversation, weighed by the ledger as in the account book."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from coach.knowledge.ledger import StanceLedger
from coach.people.scale import UNKNOWN, VALUES, side_of
from coach.stances.evidence import Evidence, counted_as, grade_heard, roles_of
from coach.stances.verdict import verdict


class Sign(Protocol):
    """`grade` and `weight` are those that the account book gave; "" and None for a sign of this conversation."""

    label: str
    quote: str
    rule: str
    confidence: float
    grade: str
    weight: float | None


@dataclass(frozen=True)
class Spoken:
    """`confidence` is 0..1; `supporting` and `against` are the quotes that speak for and against `stance`."""

    stance: str
    confidence: float
    supporting: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


def spoken(signs: Sequence[Sign], ledger: StanceLedger) -> Spoken:
    """Return the stance that the signs support together; unknown without signs.

    When signs for and against are even, both quotes are shown: for and against.
    """
    evidence = [one for one in _weighed(signs, ledger) if one.counts_as in VALUES]
    found = verdict(evidence, ledger)
    if found.stance == UNKNOWN:
        return Spoken(UNKNOWN, 0.0)
    side = side_of(found.stance)
    if not side and not _quotes(evidence, 0):
        return Spoken(found.stance, found.confidence, _quotes(evidence, 1), _quotes(evidence, -1))
    against = tuple(one.quote for one in evidence if side_of(one.counts_as) != side)
    return Spoken(found.stance, found.confidence, _quotes(evidence, side), against)


def roles_spoken(signs: Sequence[Sign], ledger: StanceLedger) -> list[str]:
    """Return the roles seen, strongest first: one person may hold several."""
    known = [one for one in _weighed(signs, ledger) if one.label != UNKNOWN]
    return [role for role, *_ in roles_of(known, ledger)]


def _weighed(signs: Iterable[Sign], ledger: StanceLedger) -> list[Evidence]:
    """Return the signs as the ledger weighs them on the day on which they were noted."""
    weighed = []
    for sign in signs:
        grade = sign.grade or grade_heard(sign.rule)
        weight = ledger.grades[grade].weight * sign.confidence if sign.weight is None else sign.weight
        weighed.append(Evidence("", sign.label, sign.quote, grade, "", weight, counted_as(sign.label, grade, ledger)))
    return weighed


def _quotes(evidence: Iterable[Evidence], side: int) -> tuple[str, ...]:
    return tuple(one.quote for one in evidence if side_of(one.counts_as) == side)
