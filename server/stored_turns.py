"""Takes an account or a person out of the log of turns, and shows what it holds on an account."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from coach.privacy.mentions import Called, Mentions
from coach.privacy.request import is_asked_of
from server.database import turns

Json = dict[str, Any]
Row = Mapping[str, Any]


def forget_in_turns(connection: Connection, request: Json) -> set[str]:
    """Take the subject of `request` (coach/privacy/request.py) out of the log; return the conversations changed."""
    gone: list[Row] = []
    changed: set[str] = set()
    for of_conversation in _conversations(connection):
        rows = [row for row in _with_account(of_conversation) if is_asked_of(row["user"], request)]
        gone += _about(rows, request)
        if request["whole"]:
            changed |= _without_firm(connection, rows, request)
    if gone:
        connection.execute(sa.delete(turns).where(turns.c.seq.in_([row["seq"] for row in gone])))
    return changed | {row["conversation"] for row in gone}


def forget_older_turns(connection: Connection, before: float) -> int:
    """Delete the turns from before that time; return how many."""
    return int(connection.execute(sa.delete(turns).where(turns.c.at < before)).rowcount)


def turns_about(connection: Connection, user: str, keys: frozenset[str]) -> list[Json]:
    """Return what this user and the assistant said about the account, oldest first."""
    found = [row for rows in _conversations(connection) for row in _with_account(rows) if row["user"] == user]
    about = sorted((row for row in found if row["account"] in keys), key=lambda row: row["seq"])
    return [{"at": row["at"], "you": row["you"], "said": json.loads(row["said"])} for row in about]


def _conversations(connection: Connection) -> Iterator[list[Row]]:
    rows = connection.execute(sa.select(turns).order_by(turns.c.conversation, turns.c.seq)).mappings().all()
    for _, same in groupby(rows, key=lambda row: row["conversation"]):
        yield list(same)


def _with_account(rows: Sequence[Row]) -> list[Json]:
    """Return the rows; what was said before the account was named is taken to be about it."""
    named: list[Json] = []
    account = None
    for row in reversed(rows):
        account = row["account"] or account
        named.append({**row, "account": account})
    return named[::-1]


def _about(rows: Iterable[Row], request: Json) -> list[Row]:
    """Return the turns that go: all on the account; of a person those that name them or answer what named them."""
    keys = frozenset(request["keys"])
    if request["whole"]:
        return [row for row in rows if row["account"] in keys]
    called = Mentions(Called(**{name: tuple(values) for name, values in request["called"].items()}))
    gone, asked = [], False
    for row in rows:
        said = called.inside(json.loads(row["said"]))
        if row["account"] in keys and (asked or said or called.inside(row["you"])):
            gone.append(row)
        asked = said
    return gone


def _without_firm(connection: Connection, rows: Iterable[Row], request: Json) -> set[str]:
    """Replace the name of a forgotten account in turns on others; return the conversations changed."""
    keys = frozenset(request["keys"])
    firms = Mentions(Called(names=tuple(request["firms"])), request["stand_in"])
    changed = set()
    for row in rows:
        words = {"you": row["you"], "said": json.loads(row["said"])}
        if row["account"] not in keys and firms.inside(words):
            values = {
                "you": firms.replaced(words["you"]),
                "said": json.dumps(firms.replaced(words["said"]), ensure_ascii=False),
            }
            connection.execute(sa.update(turns).where(turns.c.seq == row["seq"]).values(values))
            changed.add(row["conversation"])
    return changed
