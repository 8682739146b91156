"""How we stand in an account: influence times stance, added up, and the light that follows from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from coach.accounts.records import Dossier, Observation
from coach.knowledge.ledger import LightRule, StanceLedger
from coach.people.scale import UNKNOWN
from coach.stances.gaps import DECIDER, Gap, find_gaps, single_thread
from coach.stances.standing import Standing, standing

GREEN, AMBER, RED = "green", "amber", "red"
_FARTHEST = 2  # the value of a coach
Names = tuple[str, ...]


@dataclass(frozen=True)
class Reason:
    """Why the light is not green: the rule that holds, and the people it is about."""

    rule: LightRule
    people: tuple[str, ...] = ()


@dataclass(frozen=True)
class Position:
    """`score` is the sum of influence (1-5) x stance (-2..2), at most `best`; `standings` are in order of influence."""

    score: int
    best: int
    light: str
    reasons: tuple[Reason, ...]
    gaps: tuple[Gap, ...]
    standings: tuple[Standing, ...]


def standings(dossier: Dossier, asof: date, ledger: StanceLedger) -> tuple[Standing, ...]:
    """Return where all contacts stand on `asof`, the most influential first, then the friendliest, then by name."""
    by_contact: dict[str, list[Observation]] = {}
    for observation in dossier.observations:
        by_contact.setdefault(observation.contact, []).append(observation)
    found = [standing(contact, by_contact.get(contact.id, ()), asof, ledger) for contact in dossier.contacts]
    return tuple(sorted(found, key=lambda s: (-s.influence.value, -s.value, s.contact.name, s.contact.id)))


def position(dossier: Dossier, asof: date, ledger: StanceLedger) -> Position:
    """Return the position of the account on `asof`: score, light with reasons, gaps.

    Never green while the decider is unknown or against us, or without a coach (domain, section 3).
    """
    people = standings(dossier, asof, ledger)
    score = sum(one.influence.value * one.value for one in people)
    best = _FARTHEST * sum(one.influence.value for one in people)
    reasons = tuple(_reasons(people, score, dossier, ledger))
    lights = {reason.rule.light for reason in reasons}
    light = RED if RED in lights else AMBER if AMBER in lights else GREEN
    return Position(score, best, light, reasons, tuple(find_gaps(people, dossier, asof, ledger)), people)


def _reasons(people: Sequence[Standing], score: int, dossier: Dossier, ledger: StanceLedger) -> list[Reason]:
    """Return every rule that holds, the red ones first, and of rules on the same thing only the first."""
    found: dict[str, Reason] = {}
    for rule in sorted(ledger.lights, key=lambda rule: rule.light == AMBER):
        about = _below(score, rule) if rule.when == "score_below" else _CONDITIONS[rule.when](people, dossier)
        if about is not None:
            found.setdefault(rule.when, Reason(rule, about))
    return list(found.values())


def _below(score: int, rule: LightRule) -> Names | None:
    return () if score < rule.score else None


def _names(people: Iterable[Standing]) -> Names | None:
    return tuple(one.contact.name for one in people) or None


def _deciders(people: Iterable[Standing]) -> list[Standing]:
    return [one for one in people if one.has_role(DECIDER)]


def _single_thread(people: Sequence[Standing], dossier: Dossier) -> Names | None:
    thread = single_thread(people, dossier)
    return (thread.contact.name,) if thread else None


# what a rule asks -> the people of whom it holds, () when it holds of nobody in particular, None when it does not hold
_CONDITIONS: dict[str, Callable[[Sequence[Standing], Dossier], Names | None]] = {
    "no_decider": lambda people, _: None if _deciders(people) else (),
    "decider_unknown": lambda people, _: _names(one for one in _deciders(people) if one.stance == UNKNOWN),
    "decider_against": lambda people, _: _names(one for one in _deciders(people) if one.value < 0),
    "no_coach": lambda people, _: None if any(one.stance == "coach" for one in people) else (),
    "single_thread": _single_thread,
}
