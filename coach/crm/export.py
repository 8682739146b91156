"""Write accounts, contacts, deals and orders as CSV in a form that CRMs import; imported again it changes nothing."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from coach.accounts import rights
from coach.accounts.book import AccountBook
from coach.accounts.database import reading, writing
from coach.accounts.dossier import PARTS
from coach.accounts.records import Account, Record
from coach.accounts.rows import fetch
from coach.accounts.tables import TABLES, accounts, outside_ids
from coach.crm.links import ALSO_AT, NAMELESS
from coach.crm.merge import value_of
from coach.crm.owners import PLAIN
from coach.crm.person import split
from coach.crm.tables import KINDS
from coach.knowledge.crm import CrmForm
from coach.progress.private import make_private, write_private
from coach.text.formula import neutralised

BOM = "\ufeff"  # without it a spreadsheet takes UTF-8 for something else


def export(
    book: AccountBook, folder: Path, forms: Iterable[CrmForm], family_names: frozenset[str], lang: str,
    account: str | None = None,
) -> dict[Path, int]:  # fmt: skip
    """Write one file a form into `folder`: all accounts of the book's user, or one; return the rows of each file.

    Raises NotFoundError for an account that the user may not see, OSError when the folder cannot be written.
    """
    with writing(book.engine) if account else reading(book.engine) as connection:
        if account:
            rights.demand(connection, book.user, account, rights.EXPORT, book.clock())
        tables = [(form, _rows(connection, book.user, form, family_names, lang, account)) for form in forms]
    make_private(folder)
    written = {}
    for form, rows in sorted(tables, key=lambda pair: KINDS.index(pair[0].kind)):
        path = folder / f"{form.system}-{form.kind}.csv"
        write_private(path, BOM + _csv(rows))
        written[path] = len(rows) - 1
    return written


def _rows(
    connection: Connection, user: str, form: CrmForm, family_names: frozenset[str], lang: str, account: str | None
) -> list[list[str]]:
    mine = accounts.c.id == account if account else accounts.c.owner == user
    held = {record.id: record for record in fetch(connection, Account, mine)}
    records: Sequence[Record] = list(held.values())
    if form.kind != "accounts":
        kind = PARTS[form.kind]
        within = sa.select(accounts.c.id).where(mine, ~accounts.c.removed)
        records = fetch(connection, kind, TABLES[kind].c.account.in_(within))
    ids: dict[str, Mapping[str, str]] = {
        kind: _ids(connection, user, form.system, kind) for kind in ("accounts", form.kind)
    }
    fields = [field for field, column in form.columns.items() if column.write]
    head = [_header(form, field, lang) for field in fields]
    return [head, *([_cell(field, record, held, ids, form, family_names) for field in fields] for record in records)]


def _ids(connection: Connection, user: str, system: str, kind: str) -> Mapping[str, str]:
    """Return what the records are called in the system; a person's id stands once, at the first firm."""
    table = outside_ids
    query = sa.select(table.c.record, table.c.outside).where(
        table.c.owner == user, table.c.system == system, table.c.kind == kind
    )
    found: dict[str, str] = {}
    for row in connection.execute(query.order_by(table.c.outside)):
        if not row.outside.startswith(NAMELESS) and ALSO_AT not in row.outside:
            found.setdefault(row.record, row.outside)
    return found


def _header(form: CrmForm, field: str, lang: str) -> str:
    column = form.columns[field]
    return (column.zh if lang == "zh" and column.zh else column.write) or ""


def _cell(
    field: str, record: Any, held: Mapping[str, Account], ids: Mapping[str, Mapping[str, str]], form: CrmForm,
    family_names: frozenset[str],
) -> str:  # fmt: skip
    own = form.system == PLAIN
    if field == "id":
        return ids[form.kind].get(record.id, record.id if own else "")
    if field == "account_id":
        return ids["accounts"].get(record.account, record.account if own else "")
    if field == "account":
        return held[record.account].name
    if field in ("first", "last"):
        return split(record.name, family_names)[field == "last"]
    value = value_of(record, field)
    return "; ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)


def _csv(rows: Sequence[Sequence[str]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    for row in rows:
        writer.writerow([neutralised(cell) for cell in row])
    return text.getvalue()
