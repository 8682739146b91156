"""Gaps of all own accounts: which come first, how many are shown and how many more there are."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coach.accounts.records import Account, Visit
from coach.context import Context, Tools
from coach.stances import own_gaps as module
from coach.stances.own_gaps import own_gaps
from coach.visits.plan import coming

TODAY = date(2026, 11, 25)


@pytest.fixture
def context(tools: Tools, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Context:
    monkeypatch.delenv("COACH_DATABASE", raising=False)
    return Context(tools, TODAY, tmp_path, "ann")


@pytest.fixture
def names(context: Context) -> list[str]:
    """Five own accounts, the second and the fourth with a visit ahead, that of the fourth first; one of somebody else."""
    accounts = [context.book.save(Account(f"Firm {number}"))[0] for number in range(5)]
    for number, starts in ((1, "2026-12-10T10:00"), (3, "2026-12-03T10:00")):
        context.book.save(Visit(starts, account=accounts[number].id))
    Context(context.tools, TODAY, context.home, "bob").book.save(Account("Somebody else's"))
    return [account.name for account in accounts]


@pytest.mark.parametrize(("most", "more"), [(10, 0), (5, 0), (4, 1), (0, 5)])
def test_visited_next_first_then_touched_last(context: Context, names: list[str], most: int, more: int) -> None:
    found, left = own_gaps(coming(context.book, TODAY), most, context)
    assert [account.name for account, _ in found] == [names[i] for i in (3, 1, 4, 2, 0)][:most]
    assert left == more
    assert all(gaps[0].kind == "no_people" for _, gaps in found)


@pytest.mark.parametrize(("looked_at", "most", "more"), [(3, 3, 0), (3, 2, 3)])
def test_of_very_many_only_the_first_are_looked_at(
    context: Context, names: list[str], monkeypatch: pytest.MonkeyPatch, looked_at: int, most: int, more: int
) -> None:
    monkeypatch.setattr(module, "MOST_LOOKED_AT", looked_at)
    found, left = own_gaps(coming(context.book, TODAY), most, context)
    assert ([account.name for account, _ in found], left) == ([names[i] for i in (3, 1, 4)][:most], more)
