"""What a dated sign weighs today: its grade, how sure it was, and how old it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from coach.accounts.records import Observation
from coach.knowledge.ledger import StanceLedger
from coach.people.scale import UNKNOWN, VALUES

SEEN, WEAKEST = "behaviour", "tone"
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
        if observation.kind != kind or observation.label == UNKNOWN or _age(observation, asof) < 0:
            continue
        evidence = _weighed(observation, asof, ledger)
        if not evidence.quote:
            single.append(evidence)
            continue
        key = (evidence.day, evidence.label, evidence.quote)
        known = strongest.get(key)
        if known is None or (known.weight, known) < (evidence.weight, evidence):
            strongest[key] = evidence
    return tuple(sorted([*single, *strongest.values()]))


def _weighed(observation: Observation, asof: date, ledger: StanceLedger) -> Evidence:
    grade, weight = weighed(observation, asof, ledger)
    counts_as = counted_as(observation.label, grade, ledger)
    return Evidence(observation.day, observation.label, observation.quote, grade, observation.by, weight, counts_as)


def weighed(observation: Observation, asof: date, ledger: StanceLedger) -> tuple[str, float]:
    """Return the grade as which a sign counts, and what it weighs on `asof`; nothing before its day."""
    grade = observation.grade if observation.grade in ledger.grades else WEAKEST
    age = _age(observation, asof)
    faded = fading(age, getattr(ledger.half_life, observation.kind)) if age >= 0 else 0.0
    return grade, ledger.grades[grade].weight * observation.confidence * faded


def _age(observation: Observation, asof: date) -> int:
    return (asof - date.fromisoformat(observation.day)).days


def grade_heard(rule: str) -> str:
    """Return the grade of a sign heard in a conversation: what a rule saw is an act, what only the model heard tone."""
    return WEAKEST if rule.startswith("learned") else SEEN


def counted_as(label: str, grade: str, ledger: StanceLedger) -> str:
    """Return the stance or role that a sign speaks for: tone that sounds like a coach speaks for a supporter."""
    mild = grade not in ledger.extremes.grades and label in VALUES
    return _MILDER.get(label, label) if mild else label


def roles_of(evidence: Iterable[Evidence], ledger: StanceLedger) -> list[tuple[str, float, tuple[Evidence, ...]]]:
    """Return the roles still shown, strongest first, each with weight and signs: one person may hold several."""
    by_role: dict[str, list[Evidence]] = {}
    for sign in evidence:
        by_role.setdefault(sign.label, []).append(sign)
    weight = {role: sum(sign.weight for sign in signs) for role, signs in by_role.items()}
    shown = [role for role in by_role if weight[role] >= ledger.sides.least]
    ordered = sorted(shown, key=lambda role: (-weight[role], role))
    return [(role, weight[role], tuple(by_role[role])) for role in ordered]


def fading(age: int, half_life: int) -> float:
    """Return the share (1 to 0) that is left of a sign after `age` days: half after each half-life."""
    return float(0.5 ** (age / half_life))
