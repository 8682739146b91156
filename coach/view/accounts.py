"""The account book as a list: where each account stands, when it was last touched, what is planned."""

from __future__ import annotations

from typing import Any

from coach.accounts.overview import last_touched, own_dossiers
from coach.accounts.records import Account, Dossier
from coach.brief.brief import next_visit
from coach.context import Context
from coach.stances.position import position

Json = dict[str, Any]
MOST = 50


def accounts(part: str, lang: str, context: Context) -> Json:
    """Return the accounts whose name, or a contact's, holds `part` ("": all), at most 50. Raises BookError."""
    book = context.book
    found = book.find(part, MOST + 1) if part.strip() else book.accounts()
    shown = found[:MOST]
    there, touched = own_dossiers(book, shown), last_touched(book, [account.id for account in shown])
    rows = [_row(account, there.get(account.id), touched.get(account.id), lang, context) for account in shown]
    return {"accounts": rows, "more": len(found) > MOST}


def _row(account: Account, there: Dossier | None, touched: str | None, lang: str, context: Context) -> Json:
    light = position(there, context.today, context.tools.knowledge.ledger).light if there else None
    visit = next_visit(there, context.today) if there else None
    return {
        "id": account.id,
        "name": account.name,
        "mine": account.owner == context.user,
        "position": light,
        "position_name": context.tools.words.say(f"stances_light_{light}", lang) if light else None,
        "last_touched": touched or account.at,
        "next_visit": visit.starts if visit else None,
    }
