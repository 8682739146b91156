"""The sessions of those who are signed in: kept by the hash of their name, so that each can be ended at once."""

from __future__ import annotations

import logging
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from coach.sign_in.invites import FOLDER, hashed
from coach.sign_in.table import DamagedTableError, Row, Table

log = logging.getLogger(__name__)
INVITE, OIDC = "invite", "oidc"
LONGEST_S = 7 * 86_400  # then the company's sign-in is asked again whether the person still works there


@dataclass(frozen=True)
class Session:
    """`how` somebody signed in; `invite`: the id of the invite, for the session ends with it. Times as in Invite."""

    user: str
    name: str
    manager: bool
    how: str
    made: float
    until: float
    invite: str | None = None


class Sessions:
    """The sessions kept below `home`. Methods that change them raise OSError."""

    def __init__(self, home: Path) -> None:
        self._table = Table(home / FOLDER / "sessions.json")

    def begin(self, session: Session, now: float) -> str:
        """Keep a new session and return its name, which only the browser gets."""
        sid = secrets.token_urlsafe(24)
        with self._changing() as rows:
            for key in [key for key, row in rows.items() if _ended(row, now)]:
                del rows[key]
            rows[hashed(sid)] = asdict(session)
        return sid

    def of(self, sid: str, now: float) -> Session | None:
        """Return the session of this name that is good now. Never raises: what cannot be read is no session."""
        try:
            row = self._table.rows().get(hashed(sid))
        except (OSError, DamagedTableError) as error:
            log.error("sessions.unreadable %s", type(error).__name__)
            return None
        return None if row is None or _ended(row, now) else Session(**row)

    def end(self, sid: str) -> None:
        """End one session."""
        with self._changing() as rows:
            rows.pop(hashed(sid), None)

    def end_all(self, user: str) -> int:
        """End all sessions of a person, on whatever device; return how many there were."""
        with self._changing() as rows:
            gone = [key for key, row in rows.items() if str(row.get("user")).casefold() == user.casefold()]
            for key in gone:
                del rows[key]
        return len(gone)

    def _changing(self) -> Any:
        """As Table.changing; a damaged file is begun anew, for the worst is that people sign in again."""
        try:
            self._table.rows()
        except DamagedTableError:
            log.error("sessions.damaged")
            self._table.path.unlink(missing_ok=True)
        return self._table.changing()


def _ended(row: Row, now: float) -> bool:
    fields = Session.__dataclass_fields__
    return row.keys() != fields.keys() or not isinstance(row["until"], (int, float)) or row["until"] <= now
