"""Short ways to write what is known of an account."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from types import SimpleNamespace
from typing import Any

from coach.accounts.records import ROLE, STANCE, Account, Contact, Dossier, Observation, Visit
from coach.knowledge.ledger import StanceLedger
from coach.knowledge.load import Knowledge, load
from coach.settings import settings
from coach.stances.reasons import Reasons
from coach.stances.standing import Standing, standing

ASOF = date(2026, 3, 2)


@cache
def knowledge() -> Knowledge:
    return load(settings().knowledge)


def ledger() -> StanceLedger:
    return knowledge().ledger


def words_only() -> Any:
    """What pages and pictures need of Tools."""
    return SimpleNamespace(knowledge=knowledge(), words=knowledge().words, reasons=Reasons(knowledge()))


def ago(days: int) -> str:
    return (ASOF - timedelta(days=days)).isoformat()


def sign(
    label: str, grade: str = "behaviour", days: int = 0, contact: str = "c1", quote: str | None = None, **more: Any
) -> Observation:
    """A sign of a stance, seen so many days ago."""
    words = f"{label} {grade} {days}" if quote is None else quote
    return Observation(contact, STANCE, label, ago(days), grade=grade, quote=words, **more)


def role(name: str, contact: str = "c1", grade: str = "explicit", days: int = 30) -> Observation:
    return Observation(contact, ROLE, name, ago(days), grade=grade, quote=f"is {name}")


def signs(*written: str) -> list[Observation]:
    """Signs written as "coach/tone/40": label, grade, days ago."""
    found = []
    for i, text in enumerate(written):
        label, grade, days = text.split("/")
        found.append(sign(label, grade, int(days), quote=f"{text} {i}"))
    return found


def stands(observations: Sequence[Observation], asof: date = ASOF, **contact: Any) -> Standing:
    return standing(Contact("Anna Schmidt", id="c1", **contact), observations, asof, ledger())


def dossier(*people: str, visits: Sequence[Visit] = (), account: str = "Nordlicht GmbH") -> Dossier:
    """An account of people written as "Anna decider 5 coach/behaviour/10 neutral/tone/40".

    Roles are joined by "+"; "-" stands for no role and for an influence that nobody stated.
    """
    contacts, observations = [], []
    for i, text in enumerate(people, 1):
        name, roles, influence, *seen = text.split(" ")
        contact = f"c{i}"
        contacts.append(
            Contact(name.replace("_", " "), id=contact, influence=None if influence == "-" else int(influence))
        )
        observations += [role(one, contact) for one in roles.split("+") if one != "-"]
        for number, one in enumerate(seen):
            label, grade, days = one.split("/")
            observations.append(sign(label, grade, int(days), contact, f"{one} {number}"))
    return Dossier(
        Account(account, id="a1"), contacts=tuple(contacts), observations=tuple(observations), visits=tuple(visits)
    )
