"""Import a CRM's file into the account book: all of it or nothing, and a second time without effect."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from sqlalchemy.engine import Connection

from coach.accounts import bulk
from coach.accounts.book import AccountBook
from coach.accounts.database import writing
from coach.accounts.dossier import PARTS
from coach.accounts.records import Account, Contact, Record
from coach.crm.entries import Entry, entries_of
from coach.crm.links import Links
from coach.crm.owners import Accounts
from coach.crm.result import Result
from coach.crm.tables import Table
from coach.crm.taking import Taking

TAKEN, WRITTEN = 0.3, 0.6  # shares of the time after which the rows are taken, and are written


def import_table(
    book: AccountBook,
    table: Table,
    today: date,
    *,
    theirs: bool = False,
    progress: Callable[[float], None] | None = None,
) -> Result:
    """Take the table's rows into the book of its user in one transaction; return what came of it.

    Rows that do not fit are listed and left out. Where a field was changed both in the book and in the CRM, ours stays
    unless `theirs`. `progress` is told the share 0 to 1 that is done. Raises UnavailableError: nothing is written then.
    """
    result = Result(str(table.path), table.layout.form.id)
    entries = entries_of(table.rows, table.layout, table.separator, result)
    told = progress or (lambda share: None)
    with writing(book.engine) as connection:
        taking = _taking(connection, book, table, entries, result, theirs)
        for place, entry in enumerate(entries):
            taking.take(entry, today)
            if place % bulk.AT_ONCE == 0:
                told(TAKEN * place / len(entries))
        _write(connection, taking, book, told)
    result.problems.sort(key=lambda finding: finding.line)
    return result


def _taking(
    connection: Connection, book: AccountBook, table: Table, entries: Sequence[Entry], result: Result, theirs: bool
) -> Taking:
    form = table.layout.form
    owners = Accounts(connection, book.user, form.system, book.clock())
    links = Links(connection, book.user, form.system, form.kind)
    ids = [entry.outside for entry in entries if entry.outside]
    records: Sequence[Record]
    if form.kind == "accounts":
        owners.look_up(ids, (entry.values["name"] for entry in entries))
        records = list(owners.records.values())
    else:
        called = [name for entry in entries for name in (entry.account, *entry.account.split(";"))]
        owners.look_up((key for entry in entries for key in entry.account_ids), called)
        records = bulk.fetch_all(connection, PARTS[form.kind], "account", owners.records)
    links.look_up(ids, owners.records)
    owners.read(link.account for key in ids if (link := links.get(key)))
    taking = Taking(form.kind, book.user, owners, links, result, theirs)
    taking.know(records, entries)
    return taking


def _write(connection: Connection, taking: Taking, book: AccountBook, told: Callable[[float], None]) -> None:
    new = [taking.now[key] for key, before in taking.before.items() if before is None]
    pairs = ((before, taking.now[key]) for key, before in taking.before.items() if before is not None)
    changed = [(before, after) for before, after in pairs if before is not after]
    named = {record.account: None for record in new if isinstance(record, Account | Contact)}
    named |= {after.account: None for before, after in changed if _names(before) != _names(after)}
    at, count = book.clock(), _Count(told, TAKEN, WRITTEN, len(new) + len(changed))
    bulk.insert_all(connection, new, book.user, at, count)
    bulk.change_all(connection, changed, book.user, at, count)
    taking.links.write()
    bulk.index_all(connection, named, _Count(told, WRITTEN, 1.0, len(named)))


def _names(record: Record) -> tuple[object, ...]:
    return getattr(record, "name", ""), getattr(record, "other_names", ())


class _Count:
    """Turns a number of things done into a share of the whole."""

    def __init__(self, told: Callable[[float], None], start: float, end: float, total: int) -> None:
        self._told, self._start, self._end, self._total, self._done = told, start, end, max(total, 1), 0

    def __call__(self, count: int) -> None:
        self._done += count
        self._told(self._start + (self._end - self._start) * min(self._done / self._total, 1.0))
