"""Who sends a request."""

from __future__ import annotations

from dataclasses import dataclass

from coach import terminal


@dataclass(frozen=True)
class Person:
    """`user` is the key of the account book, the results and the conversation; managers may edit the methodology."""

    user: str
    name: str
    manager: bool


def local() -> Person:
    """Return the user of this computer: the page goes on with the conversation of the terminal."""
    user = terminal.user()
    return Person(user, user, manager=True)
