"""The keys that sign cookies: in a private file, and a new one every month."""

from __future__ import annotations

import logging
import secrets
import time
from pathlib import Path

from coach.sign_in.invites import FOLDER
from coach.sign_in.table import DamagedTableError, Rows, Table

log = logging.getLogger(__name__)
FRESH_S = 30 * 86_400
OLDEST_COOKIE_S = 8 * 86_400  # what was signed before is no longer good in any case


class Keys:
    """The keys kept below `home`. Deleting the file signs everybody out."""

    def __init__(self, home: Path) -> None:
        self._table = Table(home / FOLDER / "keys.json")

    def all(self) -> list[str]:
        """Return the keys that may have signed a good cookie, the newest last. Raises OSError."""
        now = time.time()
        rows = self._rows()
        if not rows or max(row["made"] for row in rows.values()) + FRESH_S < now:
            with self._table.changing() as rows:
                _renew(rows, now)
        return [key for key, row in sorted(rows.items(), key=lambda item: item[1]["made"])]

    def _rows(self) -> Rows:
        """Return the rows; a damaged file is begun anew, for the worst is that people sign in again."""
        try:
            rows = self._table.rows()
            if all(isinstance(row.get("made"), (int, float)) for row in rows.values()):
                return rows
        except DamagedTableError:
            pass
        log.error("keys.damaged")
        self._table.path.unlink(missing_ok=True)
        return {}


def _renew(rows: Rows, now: float) -> None:
    """Add a key unless another process just did, and drop those whose successor is older than any cookie."""
    if not rows or max(row["made"] for row in rows.values()) + FRESH_S < now:
        rows[secrets.token_urlsafe(32)] = {"made": now}
    made = sorted(row["made"] for row in rows.values())
    for key, successor in [(k, next((m for m in made if m > row["made"]), now)) for k, row in rows.items()]:
        if successor + OLDEST_COOKIE_S < now:
            del rows[key]
