"""What is missing in a user's own accounts: those visited next first, then what was touched last."""

from __future__ import annotations

from collections.abc import Sequence

from coach.accounts.overview import last_touched, own_dossiers
from coach.accounts.records import Account
from coach.context import Context
from coach.stances.gaps import Gap
from coach.stances.position import position
from coach.visits.plan import Pair

MOST_LOOKED_AT = 100  # accounts


def own_gaps(
    coming: Sequence[Pair], most: int, context: Context
) -> tuple[Sequence[tuple[Account, Sequence[Gap]]], int]:
    """Return at most `most` accounts with their gaps, and how many more have some or were not looked at.

    `coming` are the visits ahead, the next one first. Raises UnavailableError.
    """
    own = _in_order(coming, context)
    looked_at = own[:MOST_LOOKED_AT]
    dossiers, ledger = own_dossiers(context.book, looked_at), context.tools.knowledge.ledger
    positions = ((account, position(dossiers[account.id], context.today, ledger)) for account in looked_at)
    found = [(account, there.gaps) for account, there in positions if there.gaps]
    more = len(found) - most
    return found[:most], more + len(own) - len(looked_at) if more > 0 else 0


def _in_order(coming: Sequence[Pair], context: Context) -> list[Account]:
    book = context.book
    own = [account for account in book.accounts() if account.owner == book.user]
    touched = last_touched(book, [account.id for account in own])
    soon = {account.id: -number for number, (account, _) in reversed(list(enumerate(coming)))}
    return sorted(
        own,
        key=lambda account: (account.id in soon, soon.get(account.id, 0), touched.get(account.id, "")),
        reverse=True,
    )
