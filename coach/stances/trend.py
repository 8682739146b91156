"""Which way a person is moving: the latest signs against all before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from coach.knowledge.ledger import TrendRule
from coach.people.scale import VALUES
from coach.stances.evidence import Evidence

WARMING, COOLING, STEADY, UNKNOWN = "warming", "cooling", "steady", "unknown"


@dataclass(frozen=True)
class Trend:
    """`direction` is warming, cooling, steady or unknown; `shown_by` the signs between which it shows, by day."""

    direction: str
    shown_by: tuple[Evidence, ...] = ()


def trend(evidence: Sequence[Evidence], asof: date, rule: TrendRule) -> Trend:
    """Return the trend of signs in the order of their days; unknown without an earlier time or lately a sign."""
    if not evidence:
        return Trend(UNKNOWN)
    last = date.fromisoformat(evidence[-1].day)
    since = (last - timedelta(days=rule.recent)).isoformat()
    before = [sign for sign in evidence if sign.day < since]
    recent = [sign for sign in evidence if sign.day >= since]
    if not before or (asof - last).days > rule.lately:
        return Trend(UNKNOWN)
    change = _mean(recent) - _mean(before)
    if abs(change) < rule.change:
        return Trend(STEADY, (recent[-1],))
    way = 1 if change > 0 else -1
    shown = (min(before, key=lambda one: _towards(one, way)), max(recent, key=lambda one: _towards(one, way)))
    return Trend(WARMING if way > 0 else COOLING, shown)


def _mean(signs: Sequence[Evidence]) -> float:
    total = sum(sign.weight for sign in signs)
    return sum(sign.weight * VALUES[sign.counts_as] for sign in signs) / total if total else 0.0


def _towards(sign: Evidence, way: int) -> tuple[float, Evidence]:
    return (way * VALUES[sign.counts_as], sign)
