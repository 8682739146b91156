"""What somebody typed into a form, as a record of the account book: each value checked and named when it is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from coach.accounts.book import AccountBook
from coach.accounts.errors import BadValueError, ConflictError, NotFoundError
from coach.accounts.records import Account, Contact, Dossier, NextStep, Note, Record, Visit
from coach.accounts.rows import record_of
from coach.accounts.tables import TABLES
from coach.accounts.valid import LONGEST_NAME

Values = Mapping[str, Any]
Reader = Callable[[str, Any], Any]


def text(name: str, value: Any) -> str:
    """Return the text without spaces around it. Raises BadValueError."""
    if not isinstance(value, str):
        raise BadValueError("kind", field=name)
    if "\0" in value:  # PostgreSQL stores no such character
        raise BadValueError("text", field=name)
    return value.strip()


def short(name: str, value: Any) -> str:
    """Return a text that is at most as long as a name. Raises BadValueError."""
    found = text(name, value)
    if len(found) > LONGEST_NAME:
        raise BadValueError("long", field=name, most=LONGEST_NAME, length=len(found))
    return found


def filled(name: str, value: Any) -> str:
    """Return a text that is not empty. Raises BadValueError."""
    found = text(name, value)
    if not found:
        raise BadValueError("empty", field=name)
    return found


def optional_day(name: str, value: Any) -> str | None:
    return None if value in (None, "") else text(name, value)


def whole(name: str, value: Any) -> int:
    """Return a whole number. Raises BadValueError."""
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > 10**9:
        raise BadValueError("number", field=name)
    return value


def optional_whole(name: str, value: Any) -> int | None:
    return None if value in (None, "") else whole(name, value)


def texts(name: str, value: Any) -> tuple[str, ...]:
    """Return the texts of a list. Raises BadValueError."""
    if not isinstance(value, list) or len(value) > 100:
        raise BadValueError("kind", field=name)
    return tuple(filled(name, item) for item in value)


# what can be typed in, by table, and how each value is read
FIELDS: dict[str, dict[str, Reader]] = {
    "accounts": {
        "name": short, "trade": short, "country": short, "website": short, "phone": short, "address": text,
        "step": optional_whole,
    },
    "contacts": {
        "name": short, "other_names": texts, "title": short, "email": short, "phone": short,
        "influence": optional_whole,
    },
    "visits": {
        "starts": filled, "zone": short, "minutes": whole, "place": text, "purpose": text, "people": texts,
        "state": filled, "outcome": text,
    },
    "notes": {"text": filled, "day": filled, "contact": optional_day},
    "next_steps": {"text": filled, "due": optional_day, "done": optional_day},
}  # fmt: skip
KINDS: dict[str, type[Record]] = {kind.table: kind for kind in (Account, Contact, Visit, Note, NextStep)}
_NEEDED = {
    "accounts": ("name",),
    "contacts": ("name",),
    "visits": ("starts",),
    "notes": ("text",),
    "next_steps": ("text",),
}


def entered(table: str, values: Values, *, whole_record: bool = True) -> dict[str, Any]:
    """Return the values of a form as the fields of a record; of a new one (`whole_record`) what must be there.

    Raises BadValueError with the first that is missing, unknown or does not fit.
    """
    readers = FIELDS[table]
    for name in values:
        if name not in readers:
            raise BadValueError("unknown", name=str(name)[:60])
    for name in _NEEDED[table] if whole_record else ():
        if name not in values:
            raise BadValueError("empty", field=name)
    return {name: readers[name](name, value) for name, value in values.items()}


def known_people(ids: tuple[str, ...], there: Dossier, field: str) -> None:
    """Raise BadValueError when one of `ids` is no contact of the account."""
    for key in ids:
        if there.contact(key) is None:
            raise BadValueError("choice", field=field, value=key[:60])


def changed(book: AccountBook, account: str, table: str, key: str, version: int, values: dict[str, Any]) -> Record:
    """Give `values` to the record, which the user saw in `version`; return it as it is now. Raises as `as_seen`."""

    def given(seen: Record) -> Record:
        return book.change(seen, **{name: value for name, value in values.items() if value != getattr(seen, name)})

    return as_seen(book, account, table, key, version, given)


def as_seen(
    book: AccountBook, account: str, table: str, key: str, version: int, change: Callable[[Any], Record]
) -> Record:
    """Do `change` with the record as the user saw it in `version`; return it as it is now.

    What somebody else changed meanwhile stands, unless it is the same field: then ConflictError, with the `version`
    that is there now in its values. Raises NotFoundError for a record that is not of this account.
    """
    current = next((one for one in _records(book, account, table) if one.id == key), None)
    if current is None:
        raise NotFoundError(name=key)
    try:
        return change(_as_of(book, current, version))
    except ConflictError as error:
        error.values["version"] = current.version
        raise


def _records(book: AccountBook, account: str, table: str) -> tuple[Record, ...]:
    if table == "accounts":
        return (book.dossier(account, ()).account,)
    return tuple(getattr(book.dossier(account, (table,)), table))


def _as_of(book: AccountBook, current: Record, version: int) -> Record:
    """Return the record as it was in `version`; as it is when that is not known."""
    for change in book.history(current.account, current.id):
        if change.version == version + 1 and change.before is not None:
            columns = {column.name for column in TABLES[type(current)].c}
            kept = {name: value for name, value in change.before.items() if name in columns}
            return record_of(type(current), {"removed": False, **kept})
    return current
