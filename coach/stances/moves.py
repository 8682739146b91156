"""What would change a verdict: signs that would move the person a step up, signs without which it falls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from coach.knowledge.ledger import StanceLedger
from coach.people.scale import UNKNOWN, VALUES, side_of
from coach.stances.evidence import Evidence
from coach.stances.verdict import verdict

_TRIED = ("behaviour", "explicit")  # an act first: it is what can be asked for


@dataclass(frozen=True)
class Needed:
    """`count` fresh signs of `label` and `grade` move the person one step; 0 when so few would not do."""

    label: str
    grade: str
    count: int


@dataclass(frozen=True)
class Counterfactual:
    """Without the signs `without`, the fewest that are found, the person would stand at `stance`."""

    without: tuple[Evidence, ...]
    stance: str


def needed(evidence: Sequence[Evidence], stance: str, asof: date, ledger: StanceLedger) -> Needed | None:
    """Return what would move the person one step up; None for who is already a coach."""
    label = ledger.stances[stance].step
    if label is None:
        return None
    for grade in _TRIED:
        sign = Evidence(asof.isoformat(), label, "", grade, "", ledger.grades[grade].weight, label)
        for count in range(1, ledger.most_acts + 1):
            if _higher(verdict([*evidence, *[sign] * count], ledger).stance, stance):
                return Needed(label, grade, count)
    return Needed(label, _TRIED[0], 0)


def _higher(reached: str, stance: str) -> bool:
    """Any stance is a step up from unknown: then something is known."""
    return reached != UNKNOWN if stance == UNKNOWN else VALUES[reached] > VALUES[stance]


def counterfactual(evidence: Sequence[Evidence], stance: str, ledger: StanceLedger) -> Counterfactual | None:
    """Return the one sign that carries the verdict, else the strongest ones together; None for unknown."""
    if stance == UNKNOWN:
        return None
    by_weight = sorted(evidence, key=lambda sign: (-sign.weight, sign))
    for sign in by_weight:
        if (reached := verdict(_without(evidence, (sign,)), ledger).stance) != stance:
            return Counterfactual((sign,), reached)
    own = [sign for sign in by_weight if side_of(sign.counts_as) == side_of(stance)]
    order = own + [sign for sign in by_weight if sign not in own]
    for count in range(2, len(order)):
        if (reached := verdict(order[count:], ledger).stance) != stance:
            return Counterfactual(tuple(sorted(order[:count])), reached)
    return Counterfactual(tuple(evidence), UNKNOWN)


def _without(evidence: Sequence[Evidence], dropped: Sequence[Evidence]) -> list[Evidence]:
    rest = list(evidence)
    for sign in dropped:
        rest.remove(sign)
    return rest
