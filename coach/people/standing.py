"""Where a person stands, from all that was observed in one conversation: evidence for and against, and how sure.

Its signs have no day. Over weeks and months, `coach.stances` weighs dated ones by the same scale of stances.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

VALUES = {"coach": 2, "supporter": 1, "neutral": 0, "opponent": -1, "enemy": -2}  # domain.md, section 3
BY_RULE, LEARNED = 1.0, 0.6  # an explicit sign weighs more than a tone that only the model heard
EVEN, SPLIT = 0.1, 0.3  # for and against closer than this share are even; then the confidence is low
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

    The side (for, neutral, against) with most weight wins, and its mean decides how far it goes. Signs that
    agree raise the confidence, contradicting ones lower it; an even split is neutral, with both quotes kept.
    """
    known = [sign for sign in signs if sign.label in VALUES]
    if not known:
        return Standing(UNKNOWN, 0.0)
    weight = {side: sum(_weight(s) for s in known if side_of(s.label) == side) for side in (1, 0, -1)}
    total = sum(weight.values())
    if weight[1] and abs(weight[1] - weight[-1]) < EVEN * total and weight[0] <= weight[1]:
        return Standing("neutral", SPLIT, _quotes(known, 1), _quotes(known, -1))
    side = max(weight, key=lambda name: (weight[name], name == 0))
    own = [sign for sign in known if side_of(sign.label) == side]
    mean = sum(_weight(s) * VALUES[s.label] for s in own) / weight[side]
    stance = min({s.label for s in own}, key=lambda name: (round(abs(VALUES[name] - mean), 6), -abs(VALUES[name])))
    confidence = weight[side] / total * (1 - 0.5 ** (1 + weight[side]))
    against = tuple(sign.quote for sign in known if side_of(sign.label) != side)
    return Standing(stance, round(confidence, 2), _quotes(known, side), against)


def _weight(sign: Sign) -> float:
    return sign.confidence * (LEARNED if sign.rule.startswith("learned") else BY_RULE)


def side_of(label: str) -> int:
    """Return 1 for a stance on our side, -1 for one against us, 0 between."""
    value = VALUES[label]
    return (value > 0) - (value < 0)


def _quotes(signs: Sequence[Sign], side: int) -> tuple[str, ...]:
    return tuple(sign.quote for sign in signs if side_of(sign.label) == side)


def role_of(signs: Sequence[Sign]) -> list[str]:
    """Return the roles seen, strongest first: one person may hold several."""
    weight: dict[str, float] = {}
    for sign in signs:
        if sign.label != UNKNOWN:
            weight[sign.label] = weight.get(sign.label, 0.0) + _weight(sign)
    return sorted(weight, key=lambda role: (-weight[role], role))
