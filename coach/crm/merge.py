"""One row against one record: what it changes, and where both sides were changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from typing import Any

from coach.accounts.names import name_key
from coach.accounts.records import Account, AnyRecord, Contact, Record

INDUSTRY = "industry"  # an account keeps it among its information
AMOUNTS = ("amount", "margin")
EMPTY: tuple[Any, ...] = ("", None, ())


@dataclass
class Merged:
    """`changes` to make, `conflicts` as (field, ours, theirs), and what the row said, to compare with next time."""

    changes: dict[str, Any] = field(default_factory=dict)
    conflicts: list[tuple[str, Any, Any]] = field(default_factory=list)
    given: dict[str, Any] = field(default_factory=dict)


def value_of(record: Record, name: str) -> Any:
    """Return what the record holds for a field of the forms."""
    return record.info.get(INDUSTRY, "") if name == INDUSTRY and isinstance(record, Account) else getattr(record, name)


def with_values(record: AnyRecord, values: Mapping[str, Any]) -> AnyRecord:
    """Return the record with these values for fields of the forms."""
    plain = {name: value for name, value in values.items() if name != INDUSTRY}
    if INDUSTRY in values and isinstance(record, Account):
        kept = {key: value for key, value in record.info.items() if key != INDUSTRY}
        plain["info"] = {**kept, INDUSTRY: values[INDUSTRY]} if values[INDUSTRY] else kept
    return replace(record, **plain)


def merge(record: Record, given: Mapping[str, Any], values: Mapping[str, Any], *, theirs_wins: bool = False) -> Merged:
    """Compare what the file says with what it said last (`given`) and what the book holds.

    What only the other side changed is taken; what only we changed stays; what both changed is a conflict, and ours
    stands unless `theirs_wins`. A row that was never seen before fills empty fields.
    """
    merged = Merged(given=dict(given))
    for name, theirs in values.items():
        ours, seen = value_of(record, name), name in given
        last = _as_held(given[name]) if seen else None
        if same(name, ours, theirs) or not seen and _is_called(record, name, theirs):
            merged.given[name] = theirs
        elif seen and same(name, last, theirs) or not seen and theirs in EMPTY:
            continue
        elif theirs_wins or (same(name, last, ours) if seen else ours in EMPTY):
            merged.changes[name] = merged.given[name] = theirs
        else:
            merged.conflicts.append((name, ours, theirs))
    return merged


def same(name: str, one: Any, other: Any) -> bool:
    """Say whether two values of a field are the same but for spaces at the ends and how an amount is written."""
    if one in EMPTY or other in EMPTY:
        return one in EMPTY and other in EMPTY
    if isinstance(one, str) and isinstance(other, str):
        return one.strip() == other.strip() or name in AMOUNTS and _number(one) == _number(other)
    return one == other


def _number(text: str) -> Decimal | str:
    try:
        return Decimal(text)
    except InvalidOperation:
        return text


def _as_held(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _is_called(record: Record, field: str, name: Any) -> bool:
    """Say whether `name` is one of the record's names, whatever its case and width."""
    if field != "name":
        return False
    others = record.other_names if isinstance(record, Contact) else ()
    return name_key(name) in map(name_key, (value_of(record, "name"), *others))
