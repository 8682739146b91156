"""Find accounts by part of a name, of their own or of a contact: folded, by pinyin, by initials."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from coach.accounts import grams
from coach.accounts.names import name_key, search_key, search_text
from coach.accounts.records import Account, Contact
from coach.accounts.rights import visible
from coach.accounts.rows import fetch
from coach.accounts.tables import accounts, contacts, names

MOST = 60  # hits that are ranked at once; more are asked for by how well they fit
LEAST = 2  # letters of a name that is looked for in a text
# where a part that many names hold is asked for, best first: whose names, whether at their start
_STAGES = ((grams.OWN, True), (grams.OWN, False), (grams.PEOPLE, True), (grams.PEOPLE, False))
_BY_GRAMS = """
    SELECT names.account, names.own, names.people FROM name_grams CROSS JOIN names ON names.rowid = name_grams.rowid
    WHERE name_grams MATCH :asked AND (instr(names.own, :own) OR instr(names.people, :people))
    AND (names.owner = :user OR names.account IN (SELECT account FROM shares WHERE "user" = :user)) LIMIT :most
"""


def index(connection: Connection, account: str) -> None:
    """Write down what the account can be found by; to be called after any change of its names."""
    found = fetch(connection, Account, accounts.c.id == account)
    connection.execute(sa.delete(names).where(names.c.account == account))
    if found:
        people = fetch(connection, Contact, contacts.c.account == account)
        connection.execute(sa.insert(names).values(**index_row(found[0], people)))


def index_row(account: Account, people: Sequence[Contact]) -> dict[str, str]:
    """Return the row of the index for an account and its contacts."""
    called = [name for person in people for name in (person.name, *person.other_names)]
    return {
        "account": account.id,
        "owner": account.owner,
        "key": name_key(account.name),
        "own": search_text([account.name]),
        "people": search_text(called),
    }


def of_this_name(connection: Connection, owner: str, name: str) -> str | None:
    """Return the id of the owner's account of this very name, whatever its case and width."""
    query = sa.select(names.c.account).where(names.c.owner == owner, names.c.key == name_key(name))
    return connection.execute(query.order_by(names.c.account).limit(1)).scalar()


def seen_of_this_name(connection: Connection, user: str, name: str) -> str | None:
    """Return the id of the account of this very name that `user` may see, the user's own before another's."""
    query = sa.select(names.c.account).where(names.c.key == name_key(name), visible(user))
    return connection.execute(query.order_by(names.c.owner != user, names.c.account).limit(1)).scalar()


def named_in(connection: Connection, user: str, text: str, most: int) -> list[str]:
    """Return ids of accounts that `user` may see and whose name stands in `text`, the longest name first.

    A name within a longer one that was found is left out, and so is one that only a longer word holds ("Art" in
    "start"). The text is compared with the names, so that no account is loaded for it.
    """
    clean = name_key(text)
    place = sa.func.instr if connection.dialect.name == "sqlite" else sa.func.strpos
    query = sa.select(names.c.account, names.c.key).where(
        sa.func.length(names.c.key) >= LEAST, place(sa.literal(clean), names.c.key) > 0, visible(user)
    )
    best_first = query.order_by(sa.func.length(names.c.key).desc(), names.c.owner != user, names.c.account)
    found: dict[str, str] = {}
    for row in connection.execute(best_first.limit(MOST)):
        if _stands_in(row.key, clean) and not any(row.key in key for key in found):
            found[row.key] = row.account
    return list(found.values())[:most]


def _stands_in(key: str, clean: str) -> bool:
    """Say whether the name is in the text as whole words; Han characters are written without spaces."""
    before = r"(?<![a-z0-9])" if key[0].isascii() else ""
    after = r"(?![a-z0-9])" if key[-1].isascii() else ""
    return re.search(before + re.escape(key) + after, clean) is not None


def search(connection: Connection, user: str, part: str, most: int) -> list[str]:
    """Return ids of accounts that `user` may see, best first: the whole name, its beginning, within it, a contact."""
    key = search_key(part)
    if not key:
        return []
    by_grams, limit = grams.is_there(connection), max(MOST, most)
    first = _holding(connection, user, key, None, by_grams, limit)
    found: dict[str, Any] = {}
    if len(first) == limit:  # there may be better ones among those not read
        found = {row.account: row for row in _of_this_key(connection, user, name_key(part))}
        for stage in _STAGES:
            if len(found) >= most:
                break
            found |= {row.account: row for row in _holding(connection, user, key, stage, by_grams, most)}
    found |= {row.account: row for row in first}
    ranked = sorted((_rank(row.own, row.people, key), row.own, row.account) for row in found.values())
    return [account for _, _, account in ranked[:most]]


def _of_this_key(connection: Connection, user: str, key: str) -> list[Any]:
    query = sa.select(names.c.account, names.c.own, names.c.people).where(names.c.key == key, visible(user))
    return list(connection.execute(query))


def _holding(
    connection: Connection, user: str, key: str, stage: tuple[str, bool] | None, by_grams: bool, limit: int
) -> list[Any]:
    """Return at most `limit` rows of the index that hold `key`, where `stage` says or anywhere."""
    side, start = stage or ("", False)
    line = "\n" * start + key
    own, people = ("" if side == grams.PEOPLE else line), ("" if side == grams.OWN else line)
    if by_grams:
        asked = " OR ".join(grams.asked(s, key, start=start) for s in (side or grams.OWN + grams.PEOPLE))
        # instr of "" is true: a side that is not asked for must be asked for what no name holds
        values = {"asked": asked, "own": own or "\0", "people": people or "\0", "user": user, "most": limit}
        return list(connection.execute(sa.text(_BY_GRAMS), values))
    query = sa.select(names.c.account, names.c.own, names.c.people).where(visible(user))
    return list(connection.execute(query.where(sa.or_(*_like(own, people))).limit(limit)))


def _like(own: str, people: str) -> Iterator[Any]:
    for column, text in ((names.c.own, own), (names.c.people, people)):
        if text:
            yield column.like(
                "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%", escape="\\"
            )


def _rank(own: str, people: str, key: str) -> int:
    whole, start = f"\n{key}\n", f"\n{key}"
    tests = (whole in own, start in own, key in own, whole in people, start in people)
    return next((place for place, met in enumerate(tests) if met), len(tests))
