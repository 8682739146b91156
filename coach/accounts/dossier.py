"""All that is known of one account, read in one go."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.engine import Connection

from coach.accounts.errors import NotFoundError
from coach.accounts.records import (
    Account,
    Contact,
    Dossier,
    NeedNote,
    NextStep,
    Note,
    Observation,
    Opportunity,
    Order,
    Record,
    Rehearsed,
    Visit,
)
from coach.accounts.rows import fetch
from coach.accounts.tables import TABLES, accounts

PARTS: dict[str, type[Record]] = {
    "contacts": Contact, "observations": Observation, "needs": NeedNote, "visits": Visit, "next_steps": NextStep,
    "orders": Order, "opportunities": Opportunity, "rehearsals": Rehearsed, "notes": Note,
}  # fmt: skip


def dossier(connection: Connection, account: str, parts: Sequence[str] = tuple(PARTS)) -> Dossier:
    """Return all that is known of the account, whoever asks, or only these parts. Raises NotFoundError."""
    found = fetch(connection, Account, accounts.c.id == account)
    if not found:
        raise NotFoundError(name=account)
    read = {name: tuple(fetch(connection, PARTS[name], TABLES[PARTS[name]].c.account == account)) for name in parts}
    return Dossier(found[0], **read)  # type: ignore[arg-type]
