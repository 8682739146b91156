"""Where a person stands, from all that was observed: evidence for and against, and how sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

VALUES = {"coach": 2, "supporter": 1, "neutral": 0, "opponent": -1, "enemy": -2}  # domain.md, section 3
BY_RULE, LEARNED = 1.0, 0.6  # an explicit sign weighs more than a tone that only the model heard
UNKNOWN = "unknown"


class Sign(Protocol):
    label: str
    quote: str
    rule: str
    confidence: float


@dataclass(frozen=True)
class Standing:
    """`confidence` is 0..1; `supporting` and `against` are the quotes that speak for and against `stance`."""

    stance: str
    confidence: float
    supporting: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


def standing(signs: Sequence[Sign]) -> Standing:
    """Return the stance that the signs support together; unknown without signs.

    Several signs that agree raise the confidence, contradicting ones lower it. A mean between coach and
    supporter counts as coach only if somebody saw a coach's act; the same for an enemy.
    """
    known = [sign for sign in signs if sign.label in VALUES]
    if not known:
        return Standing(UNKNOWN, 0.0)
    weights = [sign.confidence * (LEARNED if sign.rule.startswith("learned") else BY_RULE) for sign in known]
    total = sum(weights)
    mean = sum(w * VALUES[s.label] for w, s in zip(weights, known, strict=True)) / total
    seen = {sign.label for sign in known}
    allowed = [name for name in VALUES if name in seen or abs(VALUES[name]) < 2]
    stance = min(allowed, key=lambda name: (abs(VALUES[name] - mean), name not in seen, abs(VALUES[name])))
    agree = [s for s in known if _same_side(VALUES[s.label], VALUES[stance])]
    conflict = [s for s in known if s not in agree]
    support = sum(w for w, s in zip(weights, known, strict=True) if s in agree)
    confidence = (support / total) * (1 - 0.5 ** (1 + support))
    return Standing(stance, round(confidence, 2), tuple(s.quote for s in agree), tuple(s.quote for s in conflict))


def _same_side(a: int, b: int) -> bool:
    return (a > 0) == (b > 0) and (a < 0) == (b < 0)


def role_of(signs: Sequence[Sign]) -> list[str]:
    """Return the roles seen, strongest first: one person may hold several."""
    weight: dict[str, float] = {}
    for sign in signs:
        if sign.label != UNKNOWN:
            share = sign.confidence * (LEARNED if sign.rule.startswith("learned") else BY_RULE)
            weight[sign.label] = weight.get(sign.label, 0.0) + share
    return sorted(weight, key=lambda role: (-weight[role], role))
