"""What can be taken along of an account: the brief in its forms, the pictures, the whole export."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timezone

from coach.accounts.errors import NotFoundError
from coach.accounts.records import Dossier
from coach.brief.brief import as_json as brief_json
from coach.brief.brief import brief, next_visit
from coach.brief.write import FORMS, written
from coach.context import Context, Tools
from coach.iceberg.picture import account_iceberg
from coach.privacy.export import export
from coach.privacy.stored import stored_conversations
from coach.privacy.tables_out import as_json, csv_files, zipped
from coach.result.save import stem_of
from coach.stances.influence_map import influence_map
from coach.stances.matrix import matrix

KINDS = {
    "json": "application/json; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "pdf": "application/pdf",
    "ics": "text/calendar; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "zip": "application/zip",
}
PICTURES: dict[str, Callable[[Dossier, date, str, Tools], str]] = {
    "map": influence_map,
    "matrix": matrix,
    "iceberg": account_iceberg,
}


@dataclass(frozen=True)
class File:
    """`name`: what it is called when it is kept; `kind`: the key of its media type in KINDS; `alt`: what it shows."""

    name: str
    kind: str
    data: bytes
    alt: str = ""


class NoVisitError(ValueError):
    """An invitation was asked for, and no visit is planned."""


def brief_file(key: str, form: str, lang: str, context: Context) -> File:
    """Return the brief on the account for its next visit. Raises BookError, and NoVisitError for ics without one."""
    return brief_of(context.book.dossier(key), form, lang, context)


def brief_of(there: Dossier, form: str, lang: str, context: Context) -> File:
    """Return the brief on what `there` holds. Raises NotFoundError on an unknown form, and NoVisitError."""
    if form != "json" and f".{form}" not in FORMS:
        raise NotFoundError(name=form)
    visit = next_visit(there, context.today)
    page = brief(there, visit, context.today, lang, context.tools)
    name = f"{stem_of(there.account.name)}-{context.today.isoformat()}-brief.{form}"
    if form == "json":
        return File(name, form, json.dumps(brief_json(page, visit), ensure_ascii=False).encode())
    stamp = datetime.combine(context.today, time(), timezone.utc)
    try:
        return File(name, form, written(page, f".{form}", there, visit, stamp, context.tools))
    except ValueError:
        raise NoVisitError from None


def picture_file(key: str, which: str, lang: str, context: Context) -> File:
    """Return the influence map, the matrix or the iceberg of the account. Raises BookError."""
    if which not in PICTURES:
        raise NotFoundError(name=which)
    there = context.book.dossier(key)
    svg = PICTURES[which](there, context.today, lang, context.tools)
    return File(f"{stem_of(there.account.name)}-{which}.svg", "svg", svg.encode())


def export_file(key: str, form: str, _lang: str, context: Context) -> File:
    """Return all that is kept on the account, as JSON or as a zip of CSV files. Raises BookError, OSError."""
    if form not in ("json", "zip"):
        raise NotFoundError(name=form)
    account = context.book.dossier(key, ()).account
    home = context.home
    value = export(context.book, account.id, home=home, conversations=stored_conversations(home))
    data = as_json(value).encode() if form == "json" else zipped(csv_files(value))
    return File(f"{stem_of(account.name)}-{context.today.isoformat()}-export.{form}", form, data)
