"""Files opened and recognised, before anything of them is taken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from coach.crm.read_csv import Row, UnreadableError, decoded, rows_of, separator_of
from coach.crm.recognise import Layout, recognise
from coach.knowledge.crm import CrmForm

KINDS = ("accounts", "contacts", "opportunities", "orders")  # in the order in which files are taken
HEADER_WITHIN = 10  # first rows of a file: some reports begin with a title


@dataclass(frozen=True)
class Table:
    """A file whose form is known: its rows below the header."""

    path: Path
    layout: Layout
    rows: Sequence[Row]
    separator: str

    @property
    def order(self) -> int:
        """Accounts come before what belongs to them."""
        return KINDS.index(self.layout.form.kind)


def open_table(path: Path, forms: Iterable[CrmForm], system: str | None = None) -> Table:
    """Return the file as a table in one of the forms, those of `system` only if one is named.

    Raises OSError, and UnreadableError when it is no table or has no known header.
    """
    text = decoded(path.read_bytes())
    rows = list(rows_of(text))
    wanted = [form for form in forms if system in (None, form.system)]
    for place, row in enumerate(rows[:HEADER_WITHIN]):
        layout = recognise(row.cells, wanted)
        if layout is not None:
            return Table(path, layout, rows[place + 1 :], separator_of(text))
    raise UnreadableError("no_form" if rows else "empty")
