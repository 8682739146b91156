"""Lines that keep the customer's respect: they say something and bear no fault."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from coach.knowledge.rehearsing import Rubric
from coach.text.normalize import normalize

RESPECT = "respect"  # the criterion that they earn
_GUESSED = "rough"  # what sounds rough hurts as what is known to
_SHORTEST = 6  # letters and digits: "Good." and 是的 are no merit


def decent_lines(lines: Iterable[tuple[int, str, Collection[str]]], rubric: Rubric) -> tuple[int, ...]:
    """Return the numbers of the decent lines among (number, words, marks); the same words count once.

    Each line that hurts takes some of them back: `taken_back` of the criterion.
    """
    faults, hurting = {fault.id for fault in rubric.faults}, {*rubric.spoiling, _GUESSED}
    decent: dict[str, int] = {}
    hurt = 0
    for number, words, marks in lines:
        hurt += bool(hurting & set(marks))
        clean = "".join(sign for sign in normalize(words) if sign.isalnum())
        if len(clean) >= _SHORTEST and not faults & set(marks):
            decent.setdefault(clean, number)
    back = hurt * next((item.taken_back for item in rubric.criteria if item.id == RESPECT), 0)
    return tuple(decent.values())[: max(0, len(decent) - back)]
