"""What can go wrong with the account book; `what` names the sentence book_<what> that says so, `values` fill it."""

from __future__ import annotations

from typing import Any

from coach.accounts.records import Record


class BookError(Exception):
    """The book could not do what was asked; nothing was changed."""

    what = "trouble"

    def __init__(self, **values: Any) -> None:
        self.values = values
        super().__init__(f"{self.what} {values.get('field', '')}".strip())  # no names or quotes: it may be logged


class UnavailableError(BookError):
    """The database cannot be used now; `kind` is locked, full, read_only, damaged or unavailable."""

    def __init__(self, kind: str, reason: str) -> None:
        super().__init__(reason=reason)
        self.args = (f"{kind}: {reason}",)
        self.kind = kind
        self.what = kind


class NotFoundError(BookError):
    """No such record, or not one that this user may see: which of the two is not said."""

    what = "not_found"


class NotAllowedError(BookError):
    """The user may read the account, but not change or share it."""

    what = "not_allowed"


class BadValueError(BookError):
    """A value does not fit its field; `expected` says of what kind it must be."""

    def __init__(self, expected: str, **values: Any) -> None:
        self.what = f"bad_{expected}"
        super().__init__(**values)


class SameNameError(BookError):
    """A record of this name is there already; `existing` is the one."""

    what = "same_name"

    def __init__(self, existing: Record, name: str) -> None:
        super().__init__(name=name)
        self.existing = existing


class ConflictError(BookError):
    """Somebody else changed the same field meanwhile; both values are given, and theirs stands."""

    what = "conflict"
