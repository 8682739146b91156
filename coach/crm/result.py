"""What came of an import: counted, and listed where somebody should look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from coach.accounts.errors import BookError

ADDED, CHANGED, UNCHANGED = "added", "changed", "unchanged"


@dataclass(frozen=True)
class Finding:
    """Something to be said of a line: `what` names the sentence crm_row_<what> that says so, `values` fill it.

    `error` is what the account book said instead.
    """

    line: int
    what: str
    values: Mapping[str, Any] = field(default_factory=dict)
    error: BookError | None = None


@dataclass(frozen=True)
class Conflict:
    """A field that was changed both here and there: `ours` stands. `field` is "removed" for a record removed here."""

    line: int
    name: str
    field: str
    ours: Any = ""
    theirs: Any = ""


@dataclass
class Result:
    """What one file did to the book. `problems` are rows that were left out, `remarks` how the others were taken."""

    file: str
    form: str = ""
    rows: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    conflicts: list[Conflict] = field(default_factory=list)
    problems: list[Finding] = field(default_factory=list)
    remarks: list[Finding] = field(default_factory=list)

    def count(self, outcome: str) -> None:
        """Count one record as added, changed or unchanged."""
        setattr(self, outcome, getattr(self, outcome) + 1)
