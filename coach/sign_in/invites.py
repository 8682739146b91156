"""Invite links: who may sign in with one, until when. The secret in a link is kept as its hash only."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import unicodedata
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from pathlib import Path

from coach.sign_in.table import DamagedTableError, Row, Rows, Table

FOLDER = "sign_in"
DAY_S = 86_400
LONGEST_DAYS = 365
_KEPT_S = 30 * DAY_S  # an invite that ended stays in the list for so long
_EMAIL = re.compile(r"[^\s@,;<>\"'()]+@[^\s@,;<>\"'()]+\.[^\s@,;<>\"'()]+")


class BadNameError(ValueError):
    """This is neither a name nor an e-mail address."""


@dataclass(frozen=True)
class Invite:
    """One person's link. Times are seconds since 1970; `used` is the last sign-in with it.

    A person has one link: inviting them again makes a new one and ends the old one, while `id`, and with it the
    sessions, stay. Revoking ends both. A link works until its end rather than once: people sign in anew each
    morning, and on telephone and desk; the list shows when one was last used.
    """

    user: str
    name: str
    manager: bool
    made: float
    until: float
    id: str
    hash: str
    used: float | None = None


class Invites:
    """The invites kept below `home`. Methods raise OSError, and DamagedTableError rather than let anybody in."""

    def __init__(self, home: Path) -> None:
        self._table = Table(home / FOLDER / "invites.json")

    def invite(self, who: str, *, manager: bool, days: int, now: float) -> tuple[Invite, str]:
        """Return the new invite and its secret, which is nowhere else. Raises BadNameError."""
        secret = secrets.token_urlsafe(24)
        with self._changing() as rows:
            self._drop_old(rows, now)
            user = _same(rows, user_of(who)) or user_of(who)
            before = rows.get(user)
            going_on = before is not None and before["until"] > now
            new = Invite(
                user=user, name=_tidy(who), manager=manager, made=now, until=now + days * DAY_S,
                id=before["id"] if before and going_on else secrets.token_hex(8), hash=hashed(secret),
            )  # fmt: skip
            rows[user] = asdict(new)
        return new, secret

    def all(self) -> list[Invite]:
        """Return all invites, also those that ended lately, by name."""
        return sorted(map(_invite, self._rows().values()), key=lambda invite: invite.name.casefold())

    def of(self, user: str, now: float) -> Invite | None:
        """Return the invite of `user` that is good now."""
        row = self._rows().get(user)
        return _invite(row) if row and row["until"] > now else None

    def of_secret(self, secret: str, now: float) -> Invite | None:
        """Return the invite of the link with `secret` that is good now."""
        kept = hashed(secret)
        found = [row for row in self._rows().values() if hmac.compare_digest(row["hash"], kept)]
        return _invite(found[0]) if found and found[0]["until"] > now else None

    def note_use(self, invite: Invite, now: float) -> None:
        """Keep that somebody signed in with the invite."""
        with self._changing() as rows:
            if invite.user in rows and rows[invite.user]["hash"] == invite.hash:
                rows[invite.user]["used"] = now

    def revoke(self, who: str) -> Invite | None:
        """End the invite of this name or address; return it, None when there is none."""
        with self._changing() as rows:
            user = _same(rows, _tidy(who))
            return _invite(rows.pop(user)) if user is not None else None

    def _rows(self) -> dict[str, Row]:
        rows = self._table.rows()
        if not all(_is_sound(row) for row in rows.values()):
            raise DamagedTableError(self._table.path)
        return rows

    def _changing(self) -> AbstractContextManager[Rows]:
        self._rows()
        return self._table.changing()

    @staticmethod
    def _drop_old(rows: dict[str, Row], now: float) -> None:
        for user in [user for user, row in rows.items() if row["until"] + _KEPT_S < now]:
            del rows[user]


def user_of(who: str) -> str:
    """Return the key of this person's account book and results: the address in lower case, or the name.

    Raises BadNameError.
    """
    name = _tidy(who)
    if "@" in name:
        if not _EMAIL.fullmatch(name):
            raise BadNameError(who)
        return name.lower()
    if not name or len(name) > 80 or not any(map(str.isalnum, name)):
        raise BadNameError(who)
    return name


def _tidy(who: str) -> str:
    return " ".join(unicodedata.normalize("NFC", "".join(c for c in who if c.isprintable() or c.isspace())).split())


def _same(rows: dict[str, Row], who: str) -> str | None:
    """Return the person who is called so: two that differ by capitals only would be mixed up sooner or later."""
    return next((user for user in rows if user.casefold() == who.casefold()), None)


def hashed(secret: str) -> str:
    """Return what is kept of a secret. A fast hash is enough: with 192 bits of chance it cannot be guessed."""
    return hashlib.sha256(secret.encode("utf-8", errors="replace")).hexdigest()


def _invite(row: Row) -> Invite:
    return Invite(**{name: row.get(name) for name in Invite.__dataclass_fields__})  # type: ignore[arg-type]


def _is_sound(row: Row) -> bool:
    return all(isinstance(row.get(name), str) for name in ("user", "name", "id", "hash")) and all(
        isinstance(row.get(name), (int, float)) for name in ("made", "until", "manager")
    )
