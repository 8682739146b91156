"""The stance that the evidence supports, and how sure: for us, against us, or neither.

The rule never punishes good news: another sign for us cannot lower the stance.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from coach.knowledge.ledger import StanceLedger
from coach.people.scale import UNKNOWN, VALUES, side_of
from coach.stances.evidence import Evidence

Weights = dict[str, float]  # by stance
_SIDES = {side: [stance for stance in VALUES if side_of(stance) == side] for side in (1, 0, -1)}


@dataclass(frozen=True)
class Verdict:
    """`confidence` is 0..1."""

    stance: str
    confidence: float


def verdict(evidence: Iterable[Evidence], ledger: StanceLedger) -> Verdict:
    """Return the stance by the signs together; unknown when there are none, or all have faded."""
    held = _held(evidence, ledger)
    stance = _stance(held, ledger)
    return Verdict(stance, round(_confidence(stance, held, ledger), 2))


def _held(evidence: Iterable[Evidence], ledger: StanceLedger) -> Weights:
    """Return the weight of each stance, many signs of one kind capped, words lowered by acts against them."""
    total: dict[tuple[str, str], float] = defaultdict(float)
    strongest: dict[tuple[str, str], float] = defaultdict(float)
    for sign in evidence:
        if sign.counts_as in VALUES:
            kind = (sign.counts_as, sign.grade)
            total[kind] += sign.weight
            strongest[kind] = max(strongest[kind], sign.weight)
    acts, words = dict.fromkeys(VALUES, 0.0), dict.fromkeys(VALUES, 0.0)
    for (stance, name), weight in sorted(total.items()):
        grade = ledger.grades[name]
        (acts if grade.act else words)[stance] += min(weight, grade.at_most * strongest[stance, name])
    return {stance: acts[stance] + words[stance] * _trusted(stance, acts, words, ledger) for stance in VALUES}


def _trusted(stance: str, acts: Weights, words: Weights, ledger: StanceLedger) -> float:
    """Return the share of words that is believed: action outranks them. Nothing speaks against a neutral's."""
    side = side_of(stance)
    against = _of_side(acts, -side) if side and words[stance] else 0.0
    return 1 - ledger.words_lose * min(1.0, against / _of_side(words, side)) if against else 1.0


def _of_side(weights: Weights, side: int) -> float:
    return sum([weights[stance] for stance in _SIDES[side]])


def _stance(held: Weights, ledger: StanceLedger) -> str:
    """A side needs weight of its own and a clear balance; the extremes need more of both."""
    sides, extremes = ledger.sides, ledger.extremes
    if sum(held.values()) < sides.least:
        return UNKNOWN
    reach = sum(abs(value) * held[stance] for stance, value in VALUES.items()) + held["neutral"]
    balance = sum(value * held[stance] for stance, value in VALUES.items()) / reach
    for side, mild, extreme in ((1, "supporter", "coach"), (-1, "opponent", "enemy")):
        if balance * side >= sides.balance and held[mild] + held[extreme] >= sides.least:
            far = balance * side >= extremes.balance and held[extreme] >= extremes.least
            return extreme if far else mild
    return "neutral"


def _confidence(stance: str, held: Weights, ledger: StanceLedger) -> float:
    """Return how much of the evidence agrees, times how much there is of what decided."""
    if stance == UNKNOWN:
        return 0.0
    sureness, total, own = ledger.sureness, sum(held.values()), _of_side(held, side_of(stance))
    agreement = own / (own + sureness.contradiction * (total - own))
    if stance == "neutral":  # an even split of signs for and against is a finding too, but a weak one
        agreement, deciding = max(agreement, sureness.split), total
    else:
        deciding = held[stance] if stance in ("coach", "enemy") else own
    return agreement * (1 - 0.5 ** (deciding / sureness.half))
