"""What a dated sign weighs today: its grade, how sure it was, and how old it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from coach.accounts.records import Observation
from coach.knowledge.ledger import StanceLedger
from coach.people.standing import UNKNOWN, VALUES

WEAKEST = "tone"
# where tone alone leaves a person: domain, "a friendly person who does nothing is not a coach"
_MILDER = {"coach": "supporter", "enemy": "opponent"}


class Evidence(NamedTuple):
    """A sign as it counts today.

    `day` is its ISO date, `who` observed it, `weight` is what it weighs now (0..1), `counts_as` the stance or role
    that it speaks for: a tone that sounds like a coach speaks for a supporter.
    """

    day: str
    label: str
    quote: str
    grade: str
    who: str
    weight: float
    counts_as: str


def evidence_of(
    observations: Iterable[Observation], kind: str, asof: date, ledger: StanceLedger
) -> tuple[Evidence, ...]:
    """Return what the observations of `kind` weigh on `asof`, by day; later ones are left out.

    The same words noted twice on a day count once. Raises ValueError on a day that is no ISO date.
    """
    strongest: dict[tuple[str, ...], Evidence] = {}
    single: list[Evidence] = []
    for observation in observations:
        if observation.kind != kind or observation.label == UNKNOWN:
            continue
        age = (asof - date.fromisoformat(observation.day)).days
        if age < 0:
            continue
        evidence = _weighed(observation, age, ledger)
        if not evidence.quote:
            single.append(evidence)
            continue
        key = (evidence.day, evidence.label, evidence.quote)
        known = strongest.get(key)
        if known is None or (known.weight, known) < (evidence.weight, evidence):
            strongest[key] = evidence
    return tuple(sorted([*single, *strongest.values()]))


def _weighed(observation: Observation, age: int, ledger: StanceLedger) -> Evidence:
    grade = observation.grade if observation.grade in ledger.grades else WEAKEST
    half_life = getattr(ledger.half_life, observation.kind)
    heard = ledger.learned if observation.rule.startswith("learned") else 1.0
    weight = ledger.grades[grade].weight * observation.confidence * heard * fading(age, half_life)
    mild = grade not in ledger.extremes.grades and observation.label in VALUES
    counts_as = _MILDER.get(observation.label, observation.label) if mild else observation.label
    return Evidence(observation.day, observation.label, observation.quote, grade, observation.by, weight, counts_as)


def fading(age: int, half_life: int) -> float:
    """Return the share (1 to 0) that is left of a sign after `age` days: half after each half-life."""
    return float(0.5 ** (age / half_life))
