"""What we do not know of an account, or leave undone: each a reason to act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from coach.accounts.records import DONE, Dossier
from coach.knowledge.folders import TASK_LABELS
from coach.knowledge.ledger import StanceLedger
from coach.people.scale import UNKNOWN
from coach.stances.standing import Standing

DECIDER = "decider"
_ROLES = tuple(role for role in TASK_LABELS["role"] if role != UNKNOWN)


@dataclass(frozen=True)
class Gap:
    """`kind` is one of those below; `people` are names, `roles` ids of roles, `day` when we last saw a sign or them."""

    kind: str
    people: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    day: str | None = None


def find_gaps(people: Sequence[Standing], dossier: Dossier, asof: date, ledger: StanceLedger) -> Iterator[Gap]:
    """Yield the gaps, the gravest first.

    Kinds: no_people, no_decider, no_coach, decider_unknown (its stance), single_thread, opponent_left and enemy_left
    (influential, and neither met nor heard of lately), evidence_old, unknown_stances, roles_open.
    """
    if not people:
        yield Gap("no_people")
        return
    deciders = [one for one in people if one.has_role(DECIDER)]
    if not deciders:
        yield Gap("no_decider")
    if not any(one.stance == "coach" for one in people):
        yield Gap("no_coach")
    if unseen := _names(one for one in deciders if one.stance == UNKNOWN):
        yield Gap("decider_unknown", unseen)
    if thread := single_thread(people, dossier):
        yield Gap("single_thread", (thread.contact.name,))
    yield from _opponents(people, dossier, asof, ledger)
    yield from _old(people, asof, ledger)
    if unknown := _names(one for one in people if one.stance == UNKNOWN and one not in deciders):
        yield Gap("unknown_stances", unknown)
    covered = {held.role for one in people for held in one.roles}
    # without a decider the gap above says so already
    if uncovered := tuple(role for role in _ROLES if role not in covered and role != DECIDER):
        yield Gap("roles_open", roles=uncovered)


def single_thread(people: Sequence[Standing], dossier: Dossier) -> Standing | None:
    """Return the one person through whom all contact goes: alone with evidence, or alone in all visits made."""
    seen = [one for one in people if one.evidence]
    if len(seen) == 1:
        return seen[0]
    visited = {contact for visit in dossier.visits if visit.state == DONE for contact in visit.people}
    if len(visited) != 1:
        return None
    return next((one for one in people if one.contact.id in visited), None)


def _opponents(people: Sequence[Standing], dossier: Dossier, asof: date, ledger: StanceLedger) -> Iterator[Gap]:
    for one in people:
        if one.value < 0 and one.influence.value >= ledger.gaps.influential:
            last = last_contact(one, dossier, asof)
            if last and _days(last, asof) > ledger.gaps.uncontacted:
                yield Gap(f"{one.stance}_left", (one.contact.name,), day=last)


def last_contact(person: Standing, dossier: Dossier, asof: date) -> str | None:
    """Return the day of the last visit made to them or the last sign seen, whichever is later."""
    days = [
        visit.starts[:10]
        for visit in dossier.visits
        if visit.state == DONE and person.contact.id in visit.people and visit.starts[:10] <= asof.isoformat()
    ]
    return max([*days, *([person.last_day] if person.last_day else [])], default=None)


def _old(people: Sequence[Standing], asof: date, ledger: StanceLedger) -> Iterator[Gap]:
    last = max((one.last_day for one in people if one.last_day), default=None)
    if last and _days(last, asof) > ledger.gaps.old:
        yield Gap("evidence_old", day=last)


def _days(day: str, asof: date) -> int:
    return (asof - date.fromisoformat(day)).days


def _names(people: Iterator[Standing]) -> tuple[str, ...]:
    return tuple(one.contact.name for one in people)
