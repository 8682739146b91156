"""What comes in and what goes out, as it lies in the store."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from channels.slack.incoming import Incoming


@dataclass(frozen=True)
class Post:
    """One call of Slack's Web API that is to be made."""

    method: str
    arguments: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Waiting:
    """A post in the outbox. `unsure`: it was sent, and Slack did not say whether it arrived."""

    id: int
    lane: str
    team: str
    post: Post
    tries: int
    unsure: bool
    since: float


@dataclass(frozen=True)
class Letter:
    """An incoming thing in the inbox. `begun`: a process began with it before and did not finish."""

    id: int
    incoming: Incoming
    begun: bool
    tries: int
