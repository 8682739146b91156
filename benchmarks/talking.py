"""Conversations for `benchmarks.killing`: a customer is talked about, kept in the account book, and so is a visit.

Run: .venv/bin/python -m benchmarks.killing --work benchmarks.talking:Talk --longest 0.3
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date

from coach.accounts.database import open_database, reading
from coach.accounts.records import Account, Contact, NeedNote, NextStep, Observation
from coach.accounts.rows import fetch
from coach.assistant import State, shared_assistant

DAY = date(2026, 3, 2)
TALK = (
    "Anna from purchasing said returns ate their margin last year",
    "I will send three samples by Thursday",
    "keep this",
)
PARTS = (Contact, NeedNote, Observation, NextStep)  # what each of these conversations leaves in the book


class Talk:
    """A whole conversation about an account, again and again; it is confirmed when the assistant says so."""

    def write(self, url: str, run: int, acknowledge: Callable[[str], None]) -> None:
        os.environ["COACH_DATABASE"] = url
        for number in range(1_000_000):
            name = f"Kunde {run}x{number} GmbH"
            state: State | None = None
            for text in (name, *TALK):
                state = shared_assistant().take_turn(state, text, today=DAY, user="ann").state
            said = shared_assistant().take_turn(state, "yes", today=DAY, user="ann").messages
            if name in said[0] and "Kept" in said[0]:
                acknowledge(name)

    def found(self, url: str) -> tuple[set[str], list[str]]:
        """Return the accounts with all that was said of them, and those with a part of it."""
        with reading(open_database(url)) as connection:
            names = {account.id: account.name for account in fetch(connection, Account)}
            there = [{record.account for record in fetch(connection, kind)} for kind in PARTS]
        whole = {key for key in names if all(key in accounts for accounts in there)}
        unknown = set().union(*there) - set(names)
        return {names[key] for key in whole}, [names[key] for key in set(names) - whole] + sorted(unknown)
