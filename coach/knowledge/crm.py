"""The shape of the files on CRM forms: which column of a CSV file holds what."""

from __future__ import annotations

from typing import Literal

from coach.knowledge.schema import Filled, Identifier, Shape, Text, Word

Kind = Literal["accounts", "contacts", "opportunities", "orders"]
# what a row may tell, by kind; the fields of the records, and what names the row, its account and a person
FIELDS: dict[str, tuple[str, ...]] = {
    "accounts": ("name", "country", "website", "phone", "address", "industry", "trade", "step"),
    "contacts": ("name", "other_names", "title", "email", "phone", "influence", "first", "last"),
    "opportunities": ("name", "stage", "amount", "currency", "closes", "step"),
    "orders": ("day", "amount", "currency", "margin", "number"),
}
NAMING = ("id", "account", "account_id", "deleted")


class Column(Shape):
    """Where a field stands: `write` is the header on export, none when it is only read; `zh` that for Chinese users.

    `read` are other headers. The first that is filled counts; `joined`: what stands in all of them is put together.
    """

    write: Word | None = None
    zh: Word | None = None
    read: list[Word] = []
    joined: bool = False

    @property
    def headers(self) -> tuple[str, ...]:
        return tuple(header for header in (self.write, self.zh, *self.read) if header)


class CrmForm(Shape):
    """One kind of records as one system exports them.

    A file has this form when it has a header of each field in `needs` and at least one of `marks`.
    `footer`: a report of the system ends with lines that are no records, after an empty one.
    `days` says how a date such as 03/04/2026 is meant when nothing in the file tells.
    """

    id: Identifier
    system: Identifier
    kind: Kind
    name: Text
    footer: bool = False
    days: Literal["month_first", "day_first"] = "month_first"
    needs: Filled[Identifier]
    marks: Filled[Word]
    columns: dict[Identifier, Column]
