"""Compare a checklist with what is known of an account."""

from __future__ import annotations

from dataclasses import dataclass

from coach.accounts.records import Dossier
from coach.checklists.known import known
from coach.knowledge.buying import Checklist, Item
from coach.knowledge.load import Knowledge


@dataclass(frozen=True)
class Answered:
    """An item with what is known and the field that says so."""

    item: Item
    value: str
    rule: str


@dataclass(frozen=True)
class Coverage:
    """A checklist of one account: what is known, and the items still missing, each with its question."""

    checklist: Checklist
    known: tuple[Answered, ...]
    missing: tuple[Item, ...]


def missing(dossier: Dossier, knowledge: Knowledge) -> list[Coverage]:
    """Return each checklist, in their order, with what is known of the account and what is missing."""
    lists = sorted(knowledge.checklists.values(), key=lambda checklist: (checklist.order, checklist.id))
    return [coverage(dossier, checklist) for checklist in lists]


def coverage(dossier: Dossier, checklist: Checklist) -> Coverage:
    """Return what of `checklist` is known of the account and what is missing."""
    found = {item.id: known(item, dossier) for item in checklist.items}
    answered = tuple(Answered(item, *answer) for item in checklist.items if (answer := found[item.id]))
    return Coverage(checklist, answered, tuple(item for item in checklist.items if not found[item.id]))
